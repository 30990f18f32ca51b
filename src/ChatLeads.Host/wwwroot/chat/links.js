import { el } from './dom.js';

// Web and mail addresses, and phones that look like nothing else (+34 976 000 000, 976 000 000). Linear: no nested repeats.
const linkable = /\b(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d[\d ]{6,16}\d|\b\d{3} \d{3} \d{3}\b/gi;

/** The text as nodes: words stay words, addresses become links. Never markup. */
export function linked(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(linkable)) {
    const found = match[0].replace(/[.,;:!?'")\]}]+$/, '');
    nodes.push(text.slice(from, match.index), anchor(found) ?? found);
    from = match.index + found.length;
  }
  return [...nodes, text.slice(from)].filter((node) => node !== '');
}

/** A link that cannot reach back into this page; null for any scheme but http, https, mailto and tel. */
export function anchor(address, label = short(address)) {
  const url = URL.parse(withScheme(address));
  if (!url || !/^(https?|mailto|tel):$/.test(url.protocol)) return null;
  const web = url.protocol.startsWith('http');
  return el('a', { href: url.href, rel: 'noopener noreferrer', target: web ? '_blank' : null }, label);
}

/** A web address as people read it. */
const short = (address) => address.replace(/^(https?:\/\/(www\.)?|mailto:|tel:)/i, '').replace(/^(.{44}).{4,}/, '$1…');

function withScheme(address) {
  if (/^(https?|mailto|tel):/i.test(address)) return address;
  if (/^www\./i.test(address)) return `https://${address}`;
  if (address.includes('@')) return `mailto:${address}`;
  return /^\+?[\d ]+$/.test(address) ? `tel:${address.replaceAll(' ', '')}` : address;
}
