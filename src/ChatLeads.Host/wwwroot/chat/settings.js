import { rgb } from './colour.js';
import { pick, words } from './words.js';

/** Reads the script element's data attributes. A wrong value is named on the console and its default taken. */
export function settings(data) {
  const language = pick(data.language, document.documentElement.lang, ...navigator.languages);
  return {
    language,
    words: words[language],
    name: data.name || words[language].name,
    greeting: data.greeting || words[language].greeting,
    avatar: address(data.avatar),
    theme: oneOf(data, 'theme', ['auto', 'light', 'dark']),
    position: oneOf(data, 'position', ['right', 'left']),
    colour: colour(data.color),
    nudge: seconds(data.nudge),
  };
}

function oneOf(data, name, allowed) {
  if (data[name] === undefined || allowed.includes(data[name])) return data[name] ?? allowed[0];
  return warn(name, data[name], allowed.join(' or '), allowed[0]);
}

function colour(value) {
  const fallback = [46, 84, 209];
  if (!value) return fallback;
  return rgb(value) ?? warn('color', value, 'a CSS colour such as #0b6e6e', fallback);
}

function address(value) {
  if (!value) return null;
  const url = URL.parse?.(value, document.baseURI) ?? null;
  return url && /^(https?|data):$/.test(url.protocol) ? url.href : warn('avatar', value, 'the address of a picture', null);
}

function seconds(value) {
  if (value === undefined) return null;
  const number = Number(value || 'x');
  return number >= 0 && number <= 3600 ? number : warn('nudge', value, 'seconds from 0 to 3600', null);
}

function warn(name, value, wanted, fallback) {
  console.warn(`ChatLeads: data-${name}="${value}" is not ${wanted}; the default is used.`);
  return fallback;
}
