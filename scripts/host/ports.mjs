import { createServer } from 'node:net';

/** A port that is free now on the loopback interface. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Waits until an address answers; fails when `isOver` tells that waiting is pointless, or after the silence that `watch` watches for. */
export async function untilAnswers(address, isOver, watch) {
  const stop = new AbortController();
  void watch.over.then(() => {
    stop.abort();
  });
  while (!stop.signal.aborted && !isOver()) {
    const answer = await fetch(address, { signal: stop.signal }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(isOver() ? `The server ended before ${address} answered.` : `${address} does not answer.`);
}
