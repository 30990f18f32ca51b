import { backOff } from './line.js';
import { read, write } from './storage.js';

/**
 * Messages on their way, in order, one at a time. Each keeps its id over retries, reloads and page changes, so that
 * the server takes it once. `report` hears 'sent', 'waiting' or 'refused' for it.
 */
export class Outbox {
  #failures = 0;
  #busy = false;
  #timer = null;

  constructor({ key, post, report }) {
    Object.assign(this, { key, post, report });
    this.items = read('sessionStorage', key) ?? [];
  }

  add(item) {
    this.items.push(item);
    this.#keep();
    this.flush();
  }

  /** The stream has shown this message: it has arrived, whatever became of the answer to the request. */
  arrived(id) {
    this.items = this.items.filter((item) => item.id !== id);
    this.#keep();
  }

  /** Sends what waits. Called after each addition and whenever the line is back. */
  async flush() {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    while (this.items.length > 0 && (await this.#sent(this.items[0])));
    this.#busy = false;
  }

  async #sent(item) {
    try {
      await this.post(item);
      this.#done(item, 'sent');
      return true;
    } catch (error) {
      if (!this.items.includes(item)) return true; // the answer was lost, the message was not
      if (error.final) {
        this.#done(item, 'refused', error);
        return true;
      }
      this.report(item, 'waiting');
      this.#timer = setTimeout(() => this.flush(), error.retryAfter ?? backOff(error.gone ? 0 : this.#failures++));
      return false;
    }
  }

  #done(item, outcome, error) {
    this.#failures = 0;
    this.arrived(item.id);
    this.report(item, outcome, error);
  }

  #keep() {
    write('sessionStorage', this.key, this.items.length ? this.items : null);
  }
}
