// The same controls in a build that does not care: divs with visible text, no roles, no labels, lists at the end of the body.
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { sc } from '../sc.js';
import { useList } from './useList.js';

function Section({ title, hint, children }) {
  return (
    <div className={sc('section')}>
      <div className={sc('sectionTitle')}>{title}</div>
      {hint && <div className={sc('hint')}>{hint}</div>}
      <div>{children}</div>
    </div>
  );
}

function Native({ label, showLabel, placeholder, value, options, onChange }) {
  return (
    <div>
      {showLabel && <div className={sc('fieldLabel')}>{label}</div>}
      <div>
        <select className={sc('input')} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{placeholder}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>{option.required ? `${option.label} *` : option.label}</option>
          ))}
        </select>
      </div>
    </div>
  );
}

// Where the box is in the window, kept current while its list is open.
function useBelow(element, open) {
  const [place, setPlace] = useState(null);
  useEffect(() => {
    if (!open || !element.current) {
      return undefined;
    }
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (box) {
        setPlace({ position: 'fixed', left: box.left, top: box.bottom, width: box.width, right: 'auto' });
      }
    };
    measure();
    document.addEventListener('scroll', measure, true);
    return () => document.removeEventListener('scroll', measure, true);
  }, [element, open]);
  return place;
}

function List({ label, showLabel, placeholder, value, options, onChange, searchable }) {
  const list = useList({ options, value, onChange });
  const place = useBelow(list.holder, list.open);
  return (
    <div onKeyDown={list.onKeyDown}>
      {showLabel && <div className={sc('fieldLabel')}>{label}</div>}
      <div ref={list.holder} className={sc('choiceBox')} tabIndex={0} onClick={list.toggle}>
        <div>{list.chosen ? list.chosen.label : placeholder}</div>
      </div>
      {list.open && place && createPortal(
        <div className={sc('choiceList')} ref={list.list} style={{ ...place, boxSizing: 'border-box' }}>
          {searchable && (
            <input
              type="text"
              placeholder={placeholder}
              className={sc('choiceSearch')}
              value={list.query}
              autoFocus
              onChange={(event) => list.search(event.target.value)}
            />
          )}
          {list.shown.map((option, index) => (
            <div
              key={option.value}
              className={`${index === list.over ? 'over ' : ''}${option.value === value ? 'chosen ' : ''}${sc('choiceOption')}`}
              onClick={() => list.pick(option)}
            >
              <span>{option.label}</span>{option.required && <em> *</em>}
            </div>
          ))}
        </div>,
        document.body,
      )}
    </div>
  );
}

function Cards({ value, options, onChange }) {
  return (
    <div className={sc('radioCards')}>
      {options.map((option) => (
        <div
          key={option.value}
          className={`${option.value === value ? 'chosen ' : ''}${sc('radioCard')}`}
          tabIndex={0}
          onClick={() => onChange(option.value)}
          onKeyDown={(event) => event.key === 'Enter' && onChange(option.value)}
        >
          <b>{option.label}</b>
          <small>{option.hint}</small>
        </div>
      ))}
    </div>
  );
}

function Buttons({ options, onChange }) {
  return (
    <div>
      {options.map((option) => (
        <div key={option.value} className={sc('buttonPlain')} tabIndex={0} onClick={() => onChange(option.value)}>{option.label}</div>
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
  return (
    <div className={sc('toggleRow')}>
      <div className={`${on ? 'on ' : ''}${sc('toggle')}`} tabIndex={0} onClick={() => onChange(!on)} onKeyDown={(event) => event.key === ' ' && onChange(!on)} />
      <div className="grow">
        <div><b>{label}</b></div>
        <small>{hint}</small>
      </div>
    </div>
  );
}

function Check({ label, on, onChange }) {
  return (
    <div className={sc('checkLine')}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </div>
  );
}

function Button({ look = 'buttonPrimary', off, onClick, children }) {
  const act = () => {
    if (!off) {
      onClick();
    }
  };
  return (
    <div className={`${off ? 'off ' : ''}${sc(look)}`} tabIndex={off ? -1 : 0} onClick={act} onKeyDown={(event) => event.key === 'Enter' && act()}>
      <span>{children}</span>
    </div>
  );
}

const Message = ({ children }) => <div className={sc('message')}>{children}</div>;
const Notice = ({ children }) => <div className={sc('notice')}>{children}</div>;
const Title = ({ children }) => <div style={{ fontSize: 22, fontWeight: 700 }}>{children}</div>;

function Steps({ names, now }) {
  return (
    <div className={sc('steps')}>
      {names.map((name, place) => (
        <div key={name} className={place === now ? 'now' : place < now ? 'past' : ''}>{name}</div>
      ))}
    </div>
  );
}

export const soup = { Section, Choice, Toggle, Check, Button, Message, Notice, Steps, Title };
