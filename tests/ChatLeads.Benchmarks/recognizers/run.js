// Reads a JSON array of texts on standard input and prints how long Recognizers-Text takes over each.
const recognizers = require('@microsoft/recognizers-text-suite');

const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const models = ['recognizeNumber', 'recognizeOrdinal', 'recognizeCurrency', 'recognizeDateTime', 'recognizePhoneNumber', 'recognizeEmail'];
const cultures = [recognizers.Culture.Spanish, recognizers.Culture.English];

function read(text) {
  for (const culture of cultures)
    for (const model of models) recognizers[model](text, culture);
}

texts.slice(0, 40).forEach(read);
const times = texts.map(text => {
  const start = process.hrtime.bigint();
  read(text);
  return Number(process.hrtime.bigint() - start) / 1000;
}).sort((a, b) => a - b);
const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
console.log(`Recognizers   ${texts.length} messages: mean ${mean.toFixed(0)} µs, p50 ${times[times.length >> 1].toFixed(0)} µs, p99 ${times[Math.floor(times.length * 0.99)].toFixed(0)} µs`);
