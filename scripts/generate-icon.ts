import { writeFileSync } from 'node:fs';
import { crc32, deflateStored } from './png';

/**
 * Draws the extension's icon: a compass rose, as on the charts that gave Portolan its name, over the grid of a chip.
 * The PNG is stored, not compressed, so that every version of zlib writes the same bytes.
 */
export function generateIcon(): void {
  writeFileSync('client/icon.png', png(256, draw));
}

type Colour = readonly [red: number, green: number, blue: number];

const sea: Colour = [18, 50, 74];
const grid: Colour = [36, 78, 108];
const sand: Colour = [240, 214, 160];
const gold: Colour = [214, 160, 72];
const red: Colour = [206, 84, 66];

const palette: readonly Colour[] = [sea, grid, sand, gold, red].flatMap((colour) =>
  [0, 1, 2, 3, 4].map((step) => mix(sea, colour, step / 4)),
);

/** The palette's index at a point of the unit square: colour x 5 + coverage 0..4, from 4 x 4 samples. */
function draw(x: number, y: number, pixel: number): number {
  const counts = new Map<number, number>();
  for (let sample = 0; sample < 16; sample++) {
    const colour = colourAt(x + ((sample % 4) + 0.5) * (pixel / 4), y + (Math.floor(sample / 4) + 0.5) * (pixel / 4));
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [colour, count] = [...counts].filter(([each]) => each !== 0).sort((a, b) => b[1] - a[1])[0] ?? [0, 16];
  return colour * 5 + Math.round(count / 4);
}

/** 0 sea, 1 grid, 2 and 3 the two halves of a point of the rose, 4 north. */
function colourAt(x: number, y: number): number {
  const [dx, dy] = [x - 0.5, y - 0.5];
  const radius = Math.hypot(dx, dy);
  const angle = (Math.atan2(dx, -dy) / Math.PI) * 4;
  const point = Math.round(angle);
  const long = point % 2 === 0;
  const off = angle - point;
  const reach = long ? 0.44 : 0.27;
  if (radius < 0.045) return 2;
  if (radius < reach && Math.abs(off) < (long ? 0.5 : 0.42) * (1 - radius / reach) ** 1.1) {
    if (off > 0) return 3;
    return point === 0 ? 4 : 2;
  }
  if (Math.abs(radius - 0.33) < 0.008) return 1;
  const cell = 0.125;
  const line = Math.min(x % cell, cell - (x % cell), y % cell, cell - (y % cell));
  return line < 0.004 ? 1 : 0;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** An indexed PNG of `size` x `size` (PNG specification, third edition, chapters 5 and 11). */
function png(size: number, at: (x: number, y: number, pixel: number) => number): Uint8Array {
  const rows = new Uint8Array(size * (size + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) rows[y * (size + 1) + 1 + x] = at(x / size, y / size, 1 / size);
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateStored(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(content.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
