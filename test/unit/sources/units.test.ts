import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../property';
import { MemoryBlocks } from '../../../src/platform/memoryBlocks';
import { exceedsUnits } from '../../../src/sources/units';

test('the length of a text in units is known by its bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'abcdefgh', 'é', '中', '😀'), { minLength: 1 }),
      fc.nat(3),
      async (parts, skipped) => {
        const text = parts.join('');
        const bytes = new TextEncoder().encode('x'.repeat(skipped) + text).subarray(skipped);
        assert.equal(await exceedsUnits(new MemoryBlocks(bytes), text.length), false);
        assert.equal(await exceedsUnits(new MemoryBlocks(bytes), text.length - 1), true);
      },
    ),
  );
});
