import { Refusal } from './api.js';

const pollEvery = 2000;
const pollsBeforeSocket = 20;
const mostHistory = 300;
const untilWoken = 2 ** 31 - 1;

/**
 * Follows one conversation: WebSocket first, polling where sockets do not pass, resumed by watermark after any loss.
 * `heard` gets each activity once, `changed` gets 'connecting', 'online' or 'offline', `ended` is told that the conversation is
 * no more. A new one begins only when it is wanted: a page left open overnight begins none.
 */
export class Line {
  #seen = new Set();
  #watermark = '';
  #failures = 0;
  #closed = false;
  #wanted = false;
  #wake = () => {};

  constructor({ api, sessions, heard, changed, ended }) {
    Object.assign(this, { api, sessions, heard, changed, ended });
    addEventListener('online', () => this.nudge());
    document.addEventListener('visibilitychange', () => document.hidden || this.nudge());
  }

  /** Runs until `close`; every failure ends in another attempt. */
  async run() {
    this.changed('connecting');
    while (!this.#closed) {
      try {
        if (this.#wanted || this.sessions.current()) await this.#follow(await this.#session());
        else await this.#pause(untilWoken);
      } catch (error) {
        if (!(error instanceof Refusal)) console.error(error);
        if (error.gone) this.#restart();
        if (!error.gone || this.#failures > 0) this.changed('offline');
        await this.#pause(error.retryAfter ?? backOff(this.#failures++));
      }
    }
  }

  close() {
    this.#closed = true;
    this.socket?.close();
    this.nudge();
  }

  /** The visitor has opened the chat, or writes: where there is no conversation, one begins. */
  want() {
    this.#wanted = true;
    this.nudge();
  }

  /** Tries again at once instead of at the end of the pause. */
  nudge() {
    this.#wake();
  }

  /** The line looks alive but is not: resume on a new socket. */
  suspect() {
    this.socket?.close();
  }

  /** Posts an activity. A refusal that means "gone" begins a new conversation, and is thrown so that the caller repeats. */
  async post(activity) {
    this.#wanted = true;
    const session = await this.#session();
    try {
      const { id } = await this.api('POST', `conversations/${session.id}/activities`, session.token, activity(session));
      if (!session.used) this.sessions.used?.(session);
      return id;
    } catch (error) {
      if (error.gone) this.#restart(session);
      throw error;
    }
  }

  async #session() {
    const known = this.sessions.current();
    const session = known ?? (await this.sessions.begin());
    if (this.current && this.current.id !== session.id) this.#forget();
    return (this.current = session.renewal < Date.now() ? await this.sessions.renew(session) : session);
  }

  async #follow({ id, token, streamUrl = null }) {
    if (!streamUrl) {
      await this.#catchUp(id, token);
      ({ streamUrl } = await this.api('GET', `conversations/${id}?watermark=${this.#watermark}`, token));
    }
    this.#online();
    if (await this.#listen(streamUrl)) return;
    for (let polls = 0; polls < pollsBeforeSocket && !this.#closed; polls++) {
      const session = await this.#session();
      await this.#catchUp(session.id, session.token);
      this.#online();
      await this.#pause(pollEvery);
    }
  }

  async #catchUp(id, token) {
    const set = await this.api('GET', `conversations/${id}/activities?watermark=${this.#watermark}`, token);
    this.#take({ ...set, activities: set.activities.slice(-mostHistory) });
  }

  #online() {
    this.#failures = 0;
    this.changed('online');
  }

  /** Resolves when the socket has closed: true when it had been of use. */
  #listen(url) {
    return new Promise((resolve) => {
      let open = false;
      const socket = (this.socket = new WebSocket(url));
      const beat = setInterval(() => this.#beat(socket), 20000);
      const slow = setTimeout(() => open || socket.close(), 8000);
      socket.onopen = () => (open = true);
      socket.onmessage = ({ data }) => data && this.current && this.#take(JSON.parse(data));
      socket.onclose = () => {
        clearInterval(beat);
        clearTimeout(slow);
        resolve(open);
      };
    });
  }

  /** An empty frame keeps the line open; the token is renewed in time. */
  async #beat(socket) {
    if (socket.readyState === WebSocket.OPEN) socket.send('');
    await this.#session().catch((error) => error.gone && socket.close());
  }

  #take({ activities = [], watermark }) {
    for (const activity of activities) {
      if (activity.id && this.#seen.has(activity.id)) continue;
      this.#seen.add(activity.id);
      this.heard(activity, this.current);
    }
    if (watermark) this.#watermark = watermark;
  }

  #restart(session = this.current) {
    if (!session || session.id !== this.current?.id) return;
    this.sessions.end(session);
    this.#wanted &&= this.#seen.size === 0;
    this.#forget();
    this.socket?.close();
    this.nudge();
  }

  #forget() {
    this.current = null;
    this.#watermark = '';
    this.#seen.clear();
    this.ended();
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => (clearTimeout(timer), resolve());
    });
  }
}

/** Half a second, doubled with each failure up to half a minute, with some chance so that visitors do not return all at once. */
export const backOff = (failures) => Math.min(30000, 500 * 2 ** failures) * (0.75 + Math.random() / 2);
