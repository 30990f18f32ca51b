// All that the widget itself says. What the bot says comes from dialogs/ through the server.
export const words = {
  es: {
    open: 'Abrir el chat',
    close: 'Cerrar el chat',
    unread: '{count} sin leer',
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
    connecting: 'Conectando…',
    anew: 'Conversación nueva',
    latest: 'Ir a lo último',
  },
  en: {
    open: 'Open chat',
    close: 'Close chat',
    unread: '{count} unread',
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
    connecting: 'Connecting…',
    anew: 'New conversation',
    latest: 'Jump to latest',
  },
};

/** The first of the language tags that we speak, as `es` or `en`. */
export const pick = (...tags) =>
  tags.map((tag) => (tag ?? '').slice(0, 2).toLowerCase()).find((language) => language in words) ?? 'en';

/** Puts values in place of {names}. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
