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

/** Waits until an address answers, for at most `seconds`; `isOver` tells that waiting is pointless. */
export async function untilAnswers(address, isOver, seconds = 60) {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && !isOver()) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    isOver() ? `The server ended before ${address} answered.` : `${address} did not answer within ${String(seconds)} s.`,
  );
}
