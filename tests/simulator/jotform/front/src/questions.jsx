// The inputs of each question type, named as Jotform names them (`q22_fullName[first]`).
import { sc } from './sc.js';

export const inputName = (question, part) =>
  `q${question.qid}_${question.name}${part === undefined ? '' : `[${part}]`}`;

function Part({ question, part, label, wide, type = 'text', value = '' }) {
  const id = `${part}_${question.qid}`;
  return (
    <span className={`form-sub-label-container ${wide ? sc('wide') : ''}`} data-input-type={part}>
      <input type={type} id={id} name={inputName(question, part)} className={`form-textbox ${sc('input')}`} readOnly value={value} tabIndex={-1} />
      <label className="form-sub-label" htmlFor={id}>{label}</label>
    </span>
  );
}

const One = ({ question, type = 'text', className = 'form-textbox', hint, shape = 'input' }) => (
  <span className={`form-sub-label-container ${sc('wide')}`}>
    <input type={type} id={`input_${question.qid}`} name={inputName(question)} className={`${className} ${sc(shape)}`} readOnly={true} value="" tabIndex={-1} />
    {hint && <label className="form-sub-label" htmlFor={`input_${question.qid}`}>{hint}</label>}
  </span>
);

const Choices = ({ question, type, many }) =>
  question.options.map((option, place) => (
    <span className={`form-${type}-item ${sc('choiceLine')}`} key={option}>
      <input type={type} id={`input_${question.qid}_${place}`} name={inputName(question, many ? '' : undefined)} value={option} checked={false} readOnly tabIndex={-1} className={`form-${type}`} />
      <label htmlFor={`input_${question.qid}_${place}`}>{option}</label>
    </span>
  ));

const Dropdown = ({ question, words, options = question.options }) => (
  <select id={`input_${question.qid}`} name={inputName(question)} className={`form-dropdown ${sc('input')}`} value="" onChange={() => {}} tabIndex={-1}>
    <option value="">{words.chooseOption}</option>
    {options.map((option) => <option key={option} value={option}>{option}</option>)}
  </select>
);

const DateParts = ({ question, words, time }) => (
  <>
    {['month', 'day', 'year'].map((part) => <Part key={part} question={question} part={part} label={part === 'month' ? words.date : '\u00a0'} />)}
    {time && <Part question={question} part="hour" label={words.hourMinutes} />}
  </>
);

const Matrix = ({ question }) => (
  <table className={`form-matrix-table ${sc('matrix')}`}>
    <thead><tr><th />{question.options.map((column) => <th key={column}>{column}</th>)}</tr></thead>
    <tbody>
      {question.rows.map((row, place) => (
        <tr key={row}>
          <th>{row}</th>
          {question.options.map((column) => (
            <td key={column}><input type="radio" name={inputName(question, place)} value={column} checked={false} readOnly tabIndex={-1} aria-label={`${row}: ${column}`} /></td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const bodies = {
  control_fullname: ({ question, words }) => (
    <><Part question={question} part="first" label={words.first} /><Part question={question} part="last" label={words.last} /></>
  ),
  control_email: ({ question, words }) => <One question={question} type="email" className="form-textbox validate[Email]" hint={words.emailHint} />,
  control_phone: ({ question, words }) => <Part question={question} part="full" type="tel" label={words.areaPhone} wide />,
  control_address: ({ question, words }) => (
    <>
      <Part question={question} part="addr_line1" label={words.street} wide />
      <Part question={question} part="addr_line2" label={words.street2} wide />
      <Part question={question} part="city" label={words.city} />
      <Part question={question} part="state" label={words.state} />
      <Part question={question} part="postal" label={words.postal} />
      <Part question={question} part="country" label={words.country} />
    </>
  ),
  control_textbox: One,
  control_textarea: ({ question }) => (
    <textarea id={`input_${question.qid}`} name={inputName(question)} className={`form-textarea ${sc('area')}`} readOnly value="" tabIndex={-1} />
  ),
  control_number: (props) => <One {...props} type="number" className="form-number-input form-textbox" />,
  control_spinner: (props) => <One {...props} type="number" className="form-spinner-input form-textbox" />,
  control_autocomp: (props) => <One {...props} className="form-autocomplete form-textbox" />,
  control_dropdown: Dropdown,
  control_radio: (props) => <Choices {...props} type="radio" />,
  control_checkbox: (props) => <Choices {...props} type="checkbox" many />,
  control_datetime: (props) => <DateParts {...props} time={props.question.time} />,
  control_birthdate: (props) => <DateParts {...props} />,
  control_time: ({ question, words }) => <Part question={question} part="timeInput" label={words.hourMinutes} />,
  control_fileupload: ({ question, words }) => (
    <div className={sc('dropZone')}>
      <input type="file" id={`input_${question.qid}`} name={inputName(question, '')} className="form-upload-multiple" tabIndex={-1} aria-label={words.browseFiles} />
      <div>{words.dragFiles}</div>
    </div>
  ),
  control_signature: ({ question, words }) => (
    <div className={sc('dropZone')} data-wrapper-react="true">
      {words.signHere}<input type="hidden" id={`input_${question.qid}`} name={inputName(question)} />
    </div>
  ),
  control_hidden: ({ question, words }) => (
    <span className={sc('hiddenTag')}>{words.hiddenField}<input type="hidden" id={`input_${question.qid}`} name={inputName(question)} className="form-hidden" /></span>
  ),
  control_rating: ({ question }) => (
    <span className={sc('stars')} role="img" aria-label={question.text}>★★★★★<input type="hidden" name={inputName(question)} /></span>
  ),
  control_scale: (props) => <Choices {...props} type="radio" question={{ ...props.question, options: ['1', '2', '3', '4', '5'] }} />,
  control_slider: (props) => <One {...props} type="range" className="form-slider" />,
  control_matrix: Matrix,
  control_captcha: ({ words }) => <span className={sc('hiddenTag')}>{words.pleaseVerify}</span>,
  control_text: ({ question }) => <div className="form-html" data-component="text">{question.text}</div>,
  control_image: () => <div className={sc('dropZone')}>▨</div>,
  control_divider: () => <hr className={sc('divider')} data-component="divider" />,
  control_pagebreak: ({ words }) => (
    <div className="form-pagebreak"><span className={sc('buttonPlain')}>{words.back}</span> <span className={sc('buttonPrimary')}>{words.next}</span></div>
  ),
  control_button: ({ question, words }) => (
    <div className={`form-buttons-wrapper ${sc('submitRow')}`}>
      <button type="button" id={`input_${question.qid}`} className={`form-submit-button ${sc('submitButton')}`} tabIndex={-1}>{question.text || words.submit}</button>
    </div>
  ),
};

// Layout only, or drawn without a label of its own.
const unlabelled = ['control_head', 'control_text', 'control_image', 'control_divider', 'control_pagebreak', 'control_button', 'control_collapse'];

export const hasLabel = (question) => !unlabelled.includes(question.type);

export function QuestionBody({ question, words }) {
  if (question.type === 'control_head' || question.type === 'control_collapse') {
    return (
      <div className="form-header-group">
        <h2 id={`header_${question.qid}`} className={`form-header ${sc('headTitle')}`}>{question.text}</h2>
      </div>
    );
  }
  const Body = bodies[question.type] ?? One;
  return <div id={`cid_${question.qid}`} className={`form-input-wide ${sc('inputs')}`}><Body question={question} words={words} /></div>;
}
