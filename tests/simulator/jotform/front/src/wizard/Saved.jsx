// The saved integrations and what came of the submissions.
import { sc } from '../sc.js';

function Log({ entries, words, kit }) {
  return (
    <kit.Section title={words.actionLog} hint={words.actionLogHint}>
      {entries.length === 0 && <p>{words.noEntries}</p>}
      {entries.length > 0 && (
        <table className={sc('log')}>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{entry.at.slice(0, 16).replace('T', ' ')}</td>
                <td>#{entry.submission}</td>
                <td><span className={sc(entry.success ? 'badgeGood' : 'badgeBad')}>{entry.success ? words.succeeded : words.failed}</span></td>
                <td>{entry.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </kit.Section>
  );
}

export function Saved({ known, words, kit, justSaved, warning, onEdit, onRemove, onAdd }) {
  return (
    <div>
      {justSaved && <kit.Notice>{words.saved}. {words.savedHint}</kit.Notice>}
      {warning && <kit.Message>{warning}</kit.Message>}
      <kit.Section title={words.myIntegrations}>
        {known.integrations.map((integration) => (
          <div className={sc('entry')} key={integration.id}>
            <span className={sc('accountMark')} aria-hidden="true">S</span>
            <div className="grow">
              <b>{integration.action === 'find' ? words.actionFind : words.actionCreate}: {integration.object_label}</b>
              <small>{integration.connection_name}</small>
            </div>
            <kit.Button look="buttonPlain" onClick={() => onEdit(integration)}>{words.edit}</kit.Button>
            <kit.Button look="linkButton" onClick={() => onRemove(integration.id)}>{words.remove}</kit.Button>
          </div>
        ))}
        <kit.Button look="buttonPlain" onClick={onAdd}>+ {words.addAnother}</kit.Button>
      </kit.Section>
      <Log entries={known.log} words={words} kit={kit} />
    </div>
  );
}
