// A log of JSON Lines of a size, the same bytes on every machine.
import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { ordinary } from '../../samples/mixture.mjs';
import { random } from '../../samples/random.mjs';

const SEED = 20260321;
const COUNTS = { flink: 5_000, compute: 6_000, access: 4_000, logons: 600, orders: 400 };

/** Writes the log where it is not there yet; gives how many events it holds. */
export function writeLog(file, size) {
  const block = Buffer.from(
    ordinary(random(SEED), COUNTS)
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(''),
  );
  const lines = block.toString().split('\n').length - 1;
  const blocks = Math.ceil(size / block.length);
  if (!existsSync(file) || statSync(file).size !== blocks * block.length) {
    const part = `${file}.part`;
    const out = openSync(part, 'w');
    for (let count = 0; count < blocks; count++) writeSync(out, block);
    closeSync(out);
    renameSync(part, file);
  }
  return { events: blocks * lines, bytes: blocks * block.length };
}
