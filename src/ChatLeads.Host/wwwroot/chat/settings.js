import { rgb } from './colour.js';
import { pick } from './labels.js';

const blue = [46, 84, 209];

/** Reads the script element's data attributes. A wrong value is named on the console and its default taken. */
export const settings = (data) => ({
  ...data,
  language: pick(data.language, document.documentElement.lang, ...navigator.languages),
  theme: read(data, 'theme', 'auto', 'auto, light or dark', (value) => /^(auto|light|dark)$/.test(value) && value),
  position: read(data, 'position', 'right', 'right or left', (value) => /^(right|left)$/.test(value) && value),
  colour: read(data, 'color', blue, 'a CSS colour such as #0b6e6e', rgb),
  nudge: read(data, 'nudge', null, 'seconds from 0 to 3600', (value) => /^\d{1,4}$/.test(value) && value <= 3600 && value),
});

/** The attribute as `accept` understands it. */
export function read(data, name, fallback, wanted, accept) {
  if (data[name] === undefined) return fallback;
  const value = accept(data[name]);
  if (!value) console.warn(`ChatLeads: data-${name}="${data[name]}" is not ${wanted}; the default is used.`);
  return value || fallback;
}
