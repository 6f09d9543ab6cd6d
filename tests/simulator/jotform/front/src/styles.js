// The looks, one entry per element: CSS with nesting. The class that carries them is made by `sc`.
const navy = '#0a1551';
const orange = '#ff6100';
const line = '#dadef3';
const quiet = '#6f76a7';
const control = `box-sizing:border-box;width:100%;min-height:40px;padding:8px 12px;border:1px solid #c8ceed;border-radius:4px;
  background:#fff;color:${navy};font:inherit;&:focus{outline:0;border-color:#2e69ff;box-shadow:0 0 0 3px #2e69ff33}`;
const button = `box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;min-height:40px;padding:0 20px;
  border-radius:4px;border:1px solid transparent;font:inherit;font-weight:600;cursor:pointer;text-decoration:none;white-space:nowrap;user-select:none;
  &:disabled,&.off{opacity:.45;cursor:default}`;

export const styles = {
  page: `position:fixed;inset:0;display:flex;flex-direction:column;background:#f3f3fe;color:${navy};
    font:15px/1.45 "Circular Std","Inter","Helvetica Neue",Arial,sans-serif;`,
  nothing: 'display:none;',
  header: `display:grid;grid-template-columns:1fr auto 1fr;align-items:center;height:62px;padding:0 20px;background:#fff;flex:none;`,
  brand: `display:inline-flex;align-items:center;gap:10px;justify-self:start;color:${navy};font-weight:700;font-size:17px;text-decoration:none;`,
  brandMark: `width:22px;height:26px;border-radius:6px;background:linear-gradient(135deg,${orange} 0 55%,#ffb629 55% 78%,${navy} 78%);`,
  formTitle: `text-align:center;& h1{margin:0;font-size:18px;line-height:1.3}& small{color:${quiet};font-size:12px}`,
  avatar: `justify-self:end;width:36px;height:36px;border-radius:50%;background:${navy};color:#fff;display:grid;place-items:center;font-weight:700;`,
  tabs: `position:relative;display:flex;align-items:stretch;justify-content:center;height:52px;background:${orange};flex:none;`,
  tabList: 'display:flex;align-items:stretch;',
  tab: `display:flex;align-items:center;padding:0 34px;color:#fff;text-decoration:none;text-transform:uppercase;font-weight:600;font-size:14px;
    letter-spacing:.02em;opacity:.85;border-bottom:4px solid transparent;border-top:4px solid transparent;&:hover{opacity:1;background:#0000000d}`,
  tabActive: `display:flex;align-items:center;padding:0 34px;color:#fff;text-decoration:none;text-transform:uppercase;font-weight:700;font-size:14px;
    letter-spacing:.02em;background:#0000001f;border-bottom:4px solid #fff;border-top:4px solid transparent;`,
  preview: `position:absolute;right:20px;top:0;bottom:0;display:flex;align-items:center;gap:10px;color:#fff;text-decoration:none;font-size:14px;`,
  previewSwitch: `width:38px;height:22px;border-radius:11px;background:#ffffff59;&::after{content:"";display:block;margin:3px;width:16px;height:16px;border-radius:50%;background:#fff}`,
  stage: 'flex:1;min-height:0;display:flex;position:relative;overflow:hidden;',

  canvasLayout: 'flex:1;display:flex;min-width:0;',
  palette: `width:250px;flex:none;overflow:auto;background:#fff;border-right:1px solid ${line};padding:0 0 20px;
    & h2{margin:0;padding:16px 20px;font-size:16px;background:${navy};color:#fff}`,
  paletteItem: `display:flex;align-items:center;gap:12px;width:100%;padding:11px 20px;border:0;border-bottom:1px solid #eef0fb;background:#fff;
    color:${navy};font:inherit;cursor:pointer;text-align:left;&:hover{background:#f3f3fe}& span{display:grid;place-items:center;width:26px;height:26px;border-radius:5px;background:#e8ecff;color:#2e4fd6;font-size:13px;font-weight:700}`,
  canvas: 'flex:1;overflow:auto;padding:32px 24px 120px;',
  formSheet: `list-style:none;max-width:752px;margin:0 auto;padding:20px 0 28px;background:#fff;border-radius:6px;box-shadow:0 4px 14px #0a15511a;`,
  question: `position:relative;margin:0 14px;padding:14px 24px;border-radius:6px;border:2px solid transparent;cursor:pointer;&:hover{background:#f7f8ff}`,
  questionSelected: `position:relative;margin:0 14px;padding:14px 24px;border-radius:6px;border:2px solid #2e69ff;background:#f4f7ff;`,
  questionTools: `position:absolute;top:8px;right:8px;display:flex;gap:6px;align-items:center;background:#fff;padding:4px 8px;border-radius:4px;box-shadow:0 2px 8px #0a15512e;font-size:13px;
    & label{display:flex;gap:5px;align-items:center;cursor:pointer}& button{border:0;background:none;color:#d8362a;font:inherit;cursor:pointer}`,
  label: `display:block;margin:0 0 8px;font-weight:600;font-size:16px;& .form-required{color:#f23a3c}`,
  labelEditor: `display:inline-block;border:0;border-bottom:1px dashed transparent;padding:0 2px;background:none;color:inherit;font:inherit;
    &:focus{outline:0;border-bottom-color:#2e69ff}`,
  inputs: 'display:flex;flex-wrap:wrap;gap:12px;& .form-sub-label-container{flex:1 1 180px;display:block}& label.form-sub-label{display:block;margin-top:5px;font-size:12px;color:#57647e}',
  wide: 'flex:1 1 100% !important;',
  input: control,
  area: `${control}min-height:96px;`,
  choiceLine: 'display:flex;align-items:center;gap:9px;flex:1 1 45%;',
  headTitle: `margin:6px 0 2px;font-size:26px;`,
  dropZone: `flex:1;padding:24px;border:1px dashed #c8ceed;border-radius:4px;text-align:center;color:${quiet};`,
  stars: 'font-size:28px;letter-spacing:6px;color:#cfd5f4;',
  matrix: 'border-collapse:collapse;width:100%;& td,& th{border:1px solid #e3e5f5;padding:8px;text-align:center;font-weight:500}',
  hiddenTag: `padding:8px 12px;background:#eef0fb;border-radius:4px;color:${quiet};font-size:13px;`,
  submitRow: 'flex:1;text-align:center;padding:12px 0;',
  submitButton: `${button}background:#18bd5b;color:#fff;min-width:180px;`,
  divider: `border:0;border-top:1px solid ${line};margin:10px 0;`,

  settingsLayout: 'flex:1;display:flex;min-width:0;',
  panel: `width:320px;flex:none;overflow:auto;background:#fff;border-right:1px solid ${line};`,
  panelList: 'list-style:none;margin:0;padding:0;',
  panelItem: `box-sizing:border-box;display:grid;grid-template-columns:40px 1fr;gap:2px 14px;align-items:center;width:100%;padding:15px 20px;border:0;border-bottom:1px solid #e7e9f6;
    background:#fff;color:${navy};font:inherit;text-align:left;text-decoration:none;cursor:pointer;&:hover{background:#f7f8ff}
    &.active,&.on{background:${navy};color:#fff;& .quiet{color:#c8ceed}}`,
  panelIcon: `grid-row:span 2;width:40px;height:40px;border-radius:8px;display:grid;place-items:center;font-size:18px;background:#e8ecff;color:#2e4fd6;`,
  panelName: 'font-weight:600;font-size:16px;display:block;',
  panelHint: `font-size:13px;display:block;color:${quiet};&.quiet{}`,
  settingsStage: 'flex:1;overflow:auto;padding:32px 32px 140px;min-width:0;',
  sheet: `max-width:820px;margin:0 auto;padding:28px 32px;background:#fff;border-radius:8px;box-shadow:0 4px 14px #0a155114;`,
  sheetTitle: 'margin:0 0 4px;font-size:22px;',
  hint: `margin:0 0 18px;color:${quiet};`,
  row: 'display:flex;gap:10px;align-items:center;flex-wrap:nowrap;',
  fieldRow: 'margin:0 0 18px;',
  fieldLabel: 'display:block;margin:0 0 6px;font-weight:600;',

  searchRow: 'position:relative;margin:18px 0 22px;',
  cards: 'display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,1fr));gap:14px;list-style:none;margin:0;padding:0;',
  card: `box-sizing:border-box;display:flex;flex-direction:column;align-items:center;gap:8px;width:100%;height:100%;padding:20px 12px;border:1px solid #e3e5f5;border-radius:8px;background:#fff;
    color:${navy};font:inherit;text-align:center;text-decoration:none;cursor:pointer;&:hover{border-color:#2e69ff;box-shadow:0 4px 12px #2e69ff26}& small{color:${quiet};font-size:12px}`,
  cardMark: 'width:52px;height:52px;border-radius:12px;color:#fff;display:grid;place-items:center;font-size:20px;font-weight:700;',
  groupTitle: 'margin:24px 0 12px;font-size:15px;text-transform:uppercase;letter-spacing:.04em;color:#57647e;',

  modalShade: 'position:absolute;inset:0;z-index:20;background:#0a155180;display:flex;align-items:flex-start;justify-content:center;overflow:auto;padding:36px 20px;',
  modal: `position:relative;width:min(760px,100%);background:#fff;border-radius:10px;box-shadow:0 20px 60px #0a155166;padding:28px 32px;`,
  wizardHead: `display:flex;gap:16px;align-items:center;margin:0 0 20px;padding:0 0 18px;border-bottom:1px solid ${line};& h2{margin:0;font-size:22px}& p{margin:2px 0 0;color:${quiet}}`,
  wizardClose: `margin-left:auto;border:0;background:none;color:${quiet};font-size:24px;cursor:pointer;line-height:1;`,
  backLink: `display:inline-block;margin:0 0 14px;border:0;background:none;padding:0;color:#2e69ff;font:inherit;font-weight:600;cursor:pointer;`,
  steps: `display:flex;gap:6px;list-style:none;margin:0 0 24px;padding:0;& > *{flex:1;padding:8px 4px;border-top:4px solid ${line};font-size:13px;color:${quiet}}
    & > .now{border-color:${orange};color:${navy};font-weight:700}& > .past{border-color:#18bd5b}`,
  section: 'margin:0 0 26px;',
  sectionTitle: 'margin:0 0 10px;font-size:17px;font-weight:700;',
  connect: 'text-align:center;padding:18px 0 8px;',
  buttonPrimary: `${button}background:${navy};color:#fff;border-color:${navy};&:hover{background:#142182}`,
  buttonGo: `${button}background:#18bd5b;color:#fff;&:hover{background:#15a850}`,
  buttonPlain: `${button}background:#fff;color:${navy};border-color:#c8ceed;&:hover{background:#f3f3fe}`,
  accountChip: `display:flex;align-items:center;gap:12px;padding:12px 14px;border:1px solid #c8ceed;border-radius:6px;background:#f7f8ff;& b{flex:1}`,
  accountMark: 'width:32px;height:32px;border-radius:50%;background:#1798c1;color:#fff;display:grid;place-items:center;font-weight:700;',
  linkButton: `border:0;background:none;padding:0;color:#2e69ff;font:inherit;cursor:pointer;`,
  message: 'margin:0 0 18px;padding:12px 16px;border-radius:6px;background:#fdecec;color:#8e1616;border:1px solid #f3b9b9;overflow-wrap:anywhere;',
  notice: 'margin:0 0 18px;padding:12px 16px;border-radius:6px;background:#e9f8ef;color:#0d5b2d;border:1px solid #a9e2c0;',
  choiceBox: `${control}display:flex;align-items:center;justify-content:space-between;gap:8px;cursor:pointer;text-align:left;&::after{content:"▾";color:${quiet}}`,
  choiceHolder: 'position:relative;',
  choiceList: `position:absolute;z-index:60;left:0;right:0;margin:4px 0 0;padding:6px;max-height:260px;overflow:auto;list-style:none;background:#fff;border:1px solid #c8ceed;border-radius:6px;box-shadow:0 10px 30px #0a155133;`,
  choiceOption: `padding:9px 10px;border-radius:4px;cursor:pointer;font-size:15px;color:${navy};&:hover,&.over{background:#eef2ff}&.chosen{font-weight:700}& em{color:#f23a3c;font-style:normal}`,
  choiceSearch: `${control}margin-bottom:6px;`,
  radioCards: 'display:grid;grid-template-columns:1fr 1fr;gap:14px;',
  radioCard: `display:block;padding:16px 18px;border:2px solid #dfe3f7;border-radius:8px;cursor:pointer;background:#fff;&:hover{border-color:#98a6ec}
    &.chosen{border-color:#2e69ff;background:#f4f7ff}& b{display:block}& small{color:${quiet}}& input{margin:0 8px 0 0}`,
  mapping: 'display:grid;grid-template-columns:1fr 24px 1fr 32px;gap:10px;align-items:center;margin:0 0 10px;',
  mappingHead: `display:grid;grid-template-columns:1fr 24px 1fr 32px;gap:10px;margin:0 0 8px;color:${quiet};font-size:13px;text-transform:uppercase;letter-spacing:.03em;`,
  mappingArrow: `text-align:center;color:${quiet};`,
  mappingRemove: `border:0;background:none;color:${quiet};font-size:20px;cursor:pointer;`,
  toggleRow: `display:flex;gap:16px;align-items:center;padding:14px 0;border-top:1px solid #eef0fb;& .grow{flex:1}& small{color:${quiet};display:block}`,
  toggle: `position:relative;flex:none;width:46px;height:26px;border:0;border-radius:13px;background:#c8ceed;cursor:pointer;padding:0;
    &::after{content:"";position:absolute;left:3px;top:3px;width:20px;height:20px;border-radius:50%;background:#fff}&.on{background:#18bd5b}&.on::after{left:23px}`,
  checkLine: 'display:flex;gap:8px;align-items:center;padding:6px 0 6px 24px;',
  wizardFoot: `display:flex;gap:10px;justify-content:flex-end;margin:24px 0 0;padding:18px 0 0;border-top:1px solid ${line};& .spring{flex:1}`,
  entry: `display:flex;gap:14px;align-items:center;padding:14px 16px;border:1px solid #dfe3f7;border-radius:8px;margin:0 0 10px;& .grow{flex:1}& small{color:${quiet};display:block}`,
  log: `width:100%;border-collapse:collapse;font-size:14px;& td,& th{padding:9px 8px;border-bottom:1px solid #eef0fb;text-align:left;vertical-align:top;overflow-wrap:anywhere}& th{color:${quiet};font-weight:600}`,
  badgeGood: 'display:inline-block;padding:2px 10px;border-radius:10px;background:#dcf5e6;color:#0d5b2d;font-size:12px;font-weight:700;',
  badgeBad: 'display:inline-block;padding:2px 10px;border-radius:10px;background:#fdecec;color:#8e1616;font-size:12px;font-weight:700;',

  assistant: 'position:fixed;right:22px;bottom:22px;z-index:2147483000;',
  assistantButton: `width:56px;height:56px;border:0;border-radius:50%;background:linear-gradient(135deg,#7a5cff,#2e69ff);color:#fff;font-size:24px;box-shadow:0 8px 24px #2e69ff66;cursor:pointer;`,
  assistantCard: `position:absolute;right:0;bottom:68px;width:250px;padding:16px;border-radius:10px;background:#fff;box-shadow:0 10px 34px #0a155140;& p{margin:6px 0 0;color:#57647e}`,
};
