/** Makes an element. Text goes in as text nodes only, so nothing that a person or the bot wrote is ever markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  assign(element, attributes);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function assign(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
}

const paths = {
  chat: 'M12 3.5c5 0 9 3.3 9 7.5s-4 7.5-9 7.5c-.9 0-1.8-.1-2.6-.3L4.6 20.5l1-3.7C4 15.4 3 13.3 3 11c0-4.2 4-7.5 9-7.5z',
  down: 'M6 9.5l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M5.5 11.5L12 5l6.5 6.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
};

/** A 24 × 24 line icon that assistive technology passes over. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  assign(svg, { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: `icon ${name}` });
  assign(path, { d: paths[name] });
  svg.append(path);
  return svg;
}

/** A style sheet for a shadow root. Constructed sheets need no style-src in the page's Content-Security-Policy. */
export async function sheet(name, base) {
  const response = await fetch(new URL(`chat/${name}`, base));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const styles = new CSSStyleSheet();
  styles.replaceSync(await response.text());
  return styles;
}
