import { el } from '../chat/dom.js';
import { chime } from './announce.js';
import { prefer, preferences } from './preferences.js';

/** The side of the page: who is in, the alerts, the settings. On a phone it folds into one line. */
export function createRail({ name, role }, words, language, alerts, signOut) {
  const settings = el('details', { class: 'settings' }, el('summary', {}, words.settings),
    notifying(words),
    toggle(words.sound, preferences.sound, (on) => (prefer('sound', on), on && chime())),
    choice(words.theme, words.themes, preferences.theme ?? 'auto', (theme) => {
      prefer('theme', theme);
      document.documentElement.dataset.theme = theme;
    }),
    choice(words.language, { es: 'Español', en: 'English' }, language, (chosen) => (prefer('language', chosen), location.reload())),
    el('button', { class: 'out', type: 'button', onclick: signOut }, words.signOut));
  return el('aside', { class: 'rail', 'aria-label': words.title },
    el('div', { class: 'brand' }, el('img', { src: '/desk.svg', alt: '', width: '36', height: '36' }),
      el('div', {}, el('strong', {}, words.title), el('span', {}, `${name} · ${words[role] ?? role}`))),
    alerts, settings);
}

function toggle(text, on, change) {
  const box = el('input', { type: 'checkbox', role: 'switch', checked: Boolean(on) });
  box.addEventListener('change', () => change(box.checked, box));
  return el('label', { class: 'row' }, el('span', {}, text), box);
}

function notifying(words) {
  return toggle(words.notify, preferences.notify, async (on, box) => {
    const granted = on && (await window.Notification?.requestPermission()) === 'granted';
    box.checked = granted;
    prefer('notify', granted);
    if (on && !granted) box.closest('label').after(el('p', { class: 'hint', role: 'alert' }, words.blocked));
  });
}

function choice(text, options, selected, change) {
  const select = el('select', {}, ...Object.entries(options).map(([value, label]) => el('option', { value, selected: value === selected }, label)));
  select.addEventListener('change', () => change(select.value));
  return el('label', { class: 'row' }, el('span', {}, text), select);
}
