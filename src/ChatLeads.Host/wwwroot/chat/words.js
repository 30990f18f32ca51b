// What the chat window itself says. What the bot says comes from dialogs/ through the server.
const words = {
  es: {
    close: 'Cerrar el chat',
    dismiss: 'Quitar el aviso',
    name: 'Asistente',
    role: 'Asistente virtual',
    greeting: '¡Hola! ¿En qué te ayudamos?',
    chat: 'Chat con {name}',
    messages: 'Mensajes',
    you: 'Tú',
    write: 'Escribe un mensaje',
    send: 'Enviar',
    sending: 'Enviando…',
    waiting: 'Se enviará cuando vuelva la conexión',
    refused: 'No se ha podido enviar.',
    tooLong: 'Es demasiado largo: prueba a dividirlo.',
    again: 'Reintentar',
    typing: '{name} está escribiendo',
    chosen: 'elegido',
    choices: 'Respuestas rápidas',
    offline: 'Sin conexión. Lo que escribas se enviará al volver.',
    ended: 'Esta conversación ha terminado. Escribe para empezar otra.',
    latest: 'Ir a lo último',
  },
  en: {
    close: 'Close chat',
    dismiss: 'Dismiss',
    name: 'Assistant',
    role: 'Virtual assistant',
    greeting: 'Hello! How can we help?',
    chat: 'Chat with {name}',
    messages: 'Messages',
    you: 'You',
    write: 'Write a message',
    send: 'Send',
    sending: 'Sending…',
    waiting: 'Will be sent when you are back online',
    refused: 'This could not be sent.',
    tooLong: 'It is too long: try splitting it.',
    again: 'Try again',
    typing: '{name} is typing',
    chosen: 'chosen',
    choices: 'Quick replies',
    offline: 'No connection. What you write is sent when it returns.',
    ended: 'This conversation has ended. Write to begin another.',
    latest: 'Jump to latest',
  },
};

export const wordsOf = (language) => words[language];

/** Puts values in place of {names}. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
