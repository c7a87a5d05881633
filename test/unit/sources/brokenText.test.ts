import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryBlocks } from '../../../src/platform/memoryBlocks';
import { isBrokenText } from '../../../src/sources/brokenText';
import { finish } from '../../../src/trail/steps';
import { fc } from '../property';

const isBroken = (bytes: Uint8Array): boolean => finish(isBrokenText(new MemoryBlocks(bytes)));

test('a file is broken where reading it as text and saving it changes its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), (tail) => {
      const bytes = Buffer.concat([Buffer.from('{"a":"新'), tail]);
      const saved = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      assert.equal(isBroken(bytes), !saved.equals(bytes));
    }),
  );
});

test('characters across the blocks that are read are whole', () => {
  for (let length = 262_138; length <= 262_146; length++) {
    assert.equal(isBroken(Buffer.from(`${'x'.repeat(length)}新😀{}`)), false, String(length));
    assert.equal(isBroken(Buffer.concat([Buffer.from('x'.repeat(length)), Buffer.from([0xe6, 0x96])])), true, String(length));
  }
});

test('what is in UTF-16, or begins with a byte order mark, or is empty, is not', () => {
  for (const bytes of [Buffer.from('\ufeff{"a":"\ud800"}', 'utf16le'), Buffer.from('\ufeff{}'), Buffer.alloc(0)])
    assert.equal(isBroken(bytes), false);
});
