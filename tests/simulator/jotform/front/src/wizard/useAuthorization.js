// The pop-up in which Salesforce asks its user: opened by a click, answered by a message or by being closed.
import { useEffect, useRef, useState } from 'react';
import { readSalesforce, startAuthorization } from '../api.js';

// Where the callback page lives, whichever host the builder is on.
const callbackOrigin = 'https://www.jotform.com';

// `onConnected` gets the connection's id and all connections.
export function useAuthorization({ formId, words, onConnected }) {
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState(null);
  const popup = useRef(null);

  useEffect(() => {
    if (!waiting) {
      return undefined;
    }
    let answered = false;
    const finish = async (answer) => {
      answered = true;
      setWaiting(false);
      if (answer.error) {
        setError(`${answer.error}: ${answer.description}`);
        return;
      }
      const { connections } = await readSalesforce(formId);
      onConnected(answer.connection, connections);
    };
    const listen = (event) => {
      const fromCallback = event.origin === callbackOrigin || event.origin === window.location.origin;
      if (fromCallback && event.data?.source === 'jotform-salesforce') {
        finish(event.data);
      }
    };
    const closed = setInterval(() => {
      if (popup.current?.closed && !answered) {
        setWaiting(false);
        setError(words.popupClosed);
      }
    }, 700);
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
      clearInterval(closed);
    };
  }, [waiting, formId, words, onConnected]);

  const authenticate = () => {
    setError(null);
    popup.current = window.open(startAuthorization(formId), 'salesforceAuth', 'width=820,height=760');
    if (popup.current) {
      setWaiting(true);
    } else {
      setError(words.popupBlocked);
    }
  };
  return { waiting, error, authenticate };
}
