import { el } from './dom.js';
import { anchor, linked } from './links.js';

/**
 * Shows an Adaptive Card (the parts of 1.5 that the bot uses: text, facts, containers, columns, actions).
 * `press` gets (value, label, button) of an action that speaks.
 */
export function card(content, press) {
  const body = (content.body ?? []).map((part) => element(part, press));
  return el('div', { class: 'card', lang: content.lang }, ...body, actions(content.actions, press));
}

function element(part, press) {
  switch (part.type) {
    case 'TextBlock':
      return text(part);
    case 'FactSet':
      return el('dl', {}, ...(part.facts ?? []).flatMap(fact));
    case 'Container':
      return el('div', { class: 'container' }, ...(part.items ?? []).map((item) => element(item, press)));
    case 'ColumnSet':
      return el('div', { class: 'columns' }, ...(part.columns ?? []).map((column) =>
        el('div', { class: column.width === 'stretch' ? 'wide' : null }, ...(column.items ?? []).map((item) => element(item, press)))));
    case 'ActionSet':
      return actions(part.actions, press);
    default:
      return part.fallback?.type ? element(part.fallback, press) : null;
  }
}

/** Words as they were written: a card's text is Markdown, in which the server escapes what people wrote. */
export const plain = (words) => String(words ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');

function text({ text: words = '', weight, size, isSubtle, style }) {
  const heading = style === 'heading' || weight?.toLowerCase() === 'bolder';
  const big = ['large', 'extralarge', 'medium'].includes(size?.toLowerCase());
  const names = [heading && 'strong', big && 'big', isSubtle && 'subtle'].filter(Boolean).join(' ');
  return el('p', { class: names || null }, ...linked(plain(words)));
}

const fact = ({ title, value }) => [
  el('dt', {}, plain(title)),
  el('dd', { class: title ? null : 'alone' }, ...linked(plain(value))),
];

function actions(list, press) {
  if (!list?.length) return null;
  return el('div', { class: 'actions' }, ...list.map((action) => button(action, press)).filter(Boolean));
}

function button(action, press) {
  const { type, title = '', url } = action;
  if (type === 'Action.OpenUrl') return anchor(url ?? '', title);
  if (type !== 'Action.Submit' && type !== 'Action.Execute') return null;
  const name = action.style === 'positive' ? 'primary' : null;
  return el('button', { type: 'button', class: name, onclick: (event) => press(spoken(action), title, event.currentTarget) }, title);
}

/** What pressing says: a plain string, or the value of an imBack inside the action's data. */
export function spoken({ data, title }) {
  if (typeof data === 'string') return data;
  return String(data?.msteams?.value ?? data?.value ?? data?.choice ?? title ?? '');
}
