import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import ts from 'typescript-eslint';
import imports from './scripts/lint/imports.mjs';

/**
 * The floors of src/, from the ground: a file imports from its own folder and from the floors below. Text and bytes go up, by way of events, findings and
 * words, to the open logs and the features.
 */
const FLOORS = [
  ['platform', 'knowledge', 'escapes'],
  ['trail'],
  ['event', 'sources'],
  ['checks', 'filter'],
  ['share', 'tools'],
  ['cloud'],
  ['words'],
  ['workspace', 'cli'],
  ['language'],
  ['explorer', 'commands'],
  ['overview'],
  ['activate'],
  ['extension.web', 'worker'],
  ['extension'],
];

/** Rooms that run in a browser, in threads, in tests and in benchmarks as they are: they import neither vscode nor Node. */
const PURE = ['knowledge', 'escapes', 'trail', 'event', 'sources', 'checks', 'filter', 'share', 'tools', 'cloud', 'words'].map(
  (room) => `src/${room}/**`,
);
const NODE = ['node:*', 'fs', 'path', 'zlib', 'worker_threads', 'os', 'child_process'];

/** Ways to say something in which VS Code draws links or icons, and where each of them is called from. */
const SAID = 'show(?:Information|Warning|Error)Message|setStatusBarMessage|withProgress|showInputBox|createInputBox';
const SAYING = [
  [SAID, 'What is said goes through workspace/notices.ts, which escapes it.'],
  [
    'registerCommand|registerTextEditorCommand',
    'Commands are registered by workspace/command.ts, which escapes what they fail with.',
  ],
].flatMap(([names, message]) =>
  [
    `MemberExpression[property.name=/^(?:${names})$/]`,
    `MemberExpression[property.value=/^(?:${names})$/]`,
    `ObjectPattern > Property[key.name=/^(?:${names})$/]`,
  ].map((selector) => ({ selector, message })),
);

export default ts.config(
  { ignores: ['dist/', 'out/', '.host/', 'samples/', '**/node_modules/'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Text is compared unit by unit with named characters, which are numbers.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // An index into a typed array or a list is asserted by its type, never by `!`.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { imports },
    rules: { 'imports/floors': ['error', FLOORS], 'imports/circles': 'error' },
  },
  {
    files: ['src/**'],
    ignores: ['src/workspace/notices.ts', 'src/workspace/command.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SAYING] },
  },
  {
    files: [...PURE, 'src/overview/model/**', 'src/overview/webview/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'vscode', message: 'This floor is pure: it runs without an editor.' }],
          patterns: [{ group: NODE, message: 'This floor is pure: it runs in a browser.' }],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'globalThis',
          'performance',
          'TextDecoder',
          'TextEncoder',
          'structuredClone',
          'AbortController',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  prettier,
);
