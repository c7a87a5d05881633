import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { inflate } from '../../../src/platform/fflateGunzip';
import { nodeFiles } from '../../../src/platform/node/files';
import { gunzip } from '../../../src/platform/node/gunzip';
import { startWorker } from '../../../src/platform/node/startWorker';
import { type Platform } from '../../../src/platform/platform';
import { FileLog } from '../../../src/sources/fileLog';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
import { inSlices } from '../../../src/trail/steps';

const [, , file = ''] = process.argv;
const MB = 1024 * 1024;

const platform: Platform = {
  files: nodeFiles((fault) => fault),
  gunzip,
  gunzipNow: inflate,
  startWorker: (uri) => startWorker(join(__dirname, 'worker.js'), fileURLToPath(uri)),
  threads: Math.min(4, Number(process.argv[3] ?? 1)),
  get: () => Promise.reject(new Error('no network')),
};

/** Peak of the whole process, threads included; MB. */
const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** The longest time that the main thread computed between two turns of its event loop, ms: what others on the machine do is not counted. Linux only. */
function watchTurns(): () => number {
  const computed = (): number => {
    try {
      return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
    } catch {
      return NaN;
    }
  };
  let longest = 0;
  let last = computed();
  const timer = setInterval(() => {
    const now = computed();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

async function measure(): Promise<void> {
  const base = process.memoryUsage().rss / MB;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const turns = watchTurns();
  const start = performance.now();
  const log = await FileLog.open(platform, pathToFileURL(file).href, () => undefined);
  await log.index(new AbortController().signal);
  const index = performance.now() - start;
  const held = turns();
  const blocked = delay.max / 1e6;
  const memory = peak() - base;
  await inSlices(groupEvents(log.trail, { by: [Column.EventName, Column.Account], sort: 'count' }), () => false, 8);
  process.send?.({
    index,
    speed: log.size / MB / (index / 1000),
    events: log.trail.events,
    memory,
    held,
    blocked,
    grouped: performance.now() - start - index,
    memoryGrouped: peak() - base,
  });
  log.dispose();
}

void measure();
