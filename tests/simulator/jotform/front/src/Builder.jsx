// The builder's frame: header, tabs, the stage under them, and the assistant floating above everything.
import { useState } from 'react';
import { Assistant } from './Assistant.jsx';
import { Canvas } from './Canvas.jsx';
import { Publish } from './Publish.jsx';
import { useView } from './route.js';
import { sc } from './sc.js';
import { Settings } from './Settings.jsx';

const tabs = ['build', 'settings', 'publish'];

function tabId(tab, variation) {
  return tab === 'build' && variation.build_tab_id === 'none' ? undefined : `siteNav_id_${tab}`;
}

function Tabs({ view, go, words, variation, formId }) {
  const list = variation.tab_role === 'tab';
  return (
    <nav className={`siteNav ${sc('tabs')}`}>
      <div className={`siteNav-container ${sc('tabList')}`} role={list ? 'tablist' : undefined}>
        {tabs.map((tab) => {
          const active = view.tab === tab;
          const marked = active && variation.active_mark !== 'aria';
          return (
            <a
              key={tab}
              id={tabId(tab, variation)}
              href={tab === 'build' ? `/build/${formId}` : `/build/${formId}/${tab}`}
              role={list ? 'tab' : undefined}
              aria-selected={list ? active : undefined}
              aria-current={!list && active && variation.active_mark !== 'class' ? 'page' : undefined}
              className={`siteNav-item ${marked ? 'isActive ' : ''}${sc(active ? 'tabActive' : 'tab')}`}
              onClick={(event) => {
                event.preventDefault();
                go(tab === 'settings' ? { tab, panel: 'form', detail: null } : { tab });
              }}
            >
              <span className="siteNav-text">{words[tab]}</span>
            </a>
          );
        })}
      </div>
      <a className={sc('preview')} href={`https://form.jotform.com/${formId}`} target="_blank" rel="opener">
        {words.previewForm}
        <span className={sc('previewSwitch')} aria-hidden="true" />
      </a>
    </nav>
  );
}

export function Builder({ state, initialView }) {
  const { account, variation, words } = state;
  const [form, setForm] = useState(state.form);
  const [view, go] = useView(form.id, variation.integrations_url, initialView);
  const shared = { form, words, variation };
  return (
    <div className={`app-wrapper ${sc('page')}`}>
      <header className={`header ${sc('header')}`}>
        <a href="/myforms/" className={sc('brand')}>
          <span className={sc('brandMark')} aria-hidden="true" />
          {words.formBuilder}
        </a>
        <div className={sc('formTitle')}>
          <h1 className="jfHeader-title">{form.title}</h1>
          <small>{words.allChangesSaved}</small>
        </div>
        <span className={sc('avatar')} title={account.username}>
          {account.username.slice(0, 1).toUpperCase()}
        </span>
      </header>
      <Tabs view={view} go={go} words={words} variation={variation} formId={form.id} />
      <div id="app_wizards" className={sc('nothing')} />
      <div className={sc('stage')}>
        {view.tab === 'build' && <Canvas {...shared} setForm={setForm} />}
        {view.tab === 'settings' && <Settings {...shared} view={view} go={go} state={state} />}
        {view.tab === 'publish' && <Publish {...shared} />}
      </div>
      <div id="app_wizards" className={sc('nothing')} />
      <Assistant words={words} formId={form.id} />
    </div>
  );
}
