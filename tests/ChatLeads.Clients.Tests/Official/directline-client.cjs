// Drives npm's botframework-directlinejs for a test: JSON lines in, JSON lines out.
// usage: node directline-client.cjs DOMAIN TOKEN websocket|polling LOCALE
// in:  {"post": ACTIVITY}  {"drop": true} (cuts the socket)  {"end": true}
// out: {"activity": …}  {"posted": ID, "text": …}  {"failed": …}  {"status": NUMBER}  {"sockets": COUNT}
'use strict';

const [domain, token, transport, locale] = process.argv.slice(2);
const out = line => process.stdout.write(JSON.stringify(line) + '\n');

// What the client expects of a browser.
globalThis.XMLHttpRequest = require('xhr2');
const Socket = require('ws');
let socket, sockets = 0;
globalThis.WebSocket = class extends Socket {
  constructor(url) {
    super(url);
    socket = this;
    this.addEventListener('open', () => out({ sockets: ++sockets }));
  }
};

const { DirectLine } = require('botframework-directlinejs');
const line = new DirectLine({
  domain, token, webSocket: transport === 'websocket', pollingInterval: 200, conversationStartProperties: { locale },
});
line.services.random = () => 0; // the shortest of its random pauses before it reconnects: 3 s

line.connectionStatus$.subscribe(status => out({ status }));
line.activity$.subscribe(activity => out({ activity }), error => out({ failed: String(error) }));

const commands = {
  post: activity => line.postActivity(activity).subscribe(
    id => out({ posted: id, text: activity.text }),
    error => out({ failed: String(error.message || error) })),
  drop: () => socket.terminate(),
  end: () => { line.end(); process.exit(0); },
};

require('node:readline').createInterface({ input: process.stdin }).on('line', text => {
  const [[name, value]] = Object.entries(JSON.parse(text));
  commands[name](value);
}).on('close', () => process.exit(0));
