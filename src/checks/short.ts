const SHORT = 200;

/** A text from the log as it goes into a message: messages are read, not scrolled. */
export function short(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT)}…`;
}
