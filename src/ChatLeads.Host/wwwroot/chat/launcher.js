import { css, textOn } from './colour.js';
import { el, icon, sheet } from './dom.js';
import { label } from './labels.js';
import { settings } from './settings.js';

/** Puts the round button on the page. The chat's code is fetched when the visitor shows interest. */
export async function launch(data, base) {
  const options = { ...settings(data), base };
  const labels = label(options.language);
  const styles = await Promise.all([sheet('theme.css', base), sheet('launcher.css', base)]);
  if (!document.body) await new Promise((done) => addEventListener('DOMContentLoaded', done, { once: true }));

  const host = el('chatleads-widget', { 'data-theme': options.theme, 'data-position': options.position });
  host.style.setProperty('--accent', css(options.colour));
  host.style.setProperty('--on-accent', textOn(options.colour));
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles;

  let panel;
  const load = () => (panel ??= import('./panel.js').then(({ createPanel }) => createPanel(root, options, show)));
  const open = async () => {
    root.querySelector('.nudge')?.remove();
    (await load()).open();
  };
  const close = async () => (await panel)?.close();

  const badge = el('span', { class: 'badge', 'aria-hidden': 'true' });
  const button = el('button', { class: 'launcher', type: 'button', 'aria-haspopup': 'dialog' }, icon('chat'), icon('down'), badge);
  const news = el('span', { class: 'visually-hidden', role: 'status' });
  const isOpen = () => host.hasAttribute('data-open');

  function show({ expanded, unread, focus }) {
    host.toggleAttribute('data-open', expanded);
    button.setAttribute('aria-expanded', String(expanded));
    button.setAttribute('aria-label', expanded ? labels.close : labels.open);
    badge.hidden = !unread;
    badge.textContent = unread > 9 ? '9+' : unread;
    news.textContent = unread ? `${unread} ${labels.unread}` : '';
    if (focus) button.focus();
  }

  show({ expanded: false, unread: 0 });
  button.addEventListener('click', () => (isOpen() ? close() : open()));
  for (const interest of ['pointerenter', 'focus']) button.addEventListener(interest, load, { once: true });
  document.addEventListener('click', (event) => event.target.closest?.('[data-chatleads-open]') && open());

  root.append(button, news);
  document.body.append(host);
  if (options.nudge) setTimeout(async () => isOpen() || (await import('./nudge.js')).nudge(root, options, open), options.nudge * 1000);
  if (wasOpened()) (await load()).resume();
  return { open, close };
}

/** The visitor has used the chat before, here or on another page of the site. */
function wasOpened() {
  try {
    return 'chatleads.session' in localStorage;
  } catch {
    return false;
  }
}
