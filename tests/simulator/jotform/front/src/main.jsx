import { createRoot } from 'react-dom/client';
import { Builder } from './Builder.jsx';
import { sowClasses, styleSheet } from './sc.js';
import { pageState } from './state.js';

const state = pageState(document);
sowClasses(state.variation.class_seed);
const style = document.createElement('style');
style.textContent = styleSheet();
document.head.append(style);
createRoot(document.getElementById('app')).render(<Builder state={state} />);
