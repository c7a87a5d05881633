import { type Platform } from '../platform/platform';
import { reasonOf } from '../platform/files';
import { isGzip } from '../platform/gunzip';
import { decodeText } from './encoding';
import { CACHED_LENGTH, KEPT_OF_TOO_LARGE, MAX_HELD, MAX_UNZIPPED } from './limits';
import { unpack } from './unpack';

/** LF: writers append behind whole lines. */
const LINE_END = 0x0a;

/** The texts of a folder's objects, read again when they are asked for. */
export class ObjectTexts {
  /** Compressed objects that could not be read again without waiting. */
  private readonly held = new Map<number, Uint8Array>();
  private heldSize = 0;
  private readonly sizes = new Map<number, number>();
  /** Why an object could not be read again. */
  problem: string | undefined;
  /** Texts of objects, the one used last at the end. */
  private readonly texts = new Map<number, string>();

  constructor(
    private readonly platform: Platform,
    private readonly t: (message: string) => string,
  ) {}

  /** How large an object was when its events were read: they are not where they were in one of another size. Bytes. */
  expect(object: number, size: number): void {
    this.sizes.set(object, size);
  }

  /** Keeps an object for reading it again, where that is needed; false where there is no room for it. */
  hold(object: number, uri: string, bytes: Uint8Array): boolean {
    if (this.platform.files.readsNow(uri)) return true;
    const size = this.heldSize - (this.held.get(object)?.length ?? 0) + bytes.length;
    if (size > MAX_HELD) return false;
    this.held.set(object, bytes);
    this.heldSize = size;
    return true;
  }

  /** Forgets the text of an object that has changed. */
  forget(object: number): void {
    this.texts.delete(object);
  }

  /** The text of an object, where it is at hand. */
  known(object: number): string | undefined {
    return this.texts.get(object);
  }

  /** The text of an object as it is now, not kept; fails with the reason where it cannot be read any more. */
  async readWhole(object: number, uri: string): Promise<string> {
    const bytes = this.asRead(object, this.held.get(object) ?? (await this.platform.files.read(uri, MAX_UNZIPPED)));
    return decodeText((await unpack(bytes, this.platform.gunzip)).bytes).text;
  }

  of(object: number, uri: string): string {
    const known = this.texts.get(object);
    if (known !== undefined) {
      this.texts.delete(object);
      this.texts.set(object, known);
      return known;
    }
    const text = this.load(object, uri);
    this.texts.set(object, text);
    let length = [...this.texts.values()].reduce((sum, one) => sum + one.length, 0);
    for (const [other, { length: freed }] of this.texts) {
      if (length <= CACHED_LENGTH || other === object) break;
      this.texts.delete(other);
      length -= freed;
    }
    return text;
  }

  /** The bytes that were read before: of a file of lines that has only grown, its beginning. */
  private asRead(object: number, bytes: Uint8Array): Uint8Array {
    const { t } = this;
    const size = this.sizes.get(object);
    if (size === undefined || size === bytes.length) return bytes;
    if (size < bytes.length && !isGzip(bytes) && bytes[size - 1] === LINE_END) return bytes.subarray(0, size);
    throw new Error(t('The file has changed since it was read.'));
  }

  /** The text of an object as it is now; nothing where it cannot be read any more: `problem` then says why. */
  private load(object: number, uri: string): string {
    try {
      const bytes = this.asRead(object, this.held.get(object) ?? this.platform.files.readNow(uri, MAX_UNZIPPED));
      const limits = { most: MAX_UNZIPPED, kept: KEPT_OF_TOO_LARGE };
      return decodeText(isGzip(bytes) ? this.platform.gunzipNow(bytes, limits).bytes : bytes).text;
    } catch (error) {
      this.problem = reasonOf(error);
      return '';
    }
  }
}
