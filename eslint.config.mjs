import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import ts from 'typescript-eslint';

/** Floors below `language/`: they run in the browser, in tests and in benchmarks as they are, so they import neither vscode nor Node. */
const PURE = ['src/trail/**', 'src/checks/**', 'src/filter/**', 'src/share/**', 'src/knowledge/**', 'src/escapes/**'];

/** A lower floor never imports a higher one. */
const above = (files, folders) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [{ name: 'vscode', message: 'This floor is pure: it runs without an editor.' }],
        patterns: [
          {
            group: ['node:*', 'fs', 'path', 'zlib', 'worker_threads', 'os', 'child_process'],
            message: 'This floor is pure: it runs in a browser.',
          },
          { group: folders.map((folder) => `**/${folder}/**`), message: 'A lower floor never imports a higher one.' },
        ],
      },
    ],
  },
});

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
  above(PURE, ['workspace', 'language', 'explorer', 'overview', 'platform']),
  above(
    ['src/escapes/**'],
    ['trail', 'knowledge', 'checks', 'filter', 'share', 'workspace', 'language', 'explorer', 'overview', 'platform'],
  ),
  above(
    ['src/knowledge/**'],
    ['trail', 'checks', 'filter', 'share', 'workspace', 'language', 'explorer', 'overview', 'platform'],
  ),
  above(['src/sources/**'], ['workspace', 'language', 'explorer', 'overview', 'checks', 'filter', 'share']),
  above(['src/trail/**'], ['checks', 'filter', 'share', 'workspace', 'language', 'explorer', 'overview', 'platform']),
  above(['src/filter/**', 'src/checks/**'], ['share', 'workspace', 'language', 'explorer', 'overview', 'platform']),
  {
    files: ['src/overview/model/**', 'src/overview/webview/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'vscode', message: 'The figures are pure, and the page is in a browser.' }],
          patterns: [{ group: ['node:*', 'fs', 'path'], message: 'The figures are pure, and the page is in a browser.' }],
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
