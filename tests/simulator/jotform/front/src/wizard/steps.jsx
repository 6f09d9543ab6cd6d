// The five steps of the wizard.
import { sc } from '../sc.js';

export function AccountStep({ words, kit, connections, plan, change, authorization }) {
  const chosen = connections.find(({ id }) => id === plan.connection);
  if (!chosen) {
    return (
      <kit.Section title={words.connectedAccount} hint={words.authenticateHint}>
        {connections.length > 0 && (
          <kit.Choice
            control="native"
            label={words.connectedAccount}
            showLabel
            placeholder={words.chooseOption}
            value={null}
            options={connections.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(connection) => change({ connection })}
          />
        )}
        <div className={sc('connect')}>
          <kit.Button off={authorization.waiting} onClick={authorization.authenticate}>
            {words.authenticate}
          </kit.Button>
          {authorization.waiting && <p>{words.waitingForSalesforce}</p>}
        </div>
      </kit.Section>
    );
  }
  return (
    <kit.Section title={words.connectedAccount}>
      <div className={sc('accountChip')}>
        <span className={sc('accountMark')} aria-hidden="true">{chosen.name.slice(0, 1)}</span>
        <b>{chosen.name}</b>
        <kit.Button look="linkButton" off={authorization.waiting} onClick={authorization.authenticate}>{words.useAnotherAccount}</kit.Button>
      </div>
    </kit.Section>
  );
}

export function ActionStep({ words, variation, kit, plan, goOn }) {
  return (
    <kit.Section title={words.chooseAction}>
      <kit.Choice
        control={variation.action_control}
        label={words.chooseAction}
        placeholder={words.chooseOption}
        value={plan.action}
        options={[
          { value: 'create', label: words.actionCreate, hint: words.actionCreateHint },
          { value: 'find', label: words.actionFind, hint: words.actionFindHint },
        ]}
        onChange={(action) => goOn(variation.action_control, { action })}
      />
    </kit.Section>
  );
}

export function ObjectStep({ words, variation, kit, plan, offer, goOn }) {
  if (offer.failed) {
    return null;
  }
  if (!offer.objects) {
    return <kit.Section title={words.chooseObject}><p>{words.loading}</p></kit.Section>;
  }
  const objects = offer.objects.filter((object) => plan.action !== 'create' || object.createable);
  if (objects.length === 0) {
    return <kit.Section title={words.chooseObject}><kit.Message>{words.noObjects}</kit.Message></kit.Section>;
  }
  return (
    <kit.Section title={words.chooseObject}>
      <kit.Choice
        control={variation.object_control}
        label={words.objectLabel}
        showLabel
        searchable
        placeholder={words.chooseOption}
        value={plan.object}
        options={objects.map(({ name, label }) => ({ value: name, label }))}
        onChange={(object) => goOn(variation.object_control, { object, mapping: {}, match_fields: [] })}
      />
    </kit.Section>
  );
}

export function FieldsStep({ words, variation, kit, plan, offer, change, form }) {
  const taken = Object.values(plan.mapping);
  const fields = (offer.fields ?? []).filter(({ writable }) => writable || plan.action === 'find');
  const missing = fields.filter(({ name, required }) => required && !taken.includes(name));
  const choose = (source, field) => {
    const mapping = { ...plan.mapping };
    if (field) {
      mapping[source] = field;
    } else {
      delete mapping[source];
    }
    change({ mapping, match_fields: plan.match_fields.filter((name) => Object.values(mapping).includes(name)) });
  };
  return (
    <kit.Section title={words.mapFields}>
      <div className={sc('mappingHead')}><span>{words.formField}</span><span /><span>{words.salesforceField}</span></div>
      {form.sources.map(({ source, label }) => (
        <div className={sc('mapping')} key={source}>
          <span>{label}</span>
          <span className={sc('mappingArrow')} aria-hidden="true">→</span>
          <kit.Choice
            control={variation.mapping_control}
            label={label}
            searchable
            placeholder={words.chooseField}
            value={plan.mapping[source] ?? null}
            options={fields
              .filter(({ name }) => plan.mapping[source] === name || !taken.includes(name))
              .map(({ name, label: fieldLabel, required }) => ({ value: name, label: fieldLabel, required }))}
            onChange={(field) => choose(source, field)}
          />
          {plan.mapping[source] && <kit.Button look="mappingRemove" onClick={() => choose(source, null)}>×</kit.Button>}
        </div>
      ))}
      {plan.action === 'create' && missing.length > 0 && (
        <p className={sc('hint')}>{words.requiredUnmapped} {missing.map(({ label }) => label).join(', ')}</p>
      )}
    </kit.Section>
  );
}

function MatchBy({ words, variation, kit, plan, offer, change }) {
  const mapped = (offer.fields ?? []).filter(({ name }) => Object.values(plan.mapping).includes(name));
  const usual = mapped.filter(({ match }) => match);
  if (variation.match_fields === 'fixed') {
    return <p className={sc('hint')}>{words.matchBy}: {usual.map(({ label }) => label).join(', ') || '–'}</p>;
  }
  const toggle = (name, on) => change({
    match_fields: on ? [...plan.match_fields, name] : plan.match_fields.filter((other) => other !== name),
  });
  return (
    <div>
      <b>{words.matchBy}</b>
      {mapped.map(({ name, label }) => (
        <kit.Check key={name} label={label} on={plan.match_fields.includes(name)} onChange={(on) => toggle(name, on)} />
      ))}
    </div>
  );
}

export function OptionsStep(props) {
  const { words, kit, plan, offer, change } = props;
  const update = (on) => {
    const taken = Object.values(plan.mapping);
    const usual = (offer.fields ?? []).filter(({ name, match }) => match && taken.includes(name)).map(({ name }) => name);
    change({ update_existing: on, match_fields: on ? usual : [] });
  };
  return (
    <kit.Section title={words.stepOptions}>
      {plan.action === 'find' ? (
        <MatchBy {...props} />
      ) : (
        <>
          <kit.Toggle label={words.updateExisting} hint={words.updateExistingHint} on={plan.update_existing} onChange={update} />
          {plan.update_existing && <MatchBy {...props} />}
        </>
      )}
      <kit.Toggle label={words.attachments} hint={words.attachmentsHint} on={plan.attachments} onChange={(on) => change({ attachments: on })} />
      {plan.attachments && (
        <>
          <kit.Check label={words.fileUploads} on={plan.file_uploads} onChange={(on) => change({ file_uploads: on })} />
          <kit.Check label={words.submissionPdf} on={plan.submission_pdf} onChange={(on) => change({ submission_pdf: on })} />
        </>
      )}
    </kit.Section>
  );
}
