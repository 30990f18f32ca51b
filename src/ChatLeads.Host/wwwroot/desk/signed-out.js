import { el } from '../chat/dom.js';

/** How to get in, for whoever is not. */
export function signedOut(words) {
  const used = new URLSearchParams(location.search).get('link') === 'used';
  return notice(words.outTitle,
    used ? el('p', { class: 'warning', role: 'alert' }, words.outUsed) : null,
    el('p', {}, words.outText),
    el('p', {}, words.outCommand),
    el('pre', { tabindex: '0' }, el('code', {}, 'dotnet run --project src/ChatLeads.Host')));
}

export function unreachable(words, again) {
  return notice(words.title, el('p', { role: 'alert' }, words.offline), el('button', { class: 'button', type: 'button', onclick: again }, words.again));
}

const notice = (title, ...parts) => el('main', { class: 'door' }, el('img', { src: '/desk.svg', alt: '', width: '56' }), el('h1', {}, title), ...parts);
