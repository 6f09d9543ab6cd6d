// The Settings tab: the list of panels on the left, the chosen one beside it.
import { Integrations } from './Integrations.jsx';
import { sc } from './sc.js';

const panels = [
  ['form', '⚙', 'formSettings'], ['emails', '✉', 'emails'], ['conditions', '⑂', 'conditions'], ['thankyou', '✓', 'thankYouPage'],
  ['integrations', '⧉', 'integrations'], ['mobile', '▯', 'mobile'], ['approval', '↻', 'approval'],
];

// The panel list of the renamed copy that fact §2 (inferred) describes.
function NamedList({ view, go, words, address }) {
  return (
    <aside className={`settingsPanel ${sc('panel')}`}>
      <ul className={`settingsPanel-list ${sc('panelList')}`}>
        {panels.map(([panel, icon, text]) => (
          <li key={panel} className="settingsPanel-item">
            <a
              className={`navLink ${view.panel === panel ? 'active ' : ''}${sc('panelItem')}`}
              href={address(panel)}
              onClick={(event) => {
                event.preventDefault();
                go({ tab: 'settings', panel, detail: null });
              }}
            >
              <span className={`panelIcon ${sc('panelIcon')}`} aria-hidden="true">{icon}</span>
              <span className={`panelHeader-subtext ${sc('panelName')}`}>{words[text]}</span>
              <span className={`panelDesc quiet ${sc('panelHint')}`}>{words[`${text}Hint`]}</span>
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}

// The same list as another build of the site might have it: no speaking class, no links.
function HashedList({ view, go, words }) {
  return (
    <div className={sc('panel')}>
      {panels.map(([panel, icon, text]) => (
        <button
          key={panel}
          type="button"
          className={`${view.panel === panel ? 'on ' : ''}${sc('panelItem')}`}
          aria-current={view.panel === panel ? 'true' : undefined}
          onClick={() => go({ tab: 'settings', panel, detail: null })}
        >
          <span className={sc('panelIcon')} aria-hidden="true">{icon}</span>
          <span className={sc('panelName')}>{words[text]}</span>
          <span className={`quiet ${sc('panelHint')}`}>{words[`${text}Hint`]}</span>
        </button>
      ))}
    </div>
  );
}

function FormSettings({ form, words }) {
  return (
    <section className={sc('sheet')}>
      <h2 className={sc('sheetTitle')}>{words.formSettings}</h2>
      <p className={sc('hint')}>{words.formSettingsHint}</p>
      <div className={sc('fieldRow')}>
        <label className={sc('fieldLabel')} htmlFor="formTitle">{words.formTitle}</label>
        <input id="formTitle" className={sc('input')} value={form.title} readOnly />
      </div>
      <div className={sc('fieldRow')}>
        <label className={sc('fieldLabel')} htmlFor="formStatus">{words.formStatus}</label>
        <select id="formStatus" className={sc('input')} defaultValue="enabled">
          <option value="enabled">{words.enabled}</option>
        </select>
      </div>
    </section>
  );
}

function Empty({ title, hint, words }) {
  return (
    <section className={sc('sheet')}>
      <h2 className={sc('sheetTitle')}>{title}</h2>
      <p className={sc('hint')}>{hint}</p>
      <p>{words.notHere}</p>
    </section>
  );
}

export function Settings(props) {
  const { form, view, go, words, variation } = props;
  const List = variation.settings_list === 'named' ? NamedList : HashedList;
  const address = (panel) => `/build/${form.id}/settings${panel === 'form' ? '' : `/${panel}`}`;
  const text = panels.find(([panel]) => panel === view.panel)?.[2] ?? 'formSettings';
  const named = variation.stage_class === 'named';
  return (
    <div className={sc('settingsLayout')}>
      <List view={view} go={go} words={words} address={address} />
      <div className={`${named ? 'stageContainer ' : ''}${sc('settingsStage')}`} role={named ? 'main' : undefined}>
        {view.panel === 'form' && <FormSettings form={form} words={words} />}
        {view.panel === 'integrations' && <Integrations {...props} />}
        {view.panel !== 'form' && view.panel !== 'integrations' && (
          <Empty title={words[text]} hint={words[`${text}Hint`]} words={words} />
        )}
      </div>
    </div>
  );
}
