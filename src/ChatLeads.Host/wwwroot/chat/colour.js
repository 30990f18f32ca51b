const white = [255, 255, 255];
const black = [0, 0, 0];

/** Red, green and blue (0–255) of any CSS colour; null when it is none. */
export function rgb(colour) {
  if (!CSS.supports('color', colour)) return null;
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

export const css = (colour) => `rgb(${colour.join(' ')})`;

/** White where it can be read on the colour, else black. */
export const textOn = (colour) => css(contrast(colour, white) >= 4.5 ? white : black);

/** The contrast ratio of two colours, 1–21, as WCAG 2 defines it. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [r, g, b] = colour.map((channel) => (channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 3294.6));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
