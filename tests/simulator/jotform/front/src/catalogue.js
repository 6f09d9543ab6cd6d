// The integrations on offer, look-alikes of Salesforce among them.
export const catalogue = [
  ['google-sheets', 'Google Sheets', 'Send submissions to a spreadsheet', '#1f9d61'],
  ['slack', 'Slack', 'Post submissions to a channel', '#5b2a63'],
  ['paypal', 'PayPal', 'Collect payments', '#1f3b7d'],
  ['salesforce-marketing', 'Salesforce Marketing Cloud', 'Add subscribers to your journeys', '#d66a1f'],
  ['mailchimp', 'Mailchimp', 'Add contacts to your lists', '#e7c000'],
  ['hubspot', 'HubSpot', 'Create contacts and deals', '#f2784b'],
  ['salesforce-pardot', 'Salesforce Pardot', 'Create prospects in Account Engagement', '#4a7fb5'],
  ['salesforce', 'Salesforce', 'Create and update records in your CRM', '#1798c1'],
  ['salesflare', 'Salesflare', 'Create opportunities', '#26a0da'],
  ['dropbox', 'Dropbox', 'Save submissions as files', '#1d6fe0'],
  ['google-drive', 'Google Drive', 'Create folders for submissions', '#2c8a57'],
  ['google-calendar', 'Google Calendar', 'Create events', '#3f7ee8'],
  ['airtable', 'Airtable', 'Create records in a base', '#d9a400'],
  ['monday', 'monday.com', 'Create items on a board', '#e8365d'],
  ['trello', 'Trello', 'Create cards', '#1b6fc4'],
  ['asana', 'Asana', 'Create tasks', '#e06a60'],
  ['notion', 'Notion', 'Create pages in a database', '#3b3b3b'],
  ['zoho-crm', 'Zoho CRM', 'Create leads', '#c8342a'],
  ['pipedrive', 'Pipedrive', 'Create persons and deals', '#2d6a4f'],
  ['zoom', 'Zoom', 'Schedule meetings', '#3a7cf0'],
  ['microsoft-teams', 'Microsoft Teams', 'Post to a team', '#5a5fc7'],
  ['onedrive', 'OneDrive', 'Save submissions as files', '#2572c4'],
  ['box', 'Box', 'Save submissions as files', '#1666d6'],
  ['activecampaign', 'ActiveCampaign', 'Add contacts', '#2b5cc4'],
  ['constant-contact', 'Constant Contact', 'Add contacts to your lists', '#2a6fb4'],
  ['clickup', 'ClickUp', 'Create tasks', '#8253e0'],
  ['square', 'Square', 'Collect payments', '#303030'],
  ['stripe', 'Stripe', 'Collect payments', '#635bdb'],
  ['docusign', 'DocuSign', 'Request signatures', '#b8912c'],
  ['telegram', 'Telegram', 'Send messages', '#2f9fd6'],
  ['webhooks', 'WebHooks', 'Post submissions to an address', '#7a3f8f'],
  ['sendgrid', 'SendGrid', 'Send e-mail', '#3fa7d6'],
].map(([id, name, hint, colour]) => ({ id, name, hint, colour }));

// The integrations whose name contains every word of what was typed.
export function matching(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return catalogue.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}
