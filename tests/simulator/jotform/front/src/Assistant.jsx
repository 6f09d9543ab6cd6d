// The assistant floats above the page, as the real one does; it only says hello.
import { useState } from 'react';
import { sc } from './sc.js';

export function Assistant({ words, formId }) {
  const [open, setOpen] = useState(false);
  return (
    <div id="form-agent-helper" className={sc('assistant')}>
      <div id={`JotformAgent-${formId}`}>
        {open && (
          <div className={sc('assistantCard')} role="dialog" aria-label={words.assistant}>
            <strong>{words.assistant}</strong>
            <p>{words.assistantHint}</p>
          </div>
        )}
        <button type="button" className={sc('assistantButton')} aria-label={words.assistant} onClick={() => setOpen(!open)}>
          ✦
        </button>
      </div>
    </div>
  );
}
