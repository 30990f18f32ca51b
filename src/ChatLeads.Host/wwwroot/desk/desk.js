import { createApi, reach, Refusal } from '../chat/api.js';
import { paint } from '../chat/brand.js';
import { createConversation } from '../chat/conversation.js';
import { el } from '../chat/dom.js';
import { pick } from '../chat/labels.js';
import { session } from '../chat/sessions.js';
import { fill, wordsOf } from '../chat/words.js';
import { createAlerts } from './alerts.js';
import { preferences } from './preferences.js';
import { createRail } from './rail.js';
import { signedOut, unreachable } from './signed-out.js';
import { deskWords } from './words.js';

const indigo = [59, 76, 202];
const base = new URL('/', location.href);

paint(document.documentElement.style, indigo);
start();

/** Asks who is signed in, and shows the desk or how to get in. */
async function start() {
  const chosen = preferences.language;
  try {
    const entered = await enter();
    show(entered, pick(chosen, entered.language, ...navigator.languages));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const language = pick(chosen, ...navigator.languages);
    const page = error.status === 401 ? signedOut(deskWords[language]) : unreachable(deskWords[language], start);
    dress(language, page);
  }
}

async function enter() {
  return (await reach(new URL('desk/token', base), { method: 'POST' })).json();
}

function show(entered, language) {
  const words = deskWords[language];
  const alerts = createAlerts(words);
  const chat = createConversation({
    key: 'chatleads.desk.outbox',
    api: createApi(base),
    sessions: deskSessions(entered),
    words: wordsOf(language),
    name: 'ChatLeads',
    greeting: fill(words.greeting, { name: entered.name }),
    language,
    lasting: true,
    heard: alerts.heard,
  });
  const quick = el('div', { class: 'quick', role: 'group', 'aria-label': words.quick },
    ...[...words.asks, ...(entered.role === 'manager' ? words.figures : [])].map((ask) => el('button', { type: 'button', onclick: () => chat.say(ask, ask, true) }, ask)));
  chat.composer.element.before(quick);
  const main = el('main', {}, el('h1', { class: 'visually-hidden' }, words.title), chat.element);
  dress(language, createRail(entered, words, language, alerts.element, signOut), main);
  chat.line.want();
  if (matchMedia('(pointer: fine)').matches) chat.composer.field.focus();
}

function dress(language, ...parts) {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = preferences.theme ?? 'auto';
  document.title = `${deskWords[language].title} · ChatLeads`;
  document.body.replaceChildren(...parts);
}

/** The desk's token comes from the signed-in session; when that is over, the page says how to get in again. */
function deskSessions(entered) {
  let current = session(entered);
  const begin = async () => {
    try {
      return (current = session(await enter()));
    } catch (error) {
      if (error.status === 401) location.reload();
      throw error;
    }
  };
  return {
    current: () => (current?.expires > Date.now() ? current : null),
    begin,
    renew: begin,
    end: () => (current = null),
  };
}

async function signOut() {
  await reach(new URL('desk/sign-out', base), { method: 'POST' }).catch(() => null);
  location.assign('/desk');
}
