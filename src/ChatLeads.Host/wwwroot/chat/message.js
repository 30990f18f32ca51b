import { card } from './card.js';
import { el, icon } from './dom.js';
import { linked } from './links.js';

/** One thing said, as a list item. `author` is read out before it; sighted readers see the side and the avatar. */
export function bubble({ mine, author, named, text, at, language, attachments = [] }, press) {
  const parts = attachments.map((attachment) => attached(attachment, press)).filter(Boolean);
  return el('li', { class: `message ${mine ? 'mine' : 'bot'}` },
    el('span', { class: named ? 'author' : 'visually-hidden' }, named ? author : `${author}: `),
    text ? el('div', { class: 'bubble', lang: language }, ...(mine ? [text] : linked(text))) : null,
    ...parts,
    at ? el('time', { datetime: at.toISOString() }, clock(at)) : null);
}

const clock = (at) => at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function attached({ contentType, contentUrl, content, name }, press) {
  if (contentType === 'application/vnd.microsoft.card.adaptive') return card(content ?? {}, press);
  if (!/^image\/(png|jpeg|gif|webp)$/.test(contentType ?? '') || !/^(https?:|data:image\/)/.test(contentUrl ?? '')) return null;
  return el('a', { class: 'picture', href: contentUrl, download: 'chatleads.png' }, el('img', { src: contentUrl, alt: name ?? '' }));
}

/** The choices under a message. The group says what was chosen once one is pressed. */
export function choices(actions, words, press) {
  const group = el('li', { class: 'choices' }, el('div', { role: 'group', 'aria-label': words.choices }));
  for (const { title, value } of actions) {
    const button = el('button', { type: 'button' }, title ?? value);
    button.addEventListener('click', () => press(value ?? title, title ?? value, button));
    group.firstChild.append(button);
  }
  return group;
}

/** Marks a pressed button: a tick to see, a word to hear. */
export function markChosen(button, words) {
  if (button.classList.contains('chosen')) return;
  button.classList.add('chosen');
  button.prepend(icon('check'));
  button.append(el('span', { class: 'visually-hidden' }, ` (${words.chosen})`));
}
