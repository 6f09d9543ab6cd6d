// The Publish tab: the address of the public form.
import { useState } from 'react';
import { sc } from './sc.js';

export function Publish({ form, words }) {
  const [copied, setCopied] = useState(false);
  const link = `https://form.jotform.com/${form.id}`;
  return (
    <main className={`stageContainer ${sc('settingsStage')}`}>
      <section className={sc('sheet')}>
        <h2 className={sc('sheetTitle')}>{words.directLink}</h2>
        <p className={sc('hint')}>{words.publishHint}</p>
        <div className={sc('row')}>
          <input className={sc('input')} readOnly value={link} aria-label={words.directLink} />
          <button
            type="button"
            className={sc('buttonPrimary')}
            onClick={() => navigator.clipboard?.writeText(link).then(() => setCopied(true), () => setCopied(false))}
          >
            {copied ? words.copied : words.copyLink}
          </button>
          <a className={sc('buttonPlain')} href={link} target="_blank" rel="opener">
            {words.openForm}
          </a>
        </div>
      </section>
    </main>
  );
}
