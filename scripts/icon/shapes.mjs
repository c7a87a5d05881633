// Shapes as signed distances: below zero is inside. A pixel at the edge is covered in part, which is all that smooth edges need.

export const circle = (cx, cy, radius) => (x, y) => Math.hypot(x - cx, y - cy) - radius;

export function box(left, top, right, bottom, radius) {
  const [cx, cy, w, h] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2 - radius, (bottom - top) / 2 - radius];
  return (x, y) => {
    const [dx, dy] = [Math.abs(x - cx) - w, Math.abs(y - cy) - h];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

/** A line with round ends. */
export const stroke = (ax, ay, bx, by, width) => (x, y) => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) - width / 2;
};

export const ring = (cx, cy, radius, width) => (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) - width / 2;

/** An ellipse that is turned; the distance is near enough for an edge of one pixel. */
export function ellipse(cx, cy, rx, ry, turn) {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const [u, v] = [((x - cx) * cos + (y - cy) * sin) / rx, ((y - cy) * cos - (x - cx) * sin) / ry];
    return (Math.hypot(u, v) - 1) * Math.min(rx, ry);
  };
}

export const all =
  (...shapes) =>
  (x, y) =>
    Math.max(...shapes.map((shape) => shape(x, y)));
export const any =
  (...shapes) =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));
export const moved = (shape, dx, dy) => (x, y) => shape(x - dx, y - dy);

const channel = (hex, index) => parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16);
export const solid =
  (hex, alpha = 1) =>
  () => [channel(hex, 0), channel(hex, 1), channel(hex, 2), alpha];
/** From one colour to another, from corner to corner. */
export function gradient(from, to, size) {
  return (x, y) => {
    const share = Math.min(1, Math.max(0, (x + y) / (2 * size)));
    return [0, 1, 2].map((index) => channel(from, index) + (channel(to, index) - channel(from, index)) * share).concat(1);
  };
}

/** Layers are [shape, paint, softness], the lowest first; softness (in pixels) is for shadows. */
export function draw(size, layers) {
  const pixels = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      let [r, g, b, a] = [0, 0, 0, 0];
      for (const [shape, paint, softness = 1] of layers) {
        const cover = Math.min(1, Math.max(0, 0.5 - shape(x + 0.5, y + 0.5) / softness));
        if (cover === 0) continue;
        const [red, green, blue, alpha] = paint(x, y);
        const over = alpha * cover;
        const sum = over + a * (1 - over);
        [r, g, b] = [
          [red, r],
          [green, g],
          [blue, b],
        ].map(([top, under]) => (top * over + under * a * (1 - over)) / sum);
        a = sum;
      }
      pixels.set([r, g, b, a * 255], (y * size + x) * 4);
    }
  return pixels;
}
