import { el, icon } from './dom.js';

// The keyboard that a phone shows for what is asked. A numeric one would leave no way to write "about 14" or a question.
const keyboards = { email: 'email' };

/** Where one writes. Enter sends, Shift+Enter makes a new line; `send` gets the trimmed text, `typing` is called while it grows. */
export function createComposer(words, send, typing) {
  const field = el('textarea', { rows: '1', 'aria-label': words.write, placeholder: words.write, autocomplete: 'off', enterkeyhint: 'send' });
  const button = el('button', { class: 'submit', type: 'submit', 'aria-label': words.send, disabled: true }, icon('send'));
  const form = el('form', { class: 'composer' }, field, button);

  const fit = () => {
    button.disabled = field.value.trim() === '';
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
  const submit = () => {
    const text = field.value.trim();
    if (!text) return;
    field.value = '';
    fit();
    send(text);
  };

  field.addEventListener('input', () => {
    fit();
    if (!button.disabled) typing();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  return { element: form, field, expect: (asked) => (field.inputMode = keyboards[asked] ?? 'text') };
}
