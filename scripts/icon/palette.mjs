// At most 256 colours for a picture: the most frequent ones carry its areas, then those that lie farthest from all chosen, which are its edges.
const COLOURS = 256;
const FREQUENT = 160;

/** The palette of RGBA pixels (4 bytes each), as [r, g, b, a] entries, and each pixel's index in it. */
export function indexed(pixels) {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const left = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => ({ word, nearest: 0, distance: Infinity }));
  const palette = [];
  while (palette.length < COLOURS && left.some(({ distance }) => distance > 0)) {
    const next =
      palette.length < FREQUENT
        ? left.find(({ distance }) => distance > 0)
        : left.reduce((far, one) => (one.distance > far.distance ? one : far));
    const colour = channels(next.word);
    for (const one of left) {
      const distance = distanceOf(colour, channels(one.word));
      if (distance < one.distance) Object.assign(one, { distance, nearest: palette.length });
    }
    palette.push(colour);
  }
  const indexOf = new Map(left.map(({ word, nearest }) => [word, nearest]));
  return { palette, indexes: Uint8Array.from(words, (word) => indexOf.get(word)) };
}

const channels = (word) => [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24];

/** Colours count by how much is seen of them: all that are transparent are alike. */
function distanceOf(a, b) {
  const seen = [0, 1, 2].reduce((sum, index) => sum + (a[index] * a[3] - b[index] * b[3]) ** 2, 0) / 65025;
  return seen + (a[3] - b[3]) ** 2;
}
