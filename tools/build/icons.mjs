// The icons of the installed app, drawn from the site's own icon.svg: a ring that is open, and a dot in it.
import { crc32, deflateSync } from 'node:zlib';

/** Pixels of the finest grid that one pixel is looked at with, each way. */
const SAMPLES = 4;
const PAPER = [0xfa, 0xf8, 0xf3];
const INK = [0x0b, 0x55, 0x63];

/** Sizes in pixels; `scale` is how much of the icon the drawing takes: a maskable one may lose all but the middle. */
const ICONS = /** @type {const} */ ([
  ['icon-192.png', 192, 0.84], ['icon-512.png', 512, 0.84], ['icon-maskable-192.png', 192, 0.66], ['icon-maskable-512.png', 512, 0.66], ['touch-icon.png', 180, 0.74],
]);

/** @typedef {{ ring: { x: number, y: number, r: number, half: number, ends: readonly (readonly [number, number])[] }, dot: { r: number }, size: number }} Drawing */

/** Each icon's name and its PNG. @param {string} svg @returns {readonly (readonly [string, Buffer])[]} */
export function drawIcons(svg) {
  const drawing = readDrawing(svg);
  return ICONS.map(([name, size, scale]) => [name, png(size, (x, y) => cover(drawing, x, y, size, scale))]);
}

/** @param {string} svg @returns {Drawing} */
function readDrawing(svg) {
  const number = String.raw`(-?[\d.]+)`;
  const path = new RegExp(`<path d="M${number} ${number}A${number} [\\d.]+ 0 1 0 ${number} ${number}"[^>]*stroke-width="${number}"`).exec(svg);
  const circle = new RegExp(`<circle cx="${number}" cy="${number}" r="${number}"`).exec(svg);
  const box = new RegExp(`viewBox="0 0 ${number} `).exec(svg);
  if (!path || !circle || !box) throw new Error('icon.svg is no open ring with a dot: tools/build/icons.mjs draws nothing else.');
  const [x1 = 0, y1 = 0, r = 0, x2 = 0, y2 = 0, width = 0] = path.slice(1).map(Number);
  const [x = 0, y = 0, dot = 0] = circle.slice(1).map(Number);
  return { ring: { x, y, r, half: width / 2, ends: [[x1, y1], [x2, y2]] }, dot: { r: dot }, size: Number(box[1]) };
}

/** How much of a pixel the drawing covers, 0 to 1. @param {Drawing} drawing @param {number} px @param {number} py @param {number} size @param {number} scale */
function cover({ ring, dot, size: box }, px, py, size, scale) {
  let inside = 0;
  for (let n = 0; n < SAMPLES * SAMPLES; n += 1) {
    const at = (/** @type {number} */ p, /** @type {number} */ sub) => (((p + (sub + 0.5) / SAMPLES) / size - 0.5) / scale) * box;
    const [x, y] = [at(px, n % SAMPLES), at(py, Math.floor(n / SAMPLES))];
    const away = Math.hypot(x, y);
    const angle = Math.atan2(y, x);
    const [from, to] = ring.ends.map(([ex, ey]) => Math.atan2(ey - ring.y, ex - ring.x));
    const open = angle > (from ?? 0) && angle < (to ?? 0);
    const onRing = !open && Math.abs(away - ring.r) <= ring.half;
    const onEnd = ring.ends.some(([ex, ey]) => Math.hypot(x - (ex - ring.x), y - (ey - ring.y)) <= ring.half);
    if (away <= dot.r || onRing || onEnd) inside += 1;
  }
  return inside / (SAMPLES * SAMPLES);
}

/** @param {number} size @param {(x: number, y: number) => number} coverOf */
function png(size, coverOf) {
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const ink = coverOf(x, y);
      PAPER.forEach((paper, c) => { rows[y * (1 + size * 3) + 1 + x * 3 + c] = Math.round(paper + ((INK[c] ?? 0) - paper) * ink); });
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits of each of three colours
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
