import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, runs } from '../property';
import {
  decodeWithMap,
  detectArn,
  detectBase64,
  detectEpoch,
  detectLayout,
  detectList,
  detectPercentJson,
  detectUrl,
} from '../../../src/escapes';
import {
  PRETTY,
  Reason,
  checkJson,
  escapeAgain,
  expand,
  inspectLiteral,
  mayHoldJson,
  peelOnce,
  unescapeFully,
} from '../../../src/escapes';

const COMPACT = { ...PRETTY, compact: true, spaceAfterColon: false };
const RUNS = { numRuns: runs(1000) };

const units = fc.string({ unit: 'binary', maxLength: 20 });
/** Any UTF-16 units, halves of pairs included. */
const loose = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 }).map((codes) => String.fromCharCode(...codes));
const noise = fc
  .array(
    fc.constantFrom(
      '\\',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '1',
      'a',
      'u',
      '005c',
      '0022',
      ' ',
      '\n',
      '\u0000',
      '\ud800',
      'null',
      '*',
      '/',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(
  units,
  loose,
  noise,
  noise.map((text) => `"${text}"`),
  noise.map((text) => JSON.stringify(text)),
);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const tree = fc.letrec<{ value: Json; text: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, 0, -1.5, 'a', '[abc]', '{}', '"', '\\', '\u2028', '\ud800', '中文', '1187****', '"x"', '[1,]'),
    units,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(units, tie('value'), { maxKeys: 4 }),
    tie('text'),
  ),
  text: tie('value').map((value) => JSON.stringify(value)),
}));

const container = fc.oneof(fc.array(tree.value, { maxLength: 4 }), fc.dictionary(units, tree.value, { maxKeys: 4 }));

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

/** What repeated JSON.parse finds; undefined where a string ends in no object or array. */
const held = (text: string): object | undefined => {
  const value = parsed(text)?.value;
  if (typeof value === 'string') return held(value);
  return typeof value === 'object' && value !== null ? value : undefined;
};

const deep = (value: unknown): unknown => {
  if (typeof value === 'string') {
    const inner = held(value);
    return inner === undefined ? value : deep(inner);
  }
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, deep(member)]));
};

test('checkJson agrees with JSON.parse', () => {
  fc.assert(
    fc.property(fc.oneof(anything, tree.text), (text) => {
      const failure = checkJson(text);
      assert.equal(failure === undefined, parsed(text) !== undefined);
      if (failure) assert.ok(failure.offset >= 0 && failure.offset <= text.length);
    }),
    { numRuns: runs(5000) },
  );
});

test('nothing throws, and what cannot be decoded stays', () => {
  fc.assert(
    fc.property(anything, fc.nat(60), (text, offset) => {
      const inspection = inspectLiteral(text);
      if (inspection.kind === 'undecodable') {
        assert.ok(inspection.offset <= text.length && Object.values(Reason).includes(inspection.reason));
      }
      if (inspection.kind === 'plain' || inspection.kind === 'undecodable') {
        assert.equal(unescapeFully(text, PRETTY), text);
        assert.equal(peelOnce(text, PRETTY), text);
        assert.equal(expand(text, { maxLength: 100, maxLines: 10 }), undefined);
      } else assert.ok(parsed(inspection.text) && parsed(unescapeFully(text, PRETTY)) && parsed(peelOnce(text, PRETTY)));
      assert.equal(parsed(escapeAgain(text)) !== undefined, true);
      expand(text, { maxLength: offset, maxLines: 3 })?.toSource(offset);
      decodeWithMap(text)?.toSource(offset);
      detectLayout(text, offset);
      for (const detect of [detectArn, detectBase64, detectEpoch, detectList, detectPercentJson, detectUrl]) detect(text);
    }),
    { numRuns: runs(5000) },
  );
});

test('the first test never turns away what holds JSON', () => {
  fc.assert(
    fc.property(container, fc.integer({ min: 1, max: 3 }), fc.constantFrom('', ' ', '\n'), (value, levels, space) => {
      let text = space + JSON.stringify(value, null, space) + space;
      for (let level = 0; level < levels; level++) text = JSON.stringify(text);
      assert.ok(mayHoldJson(text));
      const inspection = inspectLiteral(text);
      assert.ok(inspection.kind === 'escaped' && inspection.levels === levels && inspection.overLevels === 0);
    }),
    RUNS,
  );
});

test('unescapeFully gives what repeated JSON.parse gives, in every layout', () => {
  fc.assert(
    fc.property(container, (value) => {
      const literal = JSON.stringify(JSON.stringify(value));
      for (const layout of [PRETTY, COMPACT, { ...PRETTY, indent: '\t', eol: '\r\n', base: '\t' } as const]) {
        const found = JSON.parse(unescapeFully(literal, layout)) as unknown;
        if (!overEscaped(value)) assert.deepEqual(found, deep(value));
        assert.doesNotMatch(unescapeFully(literal, layout), /\p{Surrogate}/u);
      }
    }),
    { numRuns: runs(500) },
  );
});

/** Text of ours that is taken for escaped once too often is outside this comparison. */
const overEscaped = (value: unknown): boolean => {
  if (typeof value === 'string') {
    const inspection = inspectLiteral(JSON.stringify(value));
    if (inspection.kind === 'over-escaped') return true;
    return inspection.kind === 'escaped' && overEscaped(JSON.parse(inspection.text) as unknown);
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(overEscaped);
};

test('escaping again gives the literal back', () => {
  fc.assert(
    fc.property(container, (value) => {
      const literal = JSON.stringify(JSON.stringify(value));
      for (const layout of [PRETTY, COMPACT]) assert.equal(escapeAgain(peelOnce(literal, layout)), literal);
    }),
    RUNS,
  );
});

test('escaping too often is found and undone', () => {
  fc.assert(
    fc.property(container, fc.integer({ min: 1, max: 3 }), fc.boolean(), (value, times, quoted) => {
      const json = JSON.stringify(value);
      let text = json;
      for (let time = 0; time < times; time++) text = quoted ? JSON.stringify(text).slice(1, -1) : text.replace(/[\\"]/g, '\\$&');
      if (text === json) return;
      const inspection = inspectLiteral(JSON.stringify(text));
      assert.ok(inspection.kind === 'over-escaped' && inspection.text === json && inspection.overLevels === times);
      let peeled = JSON.stringify(text);
      for (let time = 0; time < times; time++) peeled = peelOnce(peeled, COMPACT);
      assert.deepEqual(JSON.parse(JSON.parse(peeled) as string), JSON.parse(json));
    }),
    RUNS,
  );
});

const SHORT: Readonly<Record<string, string>> = {
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

const spelled = (code: number, style: number): string => {
  const character = String.fromCharCode(code);
  const short = SHORT[character];
  if (style === 0 && short !== undefined) return `\\${short}`;
  return style === 1 && short === undefined && code >= 0x20 ? character : `\\u${code.toString(16).padStart(4, '0')}`;
};

test('each unit of a decoded value leads back to its place, whatever its spelling', () => {
  const code = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(fc.array(fc.tuple(code, fc.nat(2)), { maxLength: 20 }), (parts) => {
      const spellings = parts.map(([unit, style]) => spelled(unit, style));
      const mapped = decodeWithMap(`"${spellings.join('')}"`);
      assert.equal(mapped?.value, String.fromCharCode(...parts.map(([unit]) => unit)));
      let source = 1;
      for (const [offset, spelling] of [...spellings, ''].entries()) {
        assert.equal(mapped.toSource(offset), source);
        source += spelling.length;
      }
    }),
    RUNS,
  );
});
