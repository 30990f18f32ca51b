import { createComposer } from './composer.js';
import { el } from './dom.js';
import { Line } from './line.js';
import { Outbox } from './outbox.js';
import { Thread } from './thread.js';

const echoWithin = 6000;
const typingEvery = 3000;

/**
 * A whole chat: thread, composer and line, wired together. Used by the widget's panel and by the desk.
 * `visit` goes with the first message; `heard` is told of each message of the other side, with its item and whether it is news.
 */
export function createConversation({ key, api, sessions, words, name, greeting, language, lasting, visit, heard }) {
  const echoed = new Set();
  const thread = new Thread({ words, name, greeting, lasting, say, refocus });
  const composer = createComposer(words, (text) => say(text), typing);
  const notice = el('p', { class: 'notice', role: 'status' });
  const line = new Line({ api, sessions, heard: take, changed, ended: () => thread.divide(words.ended) });
  const outbox = new Outbox({ key, post, report });
  const restored = [...outbox.items];
  let history = true;
  let typed = 0;

  /** `command` marks what is meant for the bot even while a person is talked to. */
  function say(text, label, command) {
    const item = { id: crypto.getRandomValues(new Uint32Array(4)).join('-'), text, label, command, at: Date.now() };
    show(item);
    outbox.add(item);
  }

  /** Told while a person may be on the other side: always at the desk, else once one has spoken. */
  function typing() {
    if (!(thread.human || lasting) || Date.now() - typed < typingEvery) return;
    typed = Date.now();
    line.post(({ user }) => ({ type: 'typing', from: { id: user } })).catch(() => null);
  }

  /** Where the focus goes when the button that had it is used up. A phone's keyboard stays down. */
  function refocus() {
    (matchMedia('(pointer: fine)').matches ? composer.field : thread.log).focus({ preventScroll: true });
  }

  function show(item) {
    thread.tell(item);
    thread.settle(item.id, 'sending', words.sending);
  }

  function post({ id, text, command }) {
    return line.post(({ user, used }) => ({
      type: 'message',
      from: { id: user },
      text,
      locale: language,
      channelData: { clientActivityID: id, ...(command && { command }), ...(visit && !used ? { visit } : {}) },
    }));
  }

  function report({ id, text, label }, outcome, error) {
    if (outcome === 'waiting') return thread.settle(id, 'waiting', words.waiting);
    if (outcome === 'refused') {
      const why = error.status === 413 ? `${words.refused} ${words.tooLong}` : words.refused;
      return thread.settle(id, 'refused', why, () => say(text, label));
    }
    thread.settle(id, 'sent');
    // A bot answers at once: until it does, it types. A person's typing is told by the line.
    if (thread.unanswered && !thread.human && !lasting) thread.typing(true);
    if (echoed.has(id)) return;
    setTimeout(() => echoed.has(id) || line.suspect(), echoWithin);
    line.nudge();
  }

  function take(activity, { user }) {
    const { type, from, channelData } = activity;
    const mine = from?.role === 'user' || from?.id === user;
    if (type === 'typing' && !mine) thread.typing(true, from?.name);
    if (type !== 'message') return;
    if (mine) arrived(channelData?.clientActivityID ?? activity.id, activity);
    else {
      const item = thread.hear(activity);
      composer.expect(channelData?.asking);
      heard?.(activity, { item, fresh: !history });
    }
  }

  function arrived(id, { text = '', timestamp }) {
    echoed.add(id);
    outbox.arrived(id);
    thread.tell({ id, text, at: Date.parse(timestamp) || Date.now() });
    thread.settle(id, 'sent');
  }

  function changed(state) {
    notice.textContent = state === 'offline' ? words.offline : '';
    thread.log.setAttribute('aria-busy', String(state === 'connecting'));
    if (state === 'connecting') return;
    for (const item of restored.splice(0)) show(item);
    history = false;
    if (state === 'online') outbox.flush();
  }

  const element = el('div', { class: 'conversation' }, thread.element, notice, composer.element);
  if (restored.length) line.want();
  line.run();
  return { element, thread, composer, line, say };
}
