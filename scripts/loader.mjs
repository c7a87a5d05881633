import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './root.mjs';

const DATA = join(root, 'src/knowledge/data');

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const without = (object, keys) => Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** The event catalogue as src/knowledge/builtin.ts reads it: the heads of its files in a line, and their events in columns. */
function columnsOf(files) {
  const heads = files.map((file) => ({ ...without(file, ['events', '$schema']), count: Object.keys(file.events).length }));
  const events = files.flatMap((file) => Object.entries(file.events));
  const column = (valueOf) => events.map(([, event]) => valueOf(event));
  const rest = events
    .map(([, event], at) => [at, without(event, ['zh', 'en', 'kind', 'why'])])
    .filter(([, more]) => Object.keys(more).length > 0);
  const columns = {
    name: events.map(([name]) => name),
    zh: column(({ zh }) => zh),
    en: column(({ en }) => en),
    kind: column(({ kind }) => kind),
    whyZh: column(({ why }) => why?.zh ?? ''),
    whyEn: column(({ why }) => why?.en ?? ''),
    more: Object.fromEntries(rest),
  };
  return [heads, columns].map((part) => JSON.stringify(part)).join('\n');
}

/** The names of the vendor's operations as src/knowledge/operations.ts reads them: the products in a line, each with the length of its part, then a name a line. */
function namesOf(text) {
  const products = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, version] = /^= (\S+) (\S+)$/.exec(line) ?? [];
    if (name === undefined) products.at(-1).names.push(line);
    else products.push({ name, version, names: [] });
  }
  const bodies = products.map(({ names }) => `${names.join('\n')}\n`);
  const heads = products.map(({ name, version }, at) => ({ name, version, length: bodies[at].length }));
  return `${JSON.stringify(heads)}\n${bodies.join('')}`;
}

/**
 * `knowledge:NAME` is the text of src/knowledge/data/NAME.json, or, where NAME is the folder of events, their columns; `knowledge:operations` are the
 * names of its own folder.
 * It enters a bundle as one string constant, parsed at the first lookup: loading the extension costs nothing.
 */
export const knowledge = {
  name: 'knowledge',
  setup(build) {
    build.onResolve({ filter: /^knowledge:/ }, ({ path }) => ({ path: path.slice('knowledge:'.length), namespace: 'knowledge' }));
    build.onLoad({ filter: /.*/, namespace: 'knowledge' }, ({ path: name }) => {
      const folder = join(DATA, basename(name));
      if (name === 'operations') {
        const names = join(folder, 'names.txt');
        return { contents: namesOf(readFileSync(names, 'utf8')), loader: 'text', watchFiles: [names] };
      }
      const file = `${folder}.json`;
      const isFile = readdirSync(DATA).includes(`${basename(name)}.json`);
      const files = isFile
        ? [file]
        : readdirSync(folder)
            .filter((entry) => entry.endsWith('.json'))
            .sort()
            .map((entry) => join(folder, entry));
      const data = files.map(read);
      return {
        contents: isFile ? JSON.stringify(data[0]) : columnsOf(data),
        loader: 'text',
        watchFiles: files,
        watchDirs: isFile ? [] : [folder],
      };
    });
  },
};
