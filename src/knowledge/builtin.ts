import text from 'knowledge:events';
import type { CatalogueFile, CatalogueLayer, Source } from './entry';
import { LazyFile, type FileHead } from './lazyFile';

const OURS: Source = 'Trail Log Inspector';

/** Where the events begin in a file's JSON, which is written without spaces. What comes before is short. */
const EVENTS = ',"events":{';

let files: readonly CatalogueFile[] | undefined;

/** The catalogue that comes with the extension: a file a line. A file's events are parsed when somebody asks for one of them. */
export function builtin(): CatalogueLayer {
  return { id: 'builtin', source: OURS, files: () => (files ??= text.split('\n').map(fileOf)) };
}

function fileOf(line: string): CatalogueFile {
  const at = line.indexOf(EVENTS);
  const head = JSON.parse(at < 0 ? line : `${line.slice(0, at)}}`) as FileHead;
  return new LazyFile(head, () => (JSON.parse(line) as CatalogueFile).events);
}
