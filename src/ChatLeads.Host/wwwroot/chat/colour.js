const white = [255, 255, 255];
const black = [0, 0, 0];

/** Red, green and blue (0–255) of any CSS colour; null when it is none. */
export function rgb(colour) {
  if (!CSS.supports('color', colour)) return null;
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/** The contrast ratio of two colours, 1–21, as WCAG 2 defines it. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** White where it can be read on the colour, else black. */
export const textOn = (colour) => css(contrast(colour, white) >= 4.5 ? white : black);

/** The colour, mixed with black (on light) or white (on dark) until it reads as text on that background. */
export function asText(colour, background) {
  const towards = luminance(background) > 0.5 ? black : white;
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = colour.map((channel, i) => Math.round(channel + (towards[i] - channel) * part));
    if (contrast(mixed, background) > 5) return css(mixed);
  }
  return css(towards);
}

const css = (colour) => `rgb(${colour.join(' ')})`;

function luminance(colour) {
  const [r, g, b] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
