// Draws media/icon.png: a log page with a trail of steps over its lines, and a lens on the step that matters.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { png } from './icon/png.mjs';
import { all, any, box, circle, draw, ellipse, gradient, moved, ring, solid, stroke } from './icon/shapes.mjs';
import { root } from './root.mjs';

const SIZE = 256;
const INK = '#0f2f3a';
const LENS = { x: 164, y: 158, radius: 43 };

const FOLD = 34;
const [RIGHT, TOP] = [186, 30];
/** Below zero beyond the diagonal that cuts the page's corner off. */
const corner = (x, y) => (y - TOP - (x - RIGHT + FOLD)) * Math.SQRT1_2;
const page = all(box(52, TOP, RIGHT, 226, 14), (x, y) => -corner(x, y));
const flap = all(box(RIGHT - FOLD, TOP, RIGHT + 20, TOP + FOLD, 5), (x, y) => -corner(x, y));
const line = (y, from, to) => stroke(from, y, to, y, 9);
const lens = circle(LENS.x, LENS.y, LENS.radius);

/** One shoe print: sole and heel, turned into the direction of the walk. */
function step(x, y, turn) {
  const [dx, dy] = [Math.sin(turn), -Math.cos(turn)];
  return any(ellipse(x + dx * 6, y + dy * 6, 7.4, 11.2, turn), ellipse(x - dx * 12, y - dy * 12, 5.4, 5.4, turn));
}

/** The events of the log: a dot for each, its colour says how it went. */
const ROWS = [
  [66, 134, '#12a594'],
  [94, 160, '#12a594'],
  [122, 128, '#f97316'],
  [150, 118, '#12a594'],
  [178, 122, '#12a594'],
  [206, 148, '#12a594'],
];

const layers = [
  [box(0, 0, SIZE, SIZE, 56), gradient('#12a594', '#0b4f79', SIZE)],
  [moved(page, 3, 7), solid('#04202c', 0.35), 22],
  [page, solid('#f7fbfb')],
  [flap, solid('#bcd6db')],
  ...ROWS.flatMap(([y, to, colour]) => [
    [circle(75, y, 6.5), solid(colour)],
    [line(y, 94, to), solid('#c3dade')],
  ]),
  [moved(any(lens, stroke(196, 190, 226, 220, 20)), 2, 6), solid('#04202c', 0.35), 16],
  [lens, solid('#e3fbf4')],
  [all(lens, any(step(151, 170, 0.42), step(178, 151, 0.42))), solid('#f97316')],
  [stroke(196, 190, 224, 218, 19), solid(INK)],
  [ring(LENS.x, LENS.y, LENS.radius, 11), solid(INK)],
];

writeFileSync(join(root, 'media/icon.png'), png(SIZE, draw(SIZE, layers)));
