import { read, write } from '../chat/storage.js';

const key = 'chatleads.desk';

/** What this browser is set to: language, theme, sound, notify. Undefined until chosen. */
export const preferences = { ...read('localStorage', key) };

export function prefer(name, value) {
  preferences[name] = value;
  write('localStorage', key, preferences);
}
