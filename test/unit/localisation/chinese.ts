/** Where Chinese text needs the marks of Chinese, and what is wrong with those of ASCII. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}[,;:!?]|[,;!?]\p{Script=Han}/u, 'an ASCII mark beside a Chinese character'],
  [/\p{Script=Han} ?\(|\) ?\p{Script=Han}/u, 'ASCII parentheses beside a Chinese character'],
  [/["']\p{Script=Han}|\p{Script=Han}["']/u, 'straight quotes beside a Chinese character'],
  [/\p{Script=Han}\.(?!\p{L}|\.)|\.{3}/u, 'ASCII full stops'],
  [/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u, 'no space between Chinese and Latin'],
  [/ [，。：；、！？（）“”《》]|[，。：；、！？（“《] /u, 'a space beside a full-width mark'],
  [/\p{Script=Han} \p{Script=Han}/u, 'a space between Chinese characters'],
];

/** What is wrong with the punctuation of a Chinese text. Code spans are looked at as if they were words without letters. */
export function faultsOf(text: string): readonly string[] {
  const words = text.replace(/`[^`]*`/g, '`');
  return RULES.filter(([pattern]) => pattern.test(words)).map(([, fault]) => fault);
}

export function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
