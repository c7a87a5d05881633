import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../property';
import { REDACT_KINDS } from '../../../../src/share/redact/kinds';
import { piecesOf } from '../../../../src/share/redact/pieces';
import { redact, reverse } from '../../../../src/share/redact/redact';
import { StringSource } from '../../../../src/trail/source';
import { finish } from '../../../../src/trail/steps';
import { Trail } from '../../../../src/trail/trail';
import { event } from '../../trail/logs';

const of = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength, maxLength });

const LETTERS = 'bcdfghjkmpqvwxyz';
const account = fc
  .tuple(fc.constantFrom(...Array.from('123456789')), of('0123456789', 9, 15))
  .map(([first, rest]) => first + rest);
/** Names with everything that an encoding changes. */
const name = fc
  .tuple(of(LETTERS, 3, 6), of(`${LETTERS}0123456789-_./ "\\<>&张三é😀`, 0, 6), of(LETTERS, 3, 8))
  .map((parts) => parts.join(''));
const password = fc
  .tuple(of(`${LETTERS}ABC0123456789`, 3, 6), of('!$%^&*()"\\/+=?{}[]<>中', 1, 4), of(`${LETTERS}ABC0123456789`, 3, 12))
  .map((parts) => parts.join(''));
const address = fc
  .tuple(
    fc.integer({ min: 110, max: 223 }),
    fc.integer({ min: 100, max: 255 }),
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 1, max: 255 }),
  )
  .map((parts) => parts.join('.'));
const accessKey = of(`${LETTERS}ABCDEFGH0123456789`, 20, 20).map((rest) => `LTAI${rest}`);

const secrets = fc.record({ account, name, password, address, accessKey });

type Encode = (text: string) => string;
const ENCODINGS: Readonly<Record<string, Encode>> = {
  plain: (text) => text,
  escaped: (text) => JSON.stringify(text).slice(1, -1),
  'escaped twice': (text) => JSON.stringify(JSON.stringify(text)).slice(1, -1),
  units: (text) =>
    Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  url: (text) => encodeURIComponent(text),
  'url twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'every byte as url': (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  'every byte as url in lower case': (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'url in lower case': (text) => encodeURIComponent(text).replace(/%../g, (byte) => byte.toLowerCase()),
  'some units': (text) =>
    Array.from({ length: text.length }, (_, at) =>
      at % 3 === 1
        ? `\\u${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`
        : JSON.stringify(text.charAt(at)).slice(1, -1),
    ).join(''),
  'some bytes as url': (text) =>
    encodeURIComponent(text).replace(/[a-z](?![0-9A-F]{0,1}$)/g, (unit, at: number, whole: string) =>
      at % 4 === 1 && !/%.?$/.test(whole.slice(Math.max(0, at - 2), at)) ? `%${unit.charCodeAt(0).toString(16)}` : unit,
    ),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 behind one byte': (text) => Buffer.from(`a${text}`).toString('base64'),
  'base64 behind two bytes': (text) => Buffer.from(`ab${text}cd`).toString('base64'),
  'base64 behind a word': (text) => `key_${Buffer.from(`{${text}}`).toString('base64')}`,
  'base64 behind letters': (text) => `ab${Buffer.from(text).toString('base64')}`,
  'base64 in a path': (text) => `v1/x/${Buffer.from(text).toString('base64')}/y`,
  'base64 as url': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'url as base64': (text) => Buffer.from(encodeURIComponent(text)).toString('base64'),
  'units as base64': (text) => Buffer.from(JSON.stringify({ [text]: text })).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 of escaped': (text) => Buffer.from(JSON.stringify({ text })).toString('base64'),
};

/** A text that is written into JSON as it is, with escapes that are its own. */
const raw = (text: string): string => JSON.stringify(text).replaceAll('\\\\u', '\\u');

/** How a value may be written, without what depends on the bits and bytes beside it. */
function needlesOf(value: string): readonly (readonly [string, string])[] {
  const needles = Object.entries(ENCODINGS)
    .filter(([encoding]) => !encoding.includes('base64') && !encoding.includes('some'))
    .map(([encoding, encode]) => [encoding, encode(value)] as const);
  for (let before = 0; before < 3; before++) {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((bytes.length * 8) / 6);
    needles.push([`base64 at ${before}`, bytes.toString('base64').slice(from, to)]);
    needles.push([`base64url at ${before}`, bytes.toString('base64url').slice(from, to)]);
  }
  return needles;
}

/** Where nothing in the redacted text tells which alphabet of Base64 it was, or whether digits were capitals, either may come back: they mean the same. */
const spelled = (text: string): string =>
  text
    .replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/'))
    .replace(/%[\dA-F]{2}|u[\dA-F]{4}/gi, (digits) => digits.toLowerCase());

test('no secret is in the redacted log in any encoding, and the log comes back', () => {
  fc.assert(
    fc.property(
      secrets,
      fc.array(fc.constantFrom(...Object.keys(ENCODINGS)), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(0, 1, 2, 3),
      (one, encodings, levels) => {
        const values = Object.values(one);
        const lines = encodings.map((encoding, index) => {
          const encode = ENCODINGS[encoding] as Encode;
          let note = JSON.stringify(Object.fromEntries(values.map((value, at) => [`v${at}`, encode(value)])));
          for (let level = 0; level < levels; level++) note = JSON.stringify({ note });
          const text = JSON.stringify(
            event(index, {
              userIdentity: { type: 'ram-user', accountId: one.account, userName: one.name, accessKeyId: one.accessKey },
              sourceIpAddress: one.address,
              requestParameters: {
                Password: one.password,
                Note: note,
                [`key-${one.account}`]: '',
                Url: `https://a.aliyun.com/?u=${encodeURIComponent(one.name)}&p=${encodeURIComponent(one.password)}`,
                Raw: '@raw@',
              },
              errorMessage: `The user acs:ram::${one.account}:user/${one.name} at ${one.address} is not allowed.`,
            }),
          );
          return text.replace('"@raw@"', () => raw(encode(one.name)));
        });
        const log = lines.join('\n');
        const key = new TextEncoder().encode(one.account);
        const done = finish(redact(piecesOf(Trail.of(new StringSource(log))), { kinds: REDACT_KINDS, key }));
        const output = done.texts.join('');
        for (const value of values)
          for (const [form, needle] of needlesOf(value))
            assert.ok(!output.includes(needle), `${value} as ${form} (${encodings.join()}) in ${output}`);
        const back = finish(reverse(piecesOf(Trail.of(new StringSource(output))), done.mapping)).join('');
        // A stand-in of one or two characters may be a word of the log as well.
        if (done.mapping.pairs.every(({ value }) => value.length > 2)) assert.equal(spelled(back), spelled(log));
        assert.equal(Trail.of(new StringSource(output)).events, lines.length);
      },
    ),
    { numRuns: 150 },
  );
});

test('different values stay different, equal ones equal', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(account, name, of(LETTERS, 1, 5)), { minLength: 1, maxLength: 40 }), (names) => {
      const log = names
        .map((userName, index) => JSON.stringify(event(index, { userIdentity: { type: 'ram-user', userName } })))
        .join('\n');
      const done = finish(redact(piecesOf(Trail.of(new StringSource(log))), { kinds: REDACT_KINDS, key: new Uint8Array([7]) }));
      const after = done.texts
        .join('')
        .split('\n')
        .map((line) => (JSON.parse(line) as { readonly userIdentity: { readonly userName: string } }).userIdentity.userName);
      const numbers = (list: readonly string[]): readonly number[] => list.map((one) => list.indexOf(one));
      assert.deepEqual(numbers(after), numbers(names), after.join());
    }),
    { numRuns: 150 },
  );
});
