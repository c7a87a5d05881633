import { Collector, type CollectorOptions, type ImportResult } from './collector';
import { importCsv } from './csv';
import { decodeText } from './decode';
import { importJson } from './json';
import { MAX_FILE, MAX_FILES } from './limits';
import { importMarkdown } from './markdown';
import { metadataFiles } from './openApi';
import type { ProblemCode } from './problem';
import { Zip, ZipError } from './unzip';

export type { ImportResult } from './collector';
export type { ImportProblem, ProblemCode } from './problem';

const FORMAT = /\.(?:md|markdown|csv|tsv|json)$/i;
const ZIP = /\.zip$/i;

/** Of the files of a folder or a zip those that can hold a catalogue: the vendor's metadata if they are there, else every readable format. */
export function importableFiles(paths: readonly string[]): readonly string[] {
  const metadata = metadataFiles(paths);
  return metadata.length > 0 ? metadata : paths.filter((path) => FORMAT.test(path));
}

/**
 * Puts catalogue files together from documents, tables, JSON and metadata, one file after the other, so that the caller can rest
 * in between. What cannot be read is reported; the rest is taken.
 */
export class Importer {
  private readonly collector: Collector;

  constructor(options: CollectorOptions = {}) {
    this.collector = new Collector(options);
  }

  /** Takes a file. A zip is taken piece by piece: go on until the iteration ends. */
  *add(file: string, bytes: Uint8Array): Generator<void> {
    if (bytes.length > MAX_FILE) this.report('too-large', file, `${MAX_FILE / 1024 / 1024} MB`);
    else if (ZIP.test(file)) yield* this.zip(file, bytes);
    else this.text(file, decodeText(bytes));
  }

  /** Takes a file whose text is known. */
  text(file: string, text: string): void {
    const plain = text.replace(/^\ufeff/, '');
    if (plain.trim() === '') this.report('empty', file);
    else if (/\.(?:md|markdown)$/i.test(file)) importMarkdown(this.collector, file, plain);
    else if (/\.(?:csv|tsv)$/i.test(file)) importCsv(this.collector, file, plain);
    else if (/\.json$/i.test(file)) importJson(this.collector, file, plain);
    else this.report('unknown-format', file);
  }

  /** Says that a file could not be taken, for a reason that lies outside of it. */
  report(code: ProblemCode, file: string, detail?: string): void {
    this.collector.report(code, { file }, detail);
  }

  finish(): ImportResult {
    return this.collector.finish();
  }

  private *zip(file: string, bytes: Uint8Array): Generator<void> {
    let zip: Zip;
    try {
      zip = new Zip(bytes);
    } catch (error) {
      this.failed(file, error);
      return;
    }
    const wanted = new Set(importableFiles(zip.entries.map(({ path }) => path)));
    if (wanted.size === 0) this.report('unknown-format', file);
    let taken = 0;
    for (const entry of zip.entries) {
      if (!wanted.has(entry.path)) continue;
      const path = `${file}/${entry.path}`;
      if (++taken > MAX_FILES || this.collector.isFull) {
        this.report('too-many', file, String(MAX_FILES));
        return;
      }
      try {
        this.text(path, decodeText(zip.read(entry)));
      } catch (error) {
        this.failed(path, error);
      }
      yield;
    }
  }

  private failed(file: string, error: unknown): void {
    if (error instanceof ZipError) this.report(error.code, file, error.message);
    else throw error;
  }
}
