import { plain as written } from '../chat/card.js';
import { el } from '../chat/dom.js';
import { announce } from './announce.js';

/** Lists the alerts: cards that came of their own accord, not as an answer. New ones are announced as the settings say. */
export function createAlerts(words) {
  const list = el('ol', {});
  const none = el('p', { class: 'none' }, words.none);
  const element = el('section', { class: 'alerts' }, el('h2', {}, words.alerts), none, list);
  let unseen = 0;

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    unseen = 0;
    document.title = plain();
  });

  function heard(activity, { item, fresh }) {
    const name = titleOf(activity);
    if (!name || activity.replyToId) return;
    none.hidden = true;
    item.classList.add('alert');
    item.querySelector('.card button')?.classList.add('primary');
    const time = item.querySelector('time');
    list.prepend(el('li', {}, el('button', { type: 'button', onclick: () => show(item) }, el('b', {}, name), time ? time.cloneNode(true) : null)));
    if (fresh) raise(name, activity.text);
  }

  function raise(name, text) {
    announce(`${words.alert}: ${name}`, text);
    if (document.hidden) document.title = `(${++unseen}) ${plain()}`;
  }

  return { element, heard };
}

const plain = () => document.title.replace(/^\(\d+\) /, '');

function titleOf({ attachments = [] }) {
  const card = attachments.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')?.content;
  return written(card?.body?.find(({ type }) => type === 'TextBlock')?.text);
}

function show(item) {
  item.scrollIntoView({ block: 'center' });
  item.querySelector('button')?.focus({ preventScroll: true });
}
