const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const TAG = /^<\/?[A-Za-z][^<>]{0,500}>/;
const AUTOLINK = /^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{1,500})>/;
const ENTITY = /^&(#?\w{1,10});/;
const BREAK = /^<br\s*\/?>/i;
/** The target of a link: `(url "title")`, with parentheses inside to one level, or `[reference]`. */
const TARGET = /^(?:\((?:[^()\\]|\\.|\([^()]{0,500}\)){0,2000}\)|\[[^[\]]{0,500}\])/;
const WORD = /[\p{L}\p{N}]/u;

/** The text of a cell without its markup: links, images, emphasis, code, tags, escapes, entities. Reads once from left to right. */
export function plainText(markdown: string): string {
  let text = '';
  let at = 0;
  while (at < markdown.length) {
    const character = markdown.charAt(at);
    const rest = (length: number): string => markdown.slice(at, at + length);
    switch (character) {
      case '\\': {
        const next = markdown.charAt(at + 1);
        text += PUNCTUATION.test(next) ? next : `\\${next}`;
        at += 2;
        break;
      }
      case '`': {
        const marks = /^`+/.exec(markdown.slice(at))?.[0] ?? '`';
        const end = closing(markdown, at + marks.length, marks);
        text += end < 0 ? marks : codeText(markdown.slice(at + marks.length, end));
        at = end < 0 ? at + marks.length : end + marks.length;
        break;
      }
      case '!':
      case '[': {
        const image = character === '!';
        const open = image ? at + 1 : at;
        const close = markdown.charAt(open) === '[' ? bracket(markdown, open) : -1;
        const target = close < 0 ? null : TARGET.exec(markdown.slice(close + 1, close + 3000));
        if (target === null) {
          text += character;
          at++;
        } else {
          if (!image) text += plainText(markdown.slice(open + 1, close));
          at = close + 1 + target[0].length;
        }
        break;
      }
      case '<': {
        const piece = rest(520);
        const link = AUTOLINK.exec(piece);
        const tag = TAG.exec(piece);
        if (link) text += link[1] ?? '';
        else if (!tag) text += '<';
        else if (BREAK.test(piece)) text += ' ';
        at += link?.[0].length ?? tag?.[0].length ?? 1;
        break;
      }
      case '&': {
        const entity = ENTITY.exec(rest(13));
        const known = entity === null ? undefined : ENTITIES[entity[1] ?? ''];
        text += known ?? '&';
        at += known === undefined ? 1 : (entity?.[0].length ?? 1);
        break;
      }
      case '*':
      case '~':
      case '_': {
        let end = at;
        while (markdown.charAt(end) === character) end++;
        if (!isMark(markdown, at, end, character)) text += markdown.slice(at, end);
        at = end;
        break;
      }
      default:
        text += character;
        at++;
    }
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a run is emphasis: it touches a word on one side; `_` stays inside of one, `~` comes in pairs. */
function isMark(text: string, start: number, end: number, character: string): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (character === '_' && WORD.test(before) && WORD.test(after)) return false;
  if (character === '~' && end - start !== 2) return false;
  return (before !== '' && before !== ' ') || (after !== '' && after !== ' ');
}

function closing(text: string, from: number, marks: string): number {
  for (let at = text.indexOf(marks, from); at >= 0; at = text.indexOf(marks, at)) {
    let end = at + marks.length;
    if (text.charAt(end) !== '`') return at;
    while (text.charAt(end) === '`') end++;
    at = end;
  }
  return -1;
}

function codeText(code: string): string {
  return /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code;
}

function bracket(text: string, open: number): number {
  let depth = 0;
  const end = Math.min(text.length, open + 2000);
  for (let at = open; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return -1;
}
