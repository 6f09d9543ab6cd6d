// The builder's own calls. A refusal is HTTP 200 with another responseCode, as the public API does it.
export class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { responseCode, message, content } = await answer.json();
  if (responseCode === 401) {
    window.location.assign(`/login/?rp=${encodeURIComponent(window.location.href)}`);
  }
  if (responseCode !== 200) {
    throw new Refused(responseCode, message);
  }
  return content;
}

const salesforce = (formId) => `/internal/form/${formId}/salesforce`;

export const readSalesforce = (formId) => call('GET', salesforce(formId));
export const readObjects = (formId, connection) =>
  call('GET', `${salesforce(formId)}/objects?connection=${encodeURIComponent(connection)}`);
export const readFields = (formId, connection, object) =>
  call('GET', `${salesforce(formId)}/fields?connection=${encodeURIComponent(connection)}&object=${encodeURIComponent(object)}`);
export const saveIntegration = (formId, integration) => call('POST', salesforce(formId), integration);
export const removeIntegration = (formId, id) => call('DELETE', `${salesforce(formId)}/${id}`);
export const changeQuestions = (formId, change) => call('POST', `/internal/form/${formId}/questions`, change);
export const startAuthorization = (formId) => `/oauth/salesforce/start?form=${formId}`;
