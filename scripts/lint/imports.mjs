// ESLint rules on how the files of src/ import each other, made from an ordered list of floors.
// They read the files themselves: types count as well, which a bundler and most plugins leave out of their graphs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/** ESLint runs at the top of the project. */
const root = process.cwd();
const SRC = join(root, 'src');
const slashed = (path) => path.split(sep).join('/');
/** The room of a file: the folder below src/, or the file itself where it stands in src/. */
const roomOf = (file) => slashed(relative(SRC, file)).split('/')[0].replace(/\.ts$/, '');

/** The file that a relative specifier names; undefined for packages and for what is no source. */
function resolved(file, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const base = resolve(dirname(file), specifier);
  return [`${base}.ts`, join(base, 'index.ts')].find((path) => path.startsWith(SRC + sep) && existsSync(path));
}

/** The imports of a source text: its own, those it passes on, those made when they are needed, and those of types. */
const importsOf = (file, text) =>
  ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos, end }) => {
    const target = resolved(file, fileName);
    return target === undefined ? [] : [{ target, pos, end }];
  });

let graph;
/** File → the files that it imports, for all of src/; read once a run. */
function imports() {
  graph ??= new Map(
    readdirSync(SRC, { recursive: true })
      .map((name) => join(SRC, String(name)))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, importsOf(name, readFileSync(name, 'utf8')).map(({ target }) => target)]),
  );
  return graph;
}

/** The way from one file to another along imports, both included; undefined where there is none. */
function wayBetween(from, to) {
  const cameFrom = new Map([[from, undefined]]);
  const waiting = [from];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file === to) {
      const way = [];
      for (let at = file; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const next of imports().get(file) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      waiting.push(next);
    }
  }
  return undefined;
}

/** A rule that is asked for each import of a file; it gives what is wrong with it, or nothing. */
const importRule = (problemOf) => ({
  meta: { type: 'problem', schema: [{ type: 'array' }] },
  create(context) {
    const file = resolve(context.filename);
    if (!file.startsWith(SRC + sep)) return {};
    return {
      Program() {
        const { text } = context.sourceCode;
        for (const { target, pos, end } of importsOf(file, text)) {
          const message = problemOf(file, target, context.options[0] ?? []);
          const [start, stop] = [pos, end].map((at) => context.sourceCode.getLocFromIndex(Math.min(at, text.length)));
          if (message) context.report({ loc: { start, end: stop }, message });
        }
      },
    };
  },
});

export default {
  rules: {
    /** Imports go down: never to a floor above, never to another room of the same floor. The option is the list of floors, each a list of rooms. */
    floors: importRule((file, target, floors) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      const [level, other] = [from, to].map((room) => floors.findIndex((rooms) => rooms.includes(room)));
      if (level < 0 || other < 0) return `src/${level < 0 ? from : to} is on no floor: add it to the list in eslint.config.mjs.`;
      if (other < level || from === to) return undefined;
      return other > level
        ? `src/${from} is below src/${to} and never imports it.`
        : `src/${from} and src/${to} share a floor and do not import each other.`;
    }),
    circles: importRule((file, target) => {
      const way = file === target ? [file] : wayBetween(target, file);
      return way && `A circle of imports: ${[file, ...way].map((name) => slashed(relative(root, name))).join(' → ')}`;
    }),
  },
};
