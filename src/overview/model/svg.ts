/** What XML does not allow even as a reference, and halves of pairs. */
const NO_CHARACTER = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text in an SVG, as content or within an attribute. */
export function xml(text: string): string {
  return text.replace(NO_CHARACTER, '\ufffd').replace(/[&<>"']/g, (mark) => SPECIAL[mark] ?? mark);
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element; its content is SVG already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${xml(typeof value === 'number' ? rounded(value) : value)}"`,
  );
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}): string {
  return width > 0 && height > 0 ? element('rect', { x, y, width, height, fill, ...more }) : '';
}

export function text(x: number, y: number, content: string, fill: string, more: Attributes = {}): string {
  return element('text', { x, y, fill, ...more }, xml(content));
}

/** The beginning of a text that fits into so many columns; a Chinese character takes two. */
export function fitting(content: string, columns: number): string {
  let used = 0;
  let fits = '';
  for (const character of content) {
    used += (character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
    if (used > columns) return `${fits}…`;
    fits += character;
  }
  return fits;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
