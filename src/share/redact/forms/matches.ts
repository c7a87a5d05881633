const NONE: readonly RegExpExecArray[] = [];

/** What `matchAll` gives, without a copy of the expression for every text: most hold nothing. `expression` is global. */
export function matches(text: string, expression: RegExp): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let found = expression.exec(text);
  if (found === null) return NONE;
  const all: RegExpExecArray[] = [];
  for (; found !== null; found = expression.exec(text)) all.push(found);
  return all;
}
