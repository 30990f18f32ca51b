import { asText, textOn } from './colour.js';
import { el, icon, sheet } from './dom.js';
import { settings } from './settings.js';
import { hasSession, read, write } from './storage.js';
import { fill } from './words.js';

const nudgeKey = 'chatleads.nudged';

/** Puts the round button on the page. The panel's code is fetched when the visitor shows interest. */
export async function launch(data, base) {
  const options = { ...settings(data), base };
  const styles = await Promise.all([sheet('theme.css', base), sheet('launcher.css', base)]);
  if (!document.body) await new Promise((done) => addEventListener('DOMContentLoaded', done, { once: true }));

  const host = el('chatleads-widget', { 'data-theme': options.theme, 'data-position': options.position });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles;
  paint(host, options.colour);

  let panel;
  const load = () => (panel ??= import('./panel.js').then(({ createPanel }) => createPanel(root, options, shown)));
  const open = async () => {
    nudge?.remove();
    (await load()).open();
  };
  const close = async () => (await panel)?.close();

  const badge = el('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
  const button = el('button', { class: 'launcher', type: 'button', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' },
    icon('chat'), icon('down'), badge);
  const news = el('span', { class: 'visually-hidden', role: 'status' });
  const nudge = options.nudge === null ? null : teaser(options, open);
  root.append(button, news);

  function shown({ expanded, unread, focus = false }) {
    button.setAttribute('aria-expanded', String(expanded));
    button.setAttribute('aria-label', expanded ? options.words.close : options.words.open);
    host.toggleAttribute('data-open', expanded);
    badge.hidden = !unread;
    badge.textContent = unread > 9 ? '9+' : unread;
    news.textContent = unread ? fill(options.words.unread, { count: unread }) : '';
    if (focus) button.focus();
  }

  shown({ expanded: false, unread: 0 });
  button.addEventListener('click', async () => (button.getAttribute('aria-expanded') === 'true' ? close() : open()));
  for (const interest of ['pointerenter', 'focus']) button.addEventListener(interest, load, { once: true });
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-chatleads-open]')) return;
    event.preventDefault();
    open();
  });

  document.body.append(host);
  if (nudge && !read('sessionStorage', nudgeKey)) setTimeout(() => host.hasAttribute('data-open') || root.append(nudge), options.nudge * 1000);
  if (hasSession()) (await load()).resume();
  return { open, close };
}

function paint(host, colour) {
  const set = (name, value) => host.style.setProperty(name, value);
  set('--accent', `rgb(${colour.join(' ')})`);
  set('--on-accent', textOn(colour));
  set('--accent-on-light', asText(colour, [241, 243, 244]));
  set('--accent-on-dark', asText(colour, [60, 66, 72]));
}

/** The greeting in a small bubble beside the button, only where the page asks for it with data-nudge. */
function teaser({ greeting, words }, open) {
  const dismiss = () => {
    write('sessionStorage', nudgeKey, true);
    bubble.remove();
  };
  const bubble = el('div', { class: 'nudge' },
    el('button', { class: 'nudge-text', type: 'button', onclick: open }, greeting),
    el('button', { class: 'nudge-close', type: 'button', 'aria-label': words.close, onclick: dismiss }, icon('close')));
  return bubble;
}
