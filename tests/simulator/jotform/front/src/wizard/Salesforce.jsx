// What is behind the Salesforce card: the saved integrations with their log, or the wizard.
import { useCallback, useEffect, useState } from 'react';
import { readSalesforce, removeIntegration } from '../api.js';
import { sc } from '../sc.js';
import { labelled } from './labelled.jsx';
import { Saved } from './Saved.jsx';
import { soup } from './soup.jsx';
import { Wizard } from './Wizard.jsx';

export function Salesforce({ form, words, variation, onClose }) {
  const kit = variation.wizard_markup === 'labelled' ? labelled : soup;
  const [known, setKnown] = useState(null);
  const [edited, setEdited] = useState(null);
  const [justSaved, setJustSaved] = useState(false);
  const [warning, setWarning] = useState(null);
  const load = useCallback(() => readSalesforce(form.id).then(setKnown), [form.id]);
  useEffect(() => {
    load();
  }, [load]);

  const saved = async (integration, caution) => {
    await load();
    setJustSaved(true);
    setWarning(caution);
    setEdited(variation.after_save === 'stays' ? integration : null);
  };
  const edit = (integration) => {
    setJustSaved(false);
    setWarning(null);
    setEdited(integration);
  };
  const remove = async (id) => {
    await removeIntegration(form.id, id);
    await load();
  };

  const inStage = variation.wizard_place === 'stage';
  const showWizard = known && (edited !== null || known.integrations.length === 0);
  return (
    <div className={inStage ? sc('sheet') : undefined}>
      {inStage && <kit.Button look="backLink" onClick={onClose}>‹ {words.backToIntegrations}</kit.Button>}
      <div className={sc('wizardHead')}>
        <span className={sc('cardMark')} style={{ background: '#1798c1' }} aria-hidden="true">S</span>
        <div>
          <kit.Title>{words.salesforceTitle}</kit.Title>
          <p>{words.salesforceHint}</p>
        </div>
        {!inStage && <button type="button" className={sc('wizardClose')} aria-label={kit === labelled ? words.cancel : undefined} onClick={onClose}>×</button>}
      </div>
      {!known && <p>{words.loading}</p>}
      {showWizard && (
        <Wizard
          key={edited?.id ?? 'new'}
          form={form}
          words={words}
          variation={variation}
          kit={kit}
          connections={known.connections}
          start={edited ?? {}}
          notice={justSaved && variation.after_save === 'stays' ? `${words.saved}. ${words.savedHint}` : null}
          warning={warning}
          onSaved={saved}
        />
      )}
      {known && !showWizard && (
        <Saved known={known} words={words} kit={kit} justSaved={justSaved} warning={warning} onEdit={edit} onRemove={remove} onAdd={() => edit({})} />
      )}
    </div>
  );
}
