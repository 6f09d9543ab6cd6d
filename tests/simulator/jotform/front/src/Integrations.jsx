// Settings → Integrations: a search box over cards, and behind the Salesforce card its wizard.
import { useEffect, useRef, useState } from 'react';
import { catalogue, matching } from './catalogue.js';
import { sc } from './sc.js';
import { useGeneration } from './useGeneration.js';
import { Salesforce } from './wizard/Salesforce.jsx';

// What was typed, once typing has paused for this long.
function useSettled(text, milliseconds) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}

function Search({ words, variation, value, onChange }) {
  const labelled = variation.search_markup === 'labelled';
  return (
    <div className={sc('searchRow')}>
      <input
        type={labelled ? 'search' : 'text'}
        aria-label={labelled ? words.searchIntegrations : undefined}
        placeholder={labelled ? words.search : words.searchIntegrations}
        className={sc('input')}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Card({ integration, markup, address, onOpen }) {
  const body = (
    <>
      <span className={sc('cardMark')} style={{ background: integration.colour }} aria-hidden="true">{integration.name.slice(0, 1)}</span>
      <b>{integration.name}</b>
      <small>{integration.hint}</small>
    </>
  );
  if (markup === 'button') {
    return <button type="button" className={sc('card')} onClick={onOpen}>{body}</button>;
  }
  if (markup === 'link') {
    return (
      <a
        className={sc('card')}
        href={address}
        onClick={(event) => {
          event.preventDefault();
          onOpen();
        }}
      >
        {body}
      </a>
    );
  }
  return <div className={sc('card')} onClick={onOpen}>{body}</div>;
}

function Cards({ words, variation, form, onOpen }) {
  const [query, setQuery] = useState('');
  const settled = useSettled(query, variation.search_delay_ms);
  const found = matching(settled);
  const replaces = variation.rerender === 'replaces';
  const holder = useRef(null);
  const generation = useGeneration(replaces, holder);
  const Holder = variation.card_markup === 'div' ? 'div' : 'ul';
  const Item = variation.card_markup === 'div' ? 'div' : 'li';
  return (
    <section className={sc('sheet')} ref={holder}>
      <h2 className={sc('sheetTitle')}>{words.integrations}</h2>
      <p className={sc('hint')}>{words.integrationsHint}</p>
      <Search words={words} variation={variation} value={query} onChange={setQuery} />
      <h3 className={sc('groupTitle')}>{words.allIntegrations}</h3>
      {found.length === 0 && <p>{words.noIntegrationFound} “{settled}”</p>}
      <Holder className={sc('cards')} key={replaces ? `${settled}/${generation}` : 'all'}>
        {found.map((integration) => (
          <Item key={integration.id}>
            <Card
              integration={integration}
              markup={variation.card_markup}
              address={`/build/${form.id}/settings/integrations/${integration.id}`}
              onOpen={() => onOpen(integration.id)}
            />
          </Item>
        ))}
      </Holder>
    </section>
  );
}

function Unavailable({ words, name, onBack }) {
  return (
    <section className={sc('sheet')}>
      <button type="button" className={sc('backLink')} onClick={onBack}>‹ {words.backToIntegrations}</button>
      <h2 className={sc('sheetTitle')}>{name}</h2>
      <p>{words.notSimulated}</p>
    </section>
  );
}

export function Integrations(props) {
  const { form, view, go, words, variation } = props;
  const open = (detail) => go({ tab: 'settings', panel: 'integrations', detail });
  const cards = <Cards words={words} variation={variation} form={form} onOpen={open} />;
  if (!view.detail) {
    return cards;
  }
  if (view.detail !== 'salesforce') {
    const name = catalogue.find(({ id }) => id === view.detail)?.name ?? view.detail;
    return <Unavailable words={words} name={name} onBack={() => open(null)} />;
  }
  const salesforce = <Salesforce form={form} words={words} variation={variation} onClose={() => open(null)} />;
  if (variation.wizard_place === 'stage') {
    return salesforce;
  }
  const labelled = variation.wizard_markup === 'labelled';
  return (
    <>
      {cards}
      <div className={sc('modalShade')}>
        <div
          className={sc('modal')}
          role={labelled ? 'dialog' : undefined}
          aria-modal={labelled ? true : undefined}
          aria-label={labelled ? words.salesforceTitle : undefined}
        >
          {salesforce}
        </div>
      </div>
    </>
  );
}
