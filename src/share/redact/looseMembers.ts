/** A name, in any quotes or in none, and what says that its value follows. */
const NAME =
  /(?:\\*["'`\u201c\u2018\u300c])?([\p{L}_$][\p{L}\p{N}_.$-]{0,63}|(?:AccessKey|Access Key|User|Account|\u8d26\u53f7|\u4e3b\u8d26\u53f7) (?:ID|Id|Name|Secret))(?:\\*["'`\u201d\u2019\u300d])?\s{0,8}(?:=>|:=|[:=\uff1a\uff1d])\s{0,8}/gu;
const OPENING = /^(\\*)(["'`\u201c\u2018\u300c])/;
const CLOSING: Readonly<Record<string, string>> = { '\u201c': '\u201d', '\u2018': '\u2019', '\u300c': '\u300d' };
const BARE = /^[^\s"'`,;&|<>{}[\]()\uff0c\uff1b\u3001\u3002\u201c\u201d]{1,512}/;
/** Of a list in brackets, the texts in it. */
const ITEM = /"([^"\\]{2,512})"|'([^'\\]{2,512})'|(?<=[[,]\s{0,4})([^\s"'[\],{}]{2,512})(?=\s{0,4}[,\]])/g;
const LONGEST_LIST = 4_096;
const LONGEST = 8_192;
const OPENS_BEHIND = 80;

/** Calls back with each name and value of a text that is no clean JSON: damaged, of other quotes, of none, lines of `name: value`. Linear in the text. */
export function looseMembers(text: string, take: (name: string, value: string) => void): void {
  NAME.lastIndex = 0;
  for (let found = NAME.exec(text); found !== null; found = NAME.exec(text)) {
    const [whole, name = ''] = found;
    const from = found.index + whole.length;
    const first = text.charAt(from);
    if (first === '[') {
      const close = text.slice(from, from + LONGEST_LIST).indexOf(']');
      if (close > 0)
        for (const [, double, single, bare] of text.slice(from, from + close + 1).matchAll(ITEM))
          take(name, double ?? single ?? bare ?? '');
      continue;
    }
    const opening = OPENING.exec(text.slice(from, from + OPENS_BEHIND));
    if (opening === null) {
      const [bare = ''] = BARE.exec(text.slice(from, from + LONGEST)) ?? [];
      if (bare !== '') take(name, bare);
      continue;
    }
    const [mark, escapes = '', quote = ''] = opening;
    const value = text.slice(from + mark.length, from + mark.length + LONGEST);
    const close = closingAt(value, escapes, CLOSING[quote] ?? quote);
    take(name, close < 0 ? (value.split(/[\r\n]/, 1)[0] ?? '') : value.slice(0, close));
  }
}

/** Where the quote stands that closes a text; one that is escaped more often than the opening one, or doubled, does not. */
function closingAt(value: string, escapes: string, quote: string): number {
  for (let at = value.indexOf(quote); at >= 0; at = value.indexOf(quote, at + 1)) {
    let first = at;
    while (first > 0 && value.charAt(first - 1) === '\\') first--;
    if (at - first > escapes.length) continue;
    if (escapes === '' && value.charAt(at + 1) === quote && quote !== '') {
      at++;
      continue;
    }
    return first;
  }
  return -1;
}
