import { el, icon } from './dom.js';
import { bubble, choices, markChosen } from './message.js';
import { fill } from './words.js';

/** The conversation as a list that grows, with its typing sign. Knows nothing of the network. */
export class Thread {
  #mine = new Map();
  #open = null;
  #typing = null;

  /** `say(text, label)` and `refocus()` are called when a choice is pressed; `lasting` keeps choices usable, as on the desk. */
  constructor({ words, name, greeting, lasting = false, say, refocus }) {
    Object.assign(this, { words, name, lasting, say, refocus });
    this.list = el('ol', { class: 'messages' });
    this.dots = el('div', { class: 'typing', hidden: true }, el('span', { class: 'visually-hidden' }), el('i'), el('i'), el('i'));
    this.latest = el('button', { class: 'latest', type: 'button', hidden: true, 'aria-label': words.latest, onclick: () => this.toEnd() }, icon('down'));
    this.log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.messages, tabindex: '0' },
      greeting ? el('p', { class: 'greeting' }, greeting) : null, this.list, this.dots);
    this.log.addEventListener('scroll', () => (this.latest.hidden = this.#atEnd()), { passive: true });
    this.element = el('div', { class: 'thread' }, this.log, this.latest);
  }

  /** Shows what the bot or a person of the firm said. */
  hear({ text, from, timestamp, locale, attachments, suggestedActions, channelData }) {
    this.typing(false);
    const named = (this.human = from?.id === 'rep');
    const item = bubble({ author: named ? from.name : this.name, named, text, at: new Date(timestamp ?? Date.now()),
      language: locale, attachments }, (value, label, button) => this.#press(value, label, button));
    this.#append(item);
    this.log.dataset.asking = channelData?.asking ?? '';
    if (suggestedActions?.actions?.length) this.#offer(suggestedActions.actions);
    return item;
  }

  /** Shows what the visitor said, once for each id. A value that was on offer is shown by its label. */
  tell({ id, text, label, at = Date.now() }) {
    if (this.#mine.has(id)) return;
    const offered = this.#close(text);
    const item = bubble({ mine: true, author: this.words.you, text: label ?? offered ?? text, at: new Date(at) });
    this.#mine.set(id, item);
    this.#append(item, true);
  }

  /** Shows how a message fares: 'sending', 'sent', 'waiting', or 'refused' with what to do. */
  settle(id, state, note = null, again = null) {
    const item = this.#mine.get(id);
    if (!item) return;
    item.dataset.state = state;
    item.querySelector('.state')?.remove();
    if (note) item.append(el('span', { class: 'state' }, note, again && el('button', { type: 'button', onclick: again }, this.words.again)));
    if (note) this.#scroll(true);
  }

  typing(on, name = this.name) {
    clearTimeout(this.#typing);
    if (on) this.#typing = setTimeout(() => this.typing(false), 12000);
    this.dots.hidden = !on;
    this.dots.firstChild.textContent = on ? fill(this.words.typing, { name }) : '';
    if (on) this.#scroll();
  }

  /** The last word was the visitor's. */
  get unanswered() {
    return this.list.lastElementChild?.classList.contains('mine') ?? false;
  }

  divide(words) {
    if (this.list.childElementCount === 0) return;
    this.#close(null);
    this.typing(false);
    this.#append(el('li', { class: 'divider' }, words));
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  #offer(actions) {
    if (!this.lasting) this.#close(null);
    const group = choices(actions, this.words, (value, label, button) => this.#press(value, label, button));
    this.#open = { group, labels: new Map(actions.map(({ value, title }) => [value, title ?? value])) };
    this.#append(group);
  }

  #press(value, label, button) {
    markChosen(button, this.words);
    this.refocus();
    this.say(value, label);
  }

  /** Ends the choices on offer: the chosen one stays, marked; with none chosen they go. Returns the chosen label. */
  #close(text) {
    if (!this.#open || (this.lasting && text === null)) return null;
    const { group, labels } = this.#open;
    const chosen = labels.get(text);
    this.#open = null;
    if (this.lasting) return chosen;
    const buttons = [...group.querySelectorAll('button')];
    for (const button of buttons) button.disabled = true;
    const pressed = buttons.find((button) => button.firstChild.textContent === chosen || button.classList.contains('chosen'));
    if (pressed) markChosen(pressed, this.words);
    else group.remove();
    return chosen;
  }

  #append(item, always = false) {
    const stay = !always && !this.#atEnd();
    this.list.append(item);
    if (!stay) this.#scroll(true);
    else this.latest.hidden = false;
  }

  #scroll(always = false) {
    if (always || this.#atEnd()) this.toEnd();
  }

  #atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
  }
}
