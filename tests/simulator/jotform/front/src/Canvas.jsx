// The Build tab: the form as it will look, each question in the markup of Jotform fact §2 (seen).
import { useState } from 'react';
import { changeQuestions } from './api.js';
import { hasLabel, QuestionBody } from './questions.jsx';
import { sc } from './sc.js';

// Type, its text, its mark.
const palette = [
  ['control_head', 'heading', 'H'], ['control_fullname', 'fullName', '☺'], ['control_email', 'email', '@'], ['control_address', 'address', '⌂'],
  ['control_phone', 'phone', '☎'], ['control_datetime', 'datePicker', '▦'], ['control_signature', 'signature', '✎'],
  ['control_textbox', 'shortText', 'Aa'], ['control_textarea', 'longText', '≡'], ['control_text', 'paragraph', '¶'],
  ['control_dropdown', 'dropdown', '▾'], ['control_radio', 'singleChoice', '◉'], ['control_checkbox', 'multipleChoice', '☑'],
  ['control_number', 'number', '1'], ['control_fileupload', 'fileUpload', '↥'], ['control_time', 'time', '◷'],
  ['control_rating', 'starRating', '★'], ['control_divider', 'divider', '―'],
];

function questionLabel(question, words) {
  return `${question.text} ${words.field}${question.required ? ` ${words.required}` : ''}`;
}

function Question({ question, words, selected, onSelect, onChange, onRemove }) {
  return (
    <li
      id={`id_${question.qid}`}
      data-type={question.type}
      className={`form-line ${question.required ? 'isRequired ' : ''}${selected ? 'isSelected ' : ''}${sc(selected ? 'questionSelected' : 'question')}`}
      aria-label={questionLabel(question, words)}
      onClick={onSelect}
    >
      {hasLabel(question) && (
        <label className={`form-label ${sc('label')}`} id={`label_${question.qid}`} htmlFor={`input_${question.qid}`}>
          <span className={`inlineEditor ${sc('labelEditor')}`}>{question.text}</span>
          {question.required && <span className="form-required">*</span>}
        </label>
      )}
      <QuestionBody question={question} words={words} />
      {selected && (
        <div className={sc('questionTools')} onClick={(event) => event.stopPropagation()}>
          <input
            aria-label={question.text}
            className={sc('labelEditor')}
            value={question.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
          <label>
            <input type="checkbox" checked={question.required} onChange={(event) => onChange({ required: event.target.checked })} />
            {words.required}
          </label>
          <button type="button" onClick={onRemove}>{words.remove}</button>
        </div>
      )}
    </li>
  );
}

export function Canvas({ form, setForm, words }) {
  const [selected, setSelected] = useState(null);
  const send = (change) => changeQuestions(form.id, change).then(setForm);
  const change = (qid, what) => {
    setForm({ ...form, questions: form.questions.map((question) => (question.qid === qid ? { ...question, ...what } : question)) });
    send({ change: { qid, ...what } });
  };
  return (
    <div className={sc('canvasLayout')}>
      <aside className={sc('palette')} aria-label={words.formElements}>
        <h2>{words.formElements}</h2>
        {palette.map(([type, text, mark]) => (
          <button type="button" key={type} className={sc('paletteItem')} data-type={type} onClick={() => send({ add: { type, text: words[text] } })}>
            <span aria-hidden="true">{mark}</span>
            {words[text]}
          </button>
        ))}
      </aside>
      <main className={`stageContainer ${sc('canvas')}`}>
        <ul className={`form-section page-section ${sc('formSheet')}`} id="form-canvas">
          {form.questions.map((question) => (
            <Question
              key={question.qid}
              question={question}
              words={words}
              selected={selected === question.qid}
              onSelect={() => setSelected(question.qid)}
              onChange={(what) => change(question.qid, what)}
              onRemove={() => send({ remove: { qid: question.qid } })}
            />
          ))}
        </ul>
      </main>
    </div>
  );
}
