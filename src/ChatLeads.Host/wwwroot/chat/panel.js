import { createApi } from './api.js';
import { paint } from './brand.js';
import { createConversation } from './conversation.js';
import { el, icon, sheet } from './dom.js';
import { visitorSessions } from './sessions.js';
import { read } from './settings.js';
import { read as readStored, write } from './storage.js';
import { fill, wordsOf } from './words.js';

const openKey = 'chatleads.open';
const phone = matchMedia('(max-width: 480px), (max-height: 420px)');

/** The window of the chat. `changed` hears whether it is open and how many messages are unread. */
export async function createPanel(root, options, changed) {
  const { base, language } = options;
  const words = wordsOf(language);
  const name = options.name || words.name;
  const greeting = options.greeting || words.greeting;
  paint(root.host.style, options.colour);
  const styles = await Promise.all([sheet('thread.css', base), sheet('panel.css', base)]);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles];

  const api = createApi(base);
  const chat = createConversation({
    key: 'chatleads.outbox', api, sessions: visitorSessions(api, language), words, name, greeting, language, visit: visit(),
    heard: (_, { fresh }) => fresh && !isOpen() && changed({ expanded: false, unread: ++unread }),
  });
  const closer = el('button', { class: 'closer', type: 'button', 'aria-label': words.close, onclick: () => close() }, icon('close'));
  const panel = el('section', { class: 'panel', role: 'dialog', 'aria-label': fill(words.chat, { name }), lang: language, hidden: true },
    el('header', {}, face(options, name), el('div', { class: 'who' }, el('h2', {}, name), el('p', {}, words.role)), closer),
    chat.element);
  let unread = 0;
  let overflow = '';

  const isOpen = () => !panel.hidden;

  function open({ focus = true } = {}) {
    if (isOpen()) return;
    panel.hidden = false;
    unread = 0;
    fit();
    write('sessionStorage', openKey, true);
    changed({ expanded: true, unread });
    chat.line.want();
    chat.thread.toEnd();
    if (focus) (matchMedia('(pointer: coarse)').matches ? closer : chat.composer.field).focus({ preventScroll: true });
  }

  function close() {
    if (!isOpen()) return;
    panel.hidden = true;
    fit();
    write('sessionStorage', openKey, null);
    changed({ expanded: false, unread, focus: true });
  }

  /** A conversation of an earlier page goes on; the panel is open again where it does not cover the page. */
  function resume() {
    if (readStored('sessionStorage', openKey) && !phone.matches) open({ focus: false });
  }

  /** On a phone the panel is a sheet over the whole page: above the keyboard, with the page held still behind it. */
  function fit() {
    const sheet = isOpen() && phone.matches;
    const { height, offsetTop } = window.visualViewport ?? { height: innerHeight, offsetTop: 0 };
    panel.style.height = sheet ? `${height}px` : '';
    panel.style.top = sheet ? `${offsetTop}px` : '';
    panel.toggleAttribute('aria-modal', false);
    if (sheet) panel.setAttribute('aria-modal', 'true');
    hold(sheet);
    if (sheet) chat.thread.toEnd();
  }

  function hold(still) {
    const page = document.documentElement.style;
    if (still && page.overflow !== 'hidden') overflow = page.overflow;
    if (still) page.overflow = 'hidden';
    else if (page.overflow === 'hidden') page.overflow = overflow;
  }

  window.visualViewport?.addEventListener('resize', fit);
  window.visualViewport?.addEventListener('scroll', fit);
  phone.addEventListener('change', fit);
  panel.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Tab' && phone.matches) wrap(event, panel);
  });
  root.prepend(panel);
  return { open, close, resume };
}

/** Keeps Tab inside the sheet. */
function wrap(event, panel) {
  const stops = [...panel.querySelectorAll('button, textarea, a[href], [tabindex="0"]')].filter((stop) => !stop.disabled && stop.checkVisibility());
  const at = panel.getRootNode().activeElement;
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey ? at !== first : at !== last) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

function face(options, name) {
  const avatar = read(options, 'avatar', null, 'the address of a picture', pictureAddress);
  return avatar
    ? el('img', { class: 'face', src: avatar, alt: '' })
    : el('span', { class: 'face', 'aria-hidden': 'true' }, name.trim().charAt(0).toUpperCase());
}

function pictureAddress(value) {
  const url = URL.parse(value, document.baseURI);
  return url && /^(https?|data):$/.test(url.protocol) && url.href;
}

/** Where the visitor came from. Addresses go without query and fragment: those may hold anything. */
function visit() {
  const here = new URL(location.href);
  const utm = [...here.searchParams].filter(([key]) => key.startsWith('utm_')).map(([key, value]) => [key, value.slice(0, 200)]);
  const referrer = document.referrer ? new URL(document.referrer) : null;
  const plain = (url) => url && url.origin + url.pathname;
  return { page: plain(here), ...(referrer && referrer.origin !== here.origin ? { referrer: plain(referrer) } : {}), ...Object.fromEntries(utm) };
}
