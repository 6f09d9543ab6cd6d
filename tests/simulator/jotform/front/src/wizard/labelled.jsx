// The wizard's controls in a build that takes care: labels, roles and names as they should be.
import { useId } from 'react';
import { sc } from '../sc.js';
import { useList } from './useList.js';

function Section({ title, hint, children }) {
  const id = useId();
  return (
    <section className={sc('section')} aria-labelledby={id}>
      <h3 id={id} className={sc('sectionTitle')}>{title}</h3>
      {hint && <p className={sc('hint')}>{hint}</p>}
      {children}
    </section>
  );
}

function Native({ label, showLabel, placeholder, value, options, onChange }) {
  const id = useId();
  return (
    <div>
      {showLabel && <label className={sc('fieldLabel')} htmlFor={id}>{label}</label>}
      <select
        id={id}
        aria-label={showLabel ? undefined : label}
        className={sc('input')}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.label}{option.required ? ' *' : ''}</option>
        ))}
      </select>
    </div>
  );
}

function List({ label, showLabel, placeholder, value, options, onChange, searchable }) {
  const id = useId();
  const list = useList({ options, value, onChange });
  return (
    <div className={sc('choiceHolder')} ref={list.holder} onKeyDown={list.onKeyDown}>
      {showLabel && <span className={sc('fieldLabel')} id={`${id}label`}>{label}</span>}
      <button
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={list.open}
        aria-controls={`${id}list`}
        aria-labelledby={showLabel ? `${id}label ${id}value` : undefined}
        aria-label={showLabel ? undefined : label}
        className={sc('choiceBox')}
        onClick={list.toggle}
      >
        <span id={`${id}value`}>{list.chosen ? list.chosen.label : placeholder}</span>
      </button>
      {list.open && (
        <div className={sc('choiceList')} ref={list.list}>
          {searchable && (
            <input
              type="search"
              aria-label={`${label}: ${placeholder}`}
              className={sc('choiceSearch')}
              value={list.query}
              autoFocus
              onChange={(event) => list.search(event.target.value)}
            />
          )}
          <ul id={`${id}list`} role="listbox" aria-label={label} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {list.shown.map((option, place) => (
              <li
                key={option.value}
                role="option"
                aria-selected={option.value === value}
                data-value={option.value}
                className={`${place === list.over ? 'over ' : ''}${option.value === value ? 'chosen ' : ''}${sc('choiceOption')}`}
                onClick={() => list.pick(option)}
              >
                {option.label}{option.required && <em aria-hidden="true"> *</em>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Cards({ label, value, options, onChange }) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={sc('radioCards')}>
      {options.map((option) => (
        <label key={option.value} className={`${option.value === value ? 'chosen ' : ''}${sc('radioCard')}`}>
          <b>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </b>
          <small>{option.hint}</small>
        </label>
      ))}
    </div>
  );
}

function Buttons({ options, onChange }) {
  return (
    <div>
      {options.map((option) => (
        <button type="button" key={option.value} className={sc('buttonPlain')} onClick={() => onChange(option.value)}>{option.label}</button>
      ))}
    </div>
  );
}

const controls = { native: Native, list: List, cards: Cards, buttons: Buttons };

function Choice({ control, ...props }) {
  const Control = controls[control];
  return <Control {...props} />;
}

function Toggle({ label, hint, on, onChange }) {
  const id = useId();
  return (
    <div className={sc('toggleRow')}>
      <div className="grow">
        <b id={id}>{label}</b>
        <small id={`${id}hint`}>{hint}</small>
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={id}
        aria-describedby={`${id}hint`}
        className={`${on ? 'on ' : ''}${sc('toggle')}`}
        onClick={() => onChange(!on)}
      />
    </div>
  );
}

function Check({ label, on, onChange }) {
  return (
    <label className={sc('checkLine')}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function Button({ look = 'buttonPrimary', off, onClick, children }) {
  return <button type="button" className={sc(look)} disabled={off} onClick={onClick}>{children}</button>;
}

const Message = ({ children }) => <div role="alert" className={sc('message')}>{children}</div>;
const Notice = ({ children }) => <div role="status" className={sc('notice')}>{children}</div>;
const Title = ({ children }) => <h2>{children}</h2>;

function Steps({ names, now }) {
  return (
    <ol className={sc('steps')}>
      {names.map((name, place) => (
        <li key={name} aria-current={place === now ? 'step' : undefined} className={place === now ? 'now' : place < now ? 'past' : ''}>{name}</li>
      ))}
    </ol>
  );
}

export const labelled = { Section, Choice, Toggle, Check, Button, Message, Notice, Steps, Title };
