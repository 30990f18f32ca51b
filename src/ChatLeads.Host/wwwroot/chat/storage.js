// What survives a page change. Nothing is written before the visitor opens the chat; no cookie is ever set.
const sessionKey = 'chatleads.session';

/** Reads JSON; null when there is none, or when the browser forbids storage. */
export function read(storage, key) {
  try {
    return JSON.parse(window[storage].getItem(key));
  } catch {
    return null;
  }
}

/** Writes JSON; null removes. A browser that forbids storage keeps the chat until the page is left. */
export function write(storage, key, value) {
  try {
    if (value === null) window[storage].removeItem(key);
    else window[storage].setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and full disks: the chat goes on in memory.
  }
}

export const readSession = () => {
  const session = read('localStorage', sessionKey);
  return session?.expires > Date.now() ? session : null;
};
export const writeSession = (session) => write('localStorage', sessionKey, session);
