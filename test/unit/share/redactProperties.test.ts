import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { REDACT_KINDS } from '../../../src/share/redact/kinds';
import { piecesOf } from '../../../src/share/redact/pieces';
import { redact, reverse } from '../../../src/share/redact/redact';
import { StringSource } from '../../../src/trail/source';
import { finish } from '../../../src/trail/steps';
import { Trail } from '../../../src/trail/trail';
import { event } from '../trail/logs';

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
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 of escaped': (text) => Buffer.from(JSON.stringify({ text })).toString('base64'),
};

/** A text that is written into JSON as it is, with escapes that are its own. */
const raw = (text: string): string => JSON.stringify(text).replaceAll('\\\\u', '\\u');

/** Where nothing in the redacted text tells which alphabet of Base64 it was, either may come back: they mean the same. */
const spelled = (text: string): string => text.replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/'));

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
          for (const [encoding, encode] of Object.entries(ENCODINGS)) {
            // Without what depends on the bits beside it.
            const needle = encoding.startsWith('base64') ? encode(value).replace(/=+$/, '').slice(0, -1) : encode(value);
            if (encoding === 'base64 of escaped') continue;
            assert.ok(!output.includes(needle), `${value} as ${encoding} (${encodings.join()}) in ${output}`);
          }
        const back = finish(reverse(piecesOf(Trail.of(new StringSource(output))), done.mapping)).join('');
        assert.equal(spelled(back), spelled(log));
        assert.equal(Trail.of(new StringSource(output)).events, lines.length);
      },
    ),
    { numRuns: 120 },
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
