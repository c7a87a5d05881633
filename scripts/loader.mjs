import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './root.mjs';

const DATA = join(root, 'src/knowledge/data');

const minified = (path) => JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));

/**
 * `knowledge:NAME` is the text of src/knowledge/data/NAME.json, or, where NAME is a folder, its files, one a line.
 * It enters a bundle as one string constant, parsed at the first lookup: loading the extension costs nothing.
 */
export const knowledge = {
  name: 'knowledge',
  setup(build) {
    build.onResolve({ filter: /^knowledge:/ }, ({ path }) => ({ path: path.slice('knowledge:'.length), namespace: 'knowledge' }));
    build.onLoad({ filter: /.*/, namespace: 'knowledge' }, ({ path: name }) => {
      const folder = join(DATA, basename(name));
      const file = `${folder}.json`;
      const isFile = readdirSync(DATA).includes(`${basename(name)}.json`);
      const files = isFile
        ? [file]
        : readdirSync(folder)
            .filter((entry) => entry.endsWith('.json'))
            .sort()
            .map((entry) => join(folder, entry));
      const texts = files.map(minified);
      return {
        contents: texts.join('\n'),
        loader: 'text',
        watchFiles: files,
        watchDirs: isFile ? [] : [folder],
      };
    });
  },
};
