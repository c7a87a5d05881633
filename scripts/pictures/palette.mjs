import { deflateSync, inflateSync } from 'node:zlib';
import { chunk, SIGNATURE } from '../icon/png.mjs';

const COLOURS = 256;
const AREAS = 64;

/** A screenshot (PNG, 8 bits, RGB or RGBA) with at most 256 colours: a quarter of the size, and no difference to see in a picture of text. */
export function reduced(file) {
  const { width, height, bytes, pixels } = decoded(file);
  const { palette, indexOf } = paletteOf(pixels, bytes);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = indexOf(colourAt(pixels, (y * width + x) * bytes));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourAt = (pixels, at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];

/** A palette for a picture, and for each of its colours the place of the nearest one. */
function paletteOf(pixels, bytes) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += bytes) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  let palette = colours;
  for (let apart = 1; palette.length > COLOURS; apart *= 2) palette = distinct(colours, apart);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const indexOf = (colour) => {
    if (!places.has(colour)) places.set(colour, nearest(colour, palette));
    return places.get(colour);
  };
  return { palette, indexOf };
}

/** The most frequent colours, those of areas, and of the others those that are unlike all before them: rare hues stay, shades at the edges of letters go. */
function distinct(colours, apart) {
  const palette = colours.slice(0, AREAS);
  for (const colour of colours.slice(AREAS)) {
    if (palette.every((one) => distance(one, colour) > apart)) palette.push(colour);
    if (palette.length > COLOURS) break;
  }
  return palette;
}

function nearest(colour, palette) {
  const distances = palette.map((one) => distance(one, colour));
  return distances.indexOf(Math.min(...distances));
}

const distance = (a, b) => [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);

/** The pixels of a PNG that Chromium made. */
function decoded(file) {
  const parts = [];
  let at = SIGNATURE.length;
  let header;
  while (at < file.length) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || header[12] !== 0 || !bytes) throw new Error('This is no picture as Chromium makes them.');
  return { width, height, bytes, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * bytes, height, bytes) };
}

function unfiltered(data, stride, height, bytes) {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)];
    const row = y * stride;
    for (let x = 0; x < stride; x++) {
      const left = x >= bytes ? pixels[row + x - bytes] : 0;
      const up = y > 0 ? pixels[row + x - stride] : 0;
      const corner = x >= bytes && y > 0 ? pixels[row + x - stride - bytes] : 0;
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter];
      pixels[row + x] = data[y * (stride + 1) + x + 1] + guess;
    }
  }
  return pixels;
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
