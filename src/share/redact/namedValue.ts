import { keyKind } from './keyKinds';

/** Longer names are none of variables or tags; UTF-16 units. */
const LONGEST = 128;
/** The last part of a member's name in lower case: `Env.1.Key`. */
const NAME = /(?:^|[._])(?:key|name)"$/i;
const VALUE = /(?:^|[._])(?:string)?value"$/i;

/** A name and its value in two members, as variables of an environment have them: `{"key": "DB_PASSWORD", "value": "…"}`. It knows what the members of one object say. */
export class NamedValue {
  /** Whether the value of the last member is a name, or is one that has none yet. */
  isOpen = false;
  private role: 'name' | 'value' | undefined;
  private isSecret = false;
  private hasName = false;
  private waiting = -1;

  /** Another object begins or ends. */
  clear(): void {
    this.isOpen = this.isSecret = this.hasName = false;
    this.role = undefined;
    this.waiting = -1;
  }

  /** What the name beside says of the values of a key, whose literal is given by its offsets. */
  kindOf(text: string, start: number, end: number): 'secrets' | undefined {
    const last = text.charCodeAt(end - 2) | 0x20;
    this.isOpen = false;
    this.role = undefined;
    // Both end in "e", or in "y": most keys are turned away here.
    if ((last !== 0x65 && last !== 0x79) || end - start > LONGEST) return undefined;
    const key = text.slice(start + 1, end);
    this.role = NAME.test(key) ? 'name' : VALUE.test(key) ? 'value' : undefined;
    this.isOpen = this.role !== undefined;
    return this.role === 'value' && this.isSecret ? 'secrets' : undefined;
  }

  /** Takes the value of the key, whose number is `index`; gives the number of an earlier value that is a secret by this name, else -1. */
  take(text: string, start: number, end: number, index: number): number {
    if (this.role === 'value') {
      if (!this.hasName) this.waiting = index;
      return -1;
    }
    this.hasName = true;
    this.isSecret = end - start <= LONGEST && keyKind(text.slice(start + 1, end - 1)) === 'secrets';
    return this.isSecret ? this.waiting : -1;
  }
}
