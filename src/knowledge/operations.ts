import text from 'knowledge:operations';

/** An operation of a public API, as the vendor's metadata names it. */
export interface Operation {
  /** The product's code in lower case. */
  readonly service: string;
  /** The name as the vendor spells it. */
  readonly name: string;
  /** The API's version: a date. */
  readonly version: string;
  readonly deprecated: boolean;
}

/** A product and where its names stand in the text. */
interface Part {
  readonly service: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
  /** The operations by folded name, once somebody has asked for one of them. */
  operations?: ReadonlyMap<string, Operation>;
}

/** Behind the name of an operation that is deprecated. */
const DEPRECATED = '!';
/** What names are made of. */
const NAME = /^[a-z0-9_.-]+$/;

let parts: ReadonlyMap<string, Part> | undefined;
let folded: string | undefined;
let words: ReadonlySet<string> | undefined;

function load(): ReadonlyMap<string, Part> {
  let start = text.indexOf('\n') + 1;
  const loaded = new Map<string, Part>();
  const heads = JSON.parse(text.slice(0, start)) as readonly { name: string; version: string; length: number }[];
  for (const { name, version, length } of heads) {
    const service = name.toLowerCase();
    loaded.set(service, { service, version, start, end: (start += length) });
  }
  return loaded;
}

function operationsIn(part: Part): ReadonlyMap<string, Operation> {
  if (part.operations === undefined) {
    const lines = text.slice(part.start, part.end - 1).split('\n');
    part.operations = new Map(lines.map((line) => operation(part, line)).map((each) => [each.name.toLowerCase(), each]));
  }
  return part.operations;
}

function operation({ service, version }: Part, line: string): Operation {
  const deprecated = line.endsWith(DEPRECATED);
  return { service, name: deprecated ? line.slice(0, -1) : line, version, deprecated };
}

/** The operation of a product by its name, without regard to case; undefined where the vendor's metadata has none. `service` is a code in lower case. */
export function operationOf(service: string, name: string): Operation | undefined {
  const part = (parts ??= load()).get(service);
  return part && operationsIn(part).get(name.toLowerCase());
}

/** The operations of a name in all products, without regard to case, in the order of their codes. */
export function operationsNamed(name: string): readonly Operation[] {
  const wanted = name.toLowerCase();
  if (!NAME.test(wanted)) return [];
  parts ??= load();
  folded ??= text.toLowerCase();
  const found: Operation[] = [];
  for (let at = folded.indexOf(`\n${wanted}`); at >= 0; at = folded.indexOf(`\n${wanted}`, at + 1)) {
    const next = folded[at + 1 + wanted.length];
    if (next !== '\n' && next !== DEPRECATED) continue;
    const part = partAt(at + 1);
    const known = part && operationsIn(part).get(wanted);
    if (known !== undefined) found.push(known);
  }
  return found;
}

function partAt(place: number): Part | undefined {
  for (const part of parts?.values() ?? []) if (place >= part.start && place < part.end) return part;
  return undefined;
}

/** The operations of one product, or of all, product by product. `service` is a code in lower case. */
export function* allOperations(service?: string): Generator<Operation> {
  for (const part of (parts ??= load()).values())
    if (service === undefined || part.service === service) yield* operationsIn(part).values();
}

/** Whether the vendor's metadata lists a product's operations, so that what is not among them is none. `service` is a code in lower case. */
export function hasOperations(service: string): boolean {
  return (parts ??= load()).has(service);
}

/** Every word of every operation's name, in lower case. */
export function operationWords(): ReadonlySet<string> {
  if (words === undefined) {
    const written = new Set(text.slice(text.indexOf('\n') + 1).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g));
    words = new Set([...written].map((word) => word.toLowerCase()));
  }
  return words;
}
