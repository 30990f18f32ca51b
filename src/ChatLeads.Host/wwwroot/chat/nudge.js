import { el, icon, sheet } from './dom.js';
import { read, readSession, write } from './storage.js';
import { wordsOf } from './words.js';

const key = 'chatleads.nudged';

/** The greeting in a small bubble beside the button, only where the page asks for it with data-nudge, and to those who neither dismissed it nor chatted. */
export async function nudge(root, { language, greeting, base }, open) {
  if (read('sessionStorage', key) || readSession()) return;
  root.adoptedStyleSheets.push(await sheet('nudge.css', base));
  const dismiss = () => {
    write('sessionStorage', key, true);
    bubble.remove();
  };
  const bubble = el('div', { class: 'nudge' },
    el('button', { class: 'nudge-text', type: 'button', onclick: open }, greeting || wordsOf(language).greeting),
    el('button', { class: 'nudge-close', type: 'button', 'aria-label': wordsOf(language).dismiss, onclick: dismiss }, icon('close')));
  root.append(bubble);
}
