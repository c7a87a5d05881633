const COUNT = 40;

/**
 * Some events of a pretty-printed array: those whose parameters hold escaped JSON or that failed, and every few of the others. They are cut out as text,
 * so that no number loses a digit.
 */
export function excerpt(text) {
  const events = text
    .trim()
    .slice(1, -1)
    .trim()
    .split(/,\n(?= {2}\{\n)/);
  const telling = events.filter((event) => /\\"|\n {4}"[eE]rrorCode": "[^"]/.test(event)).slice(0, COUNT / 2);
  const others = events.filter((event) => !telling.includes(event));
  const step = Math.floor(others.length / (COUNT - telling.length));
  const chosen = new Set([...telling, ...others.filter((_, index) => index % step === 0).slice(0, COUNT - telling.length)]);
  return `[\n  ${events
    .filter((event) => chosen.has(event))
    .map((event) => event.trim())
    .join(',\n  ')}\n]\n`;
}
