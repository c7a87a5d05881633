/** What the scanner is inside of, outermost first: `a` an array, `e` the array of a response's events, `o` an object that holds one. */
export type Context = string;

/**
 * The contexts that a trail's rows lie in, each with a number, so that a row keeps one byte. Context 0 is the top of the log.
 */
export class Contexts {
  private readonly numbers = new Map<Context, number>([['', 0]]);
  private readonly names: Context[] = [''];

  number(context: Context): number {
    let number = this.numbers.get(context);
    if (number === undefined) {
      number = this.names.length;
      this.numbers.set(context, number);
      this.names.push(context);
    }
    return number;
  }

  name(number: number): Context {
    return this.names[number] ?? '';
  }
}

/** Whether records stand directly in this context as elements of an array. */
export function isArray(context: Context): boolean {
  return context.endsWith('a') || context.endsWith('e');
}
