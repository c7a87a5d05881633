import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryBlocks } from '../../../src/platform/memoryBlocks';
import { areUnified, type LineEnd, lineEndsOf } from '../../../src/sources/lineEnds';
import { finish } from '../../../src/trail/steps';
import { fc } from '../property';

const kindsOf = (bytes: Uint8Array): readonly LineEnd[] => finish(lineEndsOf(new MemoryBlocks(bytes)));
const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

const CASES: readonly (readonly [string, readonly LineEnd[]])[] = [
  ['', []],
  ['{}', []],
  ['{}\n{}\n', ['LF']],
  ['{}\r\n{}\r\n', ['CRLF']],
  ['{}\r{}\r', ['CR']],
  ['{}\r\n{}\n', ['CRLF', 'LF']],
  ['{}\n{}\r\n', ['CRLF', 'LF']],
  ['{}\n\r', ['LF', 'CR']],
  ['{}\r\r\n', ['CRLF', 'CR']],
  ['{}\r\n{}\n{}\r', ['CRLF', 'LF', 'CR']],
];

test('the line ends of a file are known in every encoding', () => {
  for (const [text, expected] of CASES) {
    const name = JSON.stringify(text);
    assert.deepEqual(kindsOf(Buffer.from(text)), expected, name);
    assert.deepEqual(kindsOf(Buffer.from(`\ufeff日志${text}`)), expected, name);
    assert.deepEqual(kindsOf(utf16(text, false)), expected, name);
    assert.deepEqual(kindsOf(utf16(text, true)), expected, name);
  }
});

test('bytes of characters are no line ends', () => {
  // U+0A0D and U+0D0A in UTF-16, and a byte 0x0a as the second half of a unit.
  assert.deepEqual(kindsOf(utf16('{"a":"\u0a0d\u0d0a\u010a\u0d41"}', false)), []);
  assert.deepEqual(kindsOf(utf16('{"a":"\u0a0d\u0d0a\u010a\u0d41"}', true)), []);
});

test('line ends across the blocks that are read are one', () => {
  for (let length = 262_140; length <= 262_148; length++) {
    assert.deepEqual(kindsOf(Buffer.from(`${'x'.repeat(length)}\r\n{}`)), ['CRLF'], String(length));
    assert.deepEqual(kindsOf(Buffer.from(`${'x'.repeat(length)}\r`)), ['CR'], String(length));
    assert.deepEqual(kindsOf(Buffer.from(`${'x'.repeat(length)}\r{}`)), ['CR'], String(length));
  }
});

test('an editor makes alike what is of several kinds, and CR alone', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\r', '\n', 'x'), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const alike = ['\n', '\r\n'].some((eol) => text === text.replace(/\r\n|\r|\n/g, eol));
      assert.equal(areUnified(kindsOf(Buffer.from(text))), !alike, JSON.stringify(text));
    }),
  );
});
