import { contrast, css } from './colour.js';

/** The brand's colour as a text colour, on light and on dark: mixed with black or white until it can be read there. */
export function paint(style, colour) {
  style.setProperty('--accent-on-light', css(readable(colour, [0, 0, 0], [241, 243, 244])));
  style.setProperty('--accent-on-dark', css(readable(colour, [255, 255, 255], [60, 66, 72])));
}

function readable(colour, towards, background) {
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = colour.map((channel, i) => Math.round(channel + (towards[i] - channel) * part));
    if (contrast(mixed, background) >= 5) return mixed;
  }
  return towards;
}
