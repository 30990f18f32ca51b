// What the launcher says; the chat's own words are in words.js.
const labels = {
  es: { open: 'Abrir el chat', close: 'Cerrar el chat', unread: 'sin leer' },
  en: { open: 'Open chat', close: 'Close chat', unread: 'unread' },
};

/** The first of the language tags that the widget speaks, as `es` or `en`. */
export const pick = (...tags) => tags.map((tag) => (tag ?? '').slice(0, 2).toLowerCase()).find((tag) => tag in labels) ?? 'en';

export const label = (language) => labels[language];
