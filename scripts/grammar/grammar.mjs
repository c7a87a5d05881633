import { FIELDS, SHAPES } from './fields.mjs';
import { body, DEEPEST, end, escapes, opening, quote, space } from './levels.mjs';

const LANGUAGE = 'trail-json';
const scope = (...names) => names.map((name) => `${name}.${LANGUAGE}`).join(' ');
const captures = (...names) => Object.fromEntries(names.flatMap((name, index) => (name ? [[String(index + 1), { name }]] : [])));
const include = (name) => ({ include: `#${name}` });

const STRING = 'string.quoted.double';
/** Themes ask for `support.type.property-name.json`. */
const KEY = [`string.json`, 'support.type.property-name.json'];

const keyScopes = (level) => [
  scope(...KEY, `punctuation.support.type.property-name.begin.${depth(level)}`),
  scope(...KEY),
  scope(...KEY, `punctuation.support.type.property-name.end.${depth(level)}`),
];
const depth = (level) => (level === 0 ? 'plain' : `escaped-${level}`);
/** From the second level on (also: escaped once too often) the quotes are coloured as escapes, or nobody sees where a string ends. */
const delimiter = (level, side) => [
  `punctuation.definition.string.${side}.${depth(level)}`,
  ...(level > 1 ? ['constant.character.escape'] : []),
];
const open = (level) => delimiter(level, 'begin');
const close = (level) => delimiter(level, 'end');
/** In an escaped text the operators' colour keeps brackets, colons and commas apart from the string around them. */
const mark = (level, name) => (level === 0 ? scope(name) : scope(name, 'keyword.operator.escaped'));

/** `"name" :` up to the value; a key that stands right after a backslash is not a key. */
const head = (level, names) => `(?<!\\\\)(${quote(level)})(${names})(${quote(level)})${space(level)}*(:)${space(level)}*`;

function field(level, { names, scope: name, except, bare }) {
  const start = [...keyScopes(level), mark(level, 'punctuation.separator.key-value')];
  const quoted = {
    begin: `${head(level, names)}(${quote(level)})${except ? `(?!${except}${quote(level)})` : ''}`,
    beginCaptures: captures(...start, scope(STRING, ...open(level))),
    end: end(level),
    endCaptures: captures(scope(STRING, ...close(level))),
    contentName: scope(STRING, name),
    patterns: [include(`escapes-${level}`)],
  };
  const plain = { match: `${head(level, names)}(${bare})`, captures: captures(...start, scope(name)) };
  return bare ? [quoted, plain] : [quoted];
}

const text = (level, begin, patterns, content) => ({
  name: scope(STRING),
  begin,
  beginCaptures: captures(scope(...open(level))),
  end: end(level),
  endCaptures: captures(scope(...close(level))),
  ...(content && { contentName: scope(content) }),
  patterns,
});

/** Everything that begins with the quotation mark of a level. */
function quoted(level) {
  const embedded = text(level, `(${quote(level)})(?=${opening(level)})`, [include(`json-${level + 1}`)]);
  return {
    patterns: [
      ...FIELDS.flatMap((one) => field(level, one)),
      {
        match: `(?<!\\\\)(${quote(level)})(${body(level)})(${quote(level)})(?=${space(level)}*:)`,
        captures: captures(...keyScopes(level)),
      },
      ...SHAPES.map(({ shape, scope: name }) => text(level, `(${quote(level)})(?=${shape}${quote(level)})`, [], name)),
      ...(level < DEEPEST ? [embedded] : []),
      ...(level === 0 ? [unterminated] : []),
      text(level, `(${quote(level)})`, [include(`escapes-${level}`)]),
    ],
  };
}

/** The line ends before the string does: its first quotation mark shows where. */
const unterminated = {
  ...text(0, `(?<!\\\\)(")(?=${body(0)}$)`, [include('escapes-0')]),
  beginCaptures: captures(scope(...open(0), 'invalid.illegal.unterminated')),
};

const inString = (level) => ({
  patterns: [
    { match: escapes(level), name: scope('constant.character.escape') },
    { match: '\\\\.', name: scope('constant.character.escape') },
  ],
});

/** Tokens between strings. */
const tokens = (level) => [
  { match: '\\{', name: mark(level, 'punctuation.definition.dictionary.begin') },
  { match: '\\}', name: mark(level, 'punctuation.definition.dictionary.end') },
  { match: '\\[', name: mark(level, 'punctuation.definition.array.begin') },
  { match: '\\]', name: mark(level, 'punctuation.definition.array.end') },
  { match: ':', name: mark(level, 'punctuation.separator.key-value') },
  { match: ',', name: mark(level, 'punctuation.separator.element') },
  { match: '(?<![\\w.*-])(?:true|false|null)(?![\\w.*-])', name: scope('constant.language') },
  { match: '(?<![\\w.*-])-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?![\\w.*-])', name: scope('constant.numeric') },
  { match: '(?<![\\w.*-])\\d[\\dxX]{0,30}\\*[\\dxX*]{0,60}(?![\\w.])', name: scope('variable.other.constant.mask') },
];

const json = (level) => ({
  patterns: [
    ...(level === 0 ? [include('comments'), { match: '[“”＂‘’，：｛｝［］]', name: scope('invalid.illegal.full-width') }] : []),
    include(`quoted-${level}`),
    // One escape too many, or an escaped text that was pasted without its quotes.
    ...(level < DEEPEST ? [include(`quoted-${level + 1}`)] : []),
    ...tokens(level),
    { match: '\\\\.', name: scope('constant.character.escape') },
  ],
});

const comments = {
  patterns: [
    { match: '(//).*$', name: scope('comment.line.double-slash'), captures: captures(scope('punctuation.definition.comment')) },
    {
      name: scope('comment.block'),
      begin: '/\\*',
      end: '\\*/',
      captures: { 0: { name: scope('punctuation.definition.comment') } },
    },
  ],
};

const levels = (name, make, from = 0) =>
  Array.from({ length: DEEPEST + 1 - from }, (_, index) => [`${name}-${index + from}`, make(index + from)]);

export const grammar = () => ({
  name: 'Trail JSON',
  scopeName: `source.${LANGUAGE}`,
  patterns: [include('json-0')],
  repository: Object.fromEntries([
    ['comments', comments],
    ...levels('json', json),
    ...levels('quoted', quoted),
    ...levels('escapes', inString),
  ]),
});
