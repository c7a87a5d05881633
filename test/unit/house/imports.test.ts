import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { join } from 'node:path';
import imports from '../../../scripts/lint/imports.mjs';

const FLOORS = [['knowledge', 'escapes'], ['trail'], ['explorer']];

/** The messages for a source text that stands in a file of src/. */
function messages(file: string, text: string): readonly string[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { imports },
    rules: { 'imports/floors': ['error', FLOORS], 'imports/circles': 'error' },
  };
  return new Linter().verify(text, config, { filename: join(process.cwd(), file) }).map(({ message }) => message);
}

describe('imports', () => {
  it('may go down and stay in the room', () => {
    assert.deepEqual(messages('src/trail/new.ts', "import '../escapes/index';\nimport './trail';"), []);
  });

  it('never go up, also as a type that is asked for in the text', () => {
    assert.deepEqual(messages('src/trail/new.ts', "import '../explorer/item';"), [
      'src/trail is below src/explorer and never imports it.',
    ]);
  });

  it('never go to the room beside', () => {
    assert.deepEqual(messages('src/escapes/new.ts', "export * from '../knowledge/casing';"), [
      'src/escapes and src/knowledge share a floor and do not import each other.',
    ]);
  });

  it('come from rooms that have a floor', () => {
    assert.deepEqual(messages('src/attic/new.ts', "import '../knowledge/casing';"), [
      'src/attic is on no floor: add it to the list in eslint.config.mjs.',
    ]);
  });

  it('make no circle', () => {
    const [message = ''] = messages('src/trail/source.ts', "import './trail';");
    assert.match(message, /^A circle of imports: src\/trail\/source\.ts → .*src\/trail\/trail\.ts → .*src\/trail\/source\.ts$/);
  });
});
