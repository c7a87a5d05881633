import type * as vscode from 'vscode';
import { type FileWriter } from '../platform/files';
import { type Platform } from '../platform/platform';

const MARK = '\ufeff';

/** A text that is written into a file while it is made. Whoever makes one closes or discards it. */
export class TextFile {
  private readonly encoder = new TextEncoder();
  private pending: string[];

  private constructor(
    private readonly writer: FileWriter,
    mark: boolean,
  ) {
    this.pending = mark ? [MARK] : [];
  }

  /** Begins a file; fails with the reason where none can be written there. `mark`: with a byte order mark; `isSecret`: for nobody else to read. */
  static async create({ files }: Platform, uri: vscode.Uri, mark = false, isSecret = false): Promise<TextFile> {
    return new TextFile(await files.create(uri.toString(), isSecret), mark);
  }

  /** Adds a text; it is written with the next `flush`. Surrogate pairs must not be split. */
  readonly add = (text: string): void => {
    this.pending.push(text);
  };

  /** Writes what was added. */
  readonly flush = async (): Promise<void> => {
    const { pending } = this;
    if (pending.length === 0) return;
    this.pending = [];
    await this.writer.write(this.encoder.encode(pending.join('')));
  };

  /** Puts the file in its place. */
  async close(): Promise<void> {
    await this.flush();
    await this.writer.close();
  }

  /** Leaves nothing behind. */
  discard(): Promise<void> {
    return this.writer.discard();
  }
}

/** Writes texts one after another into a file, as a whole or not at all; fails with the reason. `isSecret`: for nobody else to read. */
export async function writeTexts(platform: Platform, uri: vscode.Uri, texts: Iterable<string>, isSecret = false): Promise<void> {
  const file = await TextFile.create(platform, uri, false, isSecret);
  let units = 0;
  try {
    for (const text of texts) {
      file.add(text);
      units += text.length;
      if (units < FLUSH_UNITS) continue;
      units = 0;
      await file.flush();
    }
    await file.close();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Text that is written at once. */
const FLUSH_UNITS = 262_144;
