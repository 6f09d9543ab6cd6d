// Lightning base components; pages of the cases make them by `lightning(kind, properties)`.
import { createElement } from 'lwc';
import CheckboxGroup from 'lightning/checkboxGroup';
import Combobox from 'lightning/combobox';
import DualListbox from 'lightning/dualListbox';
import Input from 'lightning/input';
import RadioGroup from 'lightning/radioGroup';
import Select from 'lightning/select';
import Textarea from 'lightning/textarea';

const KINDS = {
  'checkbox-group': CheckboxGroup, combobox: Combobox, 'dual-listbox': DualListbox, input: Input, 'radio-group': RadioGroup,
  select: Select, textarea: Textarea,
};

globalThis.lightning = (kind, properties) => Object.assign(createElement(`lightning-${kind}`, { is: KINDS[kind] }), properties);
