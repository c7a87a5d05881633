// Writes syntaxes/trail-json.tmLanguage.json. The rules are the same at every depth of escaping, so they are written once, in scripts/grammar/.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { grammar } from './grammar/grammar.mjs';
import { root } from './root.mjs';

const file = join(root, 'syntaxes/trail-json.tmLanguage.json');
const options = await prettier.resolveConfig(file);
writeFileSync(file, await prettier.format(JSON.stringify(grammar()), { ...options, parser: 'json' }));
