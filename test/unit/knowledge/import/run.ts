import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectorOptions } from '../../../../src/knowledge/import/collector';
import { Importer, importableFiles, type ImportResult } from '../../../../src/knowledge/import/importer';

const SHARED = join(process.cwd(), '../shared');

/** A folder of ../shared; undefined where it is missing: the tests that read it are skipped. */
export function shared(folder: string): string | undefined {
  const path = join(SHARED, folder);
  return existsSync(path) ? path : undefined;
}

export function importTexts(files: Readonly<Record<string, string>>, options: CollectorOptions = {}): ImportResult {
  const importer = new Importer(options);
  for (const [file, text] of Object.entries(files)) importer.text(file, text);
  return importer.finish();
}

export function importBytes(file: string, bytes: Uint8Array): ImportResult {
  const importer = new Importer();
  Array.from(importer.add(file, bytes));
  return importer.finish();
}

export function importFolder(folder: string): ImportResult {
  const importer = new Importer();
  for (const path of importableFiles(
    readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll('\\', '/')),
  )) {
    Array.from(importer.add(path, readFileSync(join(folder, path))));
  }
  return importer.finish();
}

/** Problems as `file:line code detail`. */
export function problemsOf(result: ImportResult): readonly string[] {
  return result.problems.map(
    ({ file, line, code, detail }) => `${file}:${line ?? ''} ${code}${detail === undefined ? '' : ` ${detail}`}`,
  );
}

/** Events as `service/name zh en kind`. */
export function eventsOf(result: ImportResult): readonly string[] {
  return result.files.flatMap(({ service, events }) =>
    Object.entries(events).map(
      ([name, { zh, en, kind }]) => `${service}/${name} ${zh ?? '-'} ${en ?? '-'}${kind ? ` ${kind}` : ''}`,
    ),
  );
}
