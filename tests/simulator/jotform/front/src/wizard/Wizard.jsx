// The Salesforce wizard: account, action, object, fields, options, Save; step by step or on one growing page.
import { useCallback, useEffect, useRef, useState } from 'react';
import { readFields, readObjects, saveIntegration } from '../api.js';
import { sc } from '../sc.js';
import { useGeneration } from '../useGeneration.js';
import { AccountStep, ActionStep, FieldsStep, ObjectStep, OptionsStep } from './steps.jsx';
import { useAuthorization } from './useAuthorization.js';

const empty = {
  id: null, connection: null, action: null, object: null, mapping: {}, update_existing: false, match_fields: [],
  attachments: false, file_uploads: true, submission_pdf: true,
};

// The choices that Salesforce answers with, for what is chosen so far; asked again after each authentication.
function useOffer({ formId, connection, object, authentications }) {
  const [objects, setObjects] = useState(null);
  const [fields, setFields] = useState(null);
  const [failed, setFailed] = useState(null);
  const fail = useCallback((refusal) => setFailed(refusal.message), []);
  useEffect(() => {
    setObjects(null);
    setFailed(null);
    if (connection) {
      readObjects(formId, connection).then(setObjects, fail);
    }
  }, [formId, connection, authentications, fail]);
  useEffect(() => {
    setFields(null);
    if (connection && object) {
      readFields(formId, connection, object).then(setFields, fail);
    }
  }, [formId, connection, object, authentications, fail]);
  return { objects, fields, failed };
}

// How many steps are behind the user: each needs the one before it.
function reached(plan, offer) {
  if (!plan.connection) {
    return 0;
  }
  if (!plan.action) {
    return 1;
  }
  if (!plan.object || !offer.fields) {
    return 2;
  }
  return 4;
}

function Foot({ kit, words, shape, step, last, mayGoOn, byItself, saving, goTo, save }) {
  const stepwise = shape === 'stepwise';
  return (
    <div className={sc('wizardFoot')}>
      {stepwise && step > 0 && <kit.Button look="buttonPlain" onClick={() => goTo(step - 1)}>{words.back}</kit.Button>}
      <span className="spring" />
      {stepwise && step < last && !byItself && <kit.Button off={!mayGoOn} onClick={() => goTo(step + 1)}>{words.next}</kit.Button>}
      {(!stepwise || step === last) && <kit.Button look="buttonGo" off={!mayGoOn || saving} onClick={save}>{words.save}</kit.Button>}
    </div>
  );
}

export function Wizard({ form, words, variation, kit, connections: known, start, notice, warning, onSaved }) {
  const [connections, setConnections] = useState(known);
  const [plan, setPlan] = useState({ ...empty, ...start });
  const [step, setStep] = useState(0);
  const [error, setError] = useState(null);
  const [saving, setSaving] = useState(false);
  const [authentications, setAuthentications] = useState(0);
  const offer = useOffer({ formId: form.id, connection: plan.connection, object: plan.object, authentications });
  const change = (what) => {
    setError(null);
    setPlan((before) => ({ ...before, ...what }));
  };
  const connected = useCallback((connection, all) => {
    setConnections(all);
    setError(null);
    setAuthentications((before) => before + 1);
    setPlan((before) => (before.connection === connection
      ? before
      : { ...before, connection, object: null, mapping: {}, match_fields: [] }));
  }, []);
  const authorization = useAuthorization({ formId: form.id, words, onConnected: connected });

  const save = async () => {
    setSaving(true);
    setError(null);
    try {
      const saved = await saveIntegration(form.id, plan);
      await onSaved(saved.integration, saved.warning);
    } catch (refusal) {
      setError(refusal.message);
    } finally {
      setSaving(false);
    }
  };

  // Plain buttons choose and go on in one.
  const goOn = (control, chosen) => {
    change(chosen);
    if (control === 'buttons') setStep(step + 1);
  };
  const props = { form, words, variation, kit, connections, plan, offer, change, goOn, authorization };
  const steps = [AccountStep, ActionStep, ObjectStep, FieldsStep, OptionsStep];
  const names = [words.stepAccount, words.stepAction, words.stepObject, words.stepFields, words.stepOptions];
  const done = reached(plan, offer);
  const wrong = error || authorization.error || offer.failed;
  const stepwise = variation.wizard_shape === 'stepwise';
  const shown = stepwise ? [step] : steps.map((_, place) => place).filter((place) => place <= done);
  const replaces = variation.rerender === 'replaces';
  const holder = useRef(null);
  const generation = useGeneration(replaces, holder);
  const arrived = `${generation}/${plan.connection}/${offer.objects ? 1 : 0}/${plan.object}/${offer.fields ? 1 : 0}`;
  return (
    <div key={replaces ? arrived : 'wizard'} ref={holder}>
      {stepwise && <kit.Steps names={names} now={step} />}
      {notice && <kit.Notice>{notice}</kit.Notice>}
      {warning && <kit.Message>{warning}</kit.Message>}
      {wrong && <kit.Message>{words.wrongRequest} {wrong}</kit.Message>}
      {shown.map((place) => {
        const Step = steps[place];
        return <Step key={place} {...props} />;
      })}
      {plan.connection && (
        <Foot
          kit={kit}
          words={words}
          shape={variation.wizard_shape}
          step={step}
          last={steps.length - 1}
          byItself={[null, variation.action_control, variation.object_control][step] === 'buttons'}
          mayGoOn={stepwise ? done > step || done === 4 : done === 4}
          saving={saving}
          goTo={(next) => {
            setError(null);
            setStep(next);
          }}
          save={save}
        />
      )}
    </div>
  );
}
