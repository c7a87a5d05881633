/** Verbs whose last letter is doubled: stopped, scanning. */
const DOUBLED =
  /^(?:stop|drop|tag|untag|scan|ban|unban|submit|commit|transfer|skip|swap|map|plan|chat|run|rerun|set|reset|put|cut|get|begin|split|forget|let)$/;

const IRREGULAR: Readonly<Record<string, string>> = {
  begin: 'begun',
  bind: 'bound',
  build: 'built',
  buy: 'bought',
  cut: 'cut',
  draw: 'drawn',
  find: 'found',
  forbid: 'forbidden',
  freeze: 'frozen',
  get: 'obtained',
  hold: 'held',
  leave: 'left',
  make: 'made',
  pay: 'paid',
  put: 'put',
  read: 'read',
  rebind: 'bound again',
  rebuild: 'rebuilt',
  rerun: 'run again',
  reset: 'reset',
  run: 'run',
  send: 'sent',
  set: 'set',
  shrink: 'shrunk',
  split: 'split',
  take: 'taken',
  unbind: 'unbound',
  unfreeze: 'unfrozen',
  withdraw: 'withdrawn',
  write: 'written',
};

/** "Applies for" → apply, for. */
function parts(third: string): readonly [base: string, rest: string] {
  const [first = '', ...rest] = third.split(' ');
  const small = first.toLowerCase();
  const base = small.endsWith('ies')
    ? `${small.slice(0, -3)}y`
    : /(?:ss|ch|sh|x)es$/.test(small)
      ? small.slice(0, -2)
      : small.slice(0, -1);
  return [base, rest.length === 0 ? '' : ` ${rest.join(' ')}`];
}

/** "Deletes" → deleted. */
export function participle(third: string): string {
  const [base, rest] = parts(third);
  return `${IRREGULAR[base] ?? regular(base)}${rest}`;
}

function regular(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return DOUBLED.test(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

/** "Generates" → generating. */
export function gerund(third: string): string {
  const [base, rest] = parts(third);
  const stem = /[^e]e$/.test(base) ? base.slice(0, -1) : DOUBLED.test(base) ? base + base.slice(-1) : base;
  return `${stem}ing${rest}`;
}

/** What a word may be a form of, the likeliest first: `modifying` of modify, `scanned` of scan. */
export function stemsOf(word: string): readonly string[] {
  const stem = /^(.{2,})(?:ing|ed)$/.exec(word)?.[1];
  if (stem === undefined) return [];
  const undoubled = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...undoubled, ...(word.endsWith('ied') ? [`${word.slice(0, -3)}y`] : [])];
}

/** The English plural of a phrase, by its last word. */
export function plural(phrase: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(phrase)) return /[a-z](?:is|us|ss|x|ch|sh|s|z)$/.test(phrase) ? `${phrase}es` : `${phrase}s`;
  if (/[^aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  return `${phrase}s`;
}
