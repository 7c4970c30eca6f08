import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barChart, curveChart, rooflineChart, stackedBars } from '../../core/page';

const numbersOf = (markup: string, attribute: string) =>
  [...markup.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => Number(value));

/** Every number of a drawing: a NaN or an infinity in one draws nothing, and nobody is told. */
function assertDrawable(markup: string): void {
  assert.ok(!/NaN|Infinity|undefined/.test(markup), markup.match(/.{30}(NaN|Infinity|undefined).{30}/)?.[0]);
  for (const name of ['x', 'y', 'cx', 'cy', 'r', 'width', 'height']) {
    for (const value of numbersOf(markup, name)) assert.ok(Number.isFinite(value), `${name} = ${value}`);
  }
}

test('bars are as long as their values', () => {
  const { markup } = barChart(
    [
      { name: 'experts', value: 4, text: '4 ms', series: 0 },
      { name: '<attention>', value: 1, text: '1 ms', series: 1 },
    ],
    'times',
  );
  const [long, short] = numbersOf(markup, 'width');
  assert.ok(Math.abs(long! / short! - 4) < 0.01);
  assert.ok(markup.includes('&lt;attention&gt;') && !markup.includes('<attention>'));
  assertDrawable(markup);
});

test('parts of a stacked bar follow each other, with the limit at its value', () => {
  const { markup } = stackedBars({
    label: 'memory',
    parts: ['weights', 'cache', 'nothing'],
    bars: [{ name: '', values: [60, 20, 0], limit: { value: 100, text: '100 GiB' } }],
    axis: 'GiB',
    format: String,
  });
  const rects = [...markup.matchAll(/<rect [^>]*x="([\d.]+)"[^>]*width="([\d.]+)"/g)].map(([, x, w]) => [
    Number(x),
    Number(w),
  ]);
  assert.equal(rects.length, 3);
  assert.ok(Math.abs(rects[0]![0]! + rects[0]![1]! - rects[1]![0]!) < 0.2);
  assert.ok(Math.abs(rects[0]![1]! / rects[1]![1]! - 3) < 0.01);
  const edge = Number(/class="limit" x1="([\d.]+)"/.exec(markup)![1]);
  assert.ok(Math.abs((edge - rects[0]![0]!) / rects[0]![1]! - 100 / 60) < 0.01);
  assertDrawable(markup);
});

test('a kernel on the memory ceiling is drawn on it', () => {
  const ceiling = { name: 'H800', operationsPerSecond: 989e12, bytesPerSecond: 3.35e12, series: 0 };
  const { markup } = rooflineChart({
    label: 'roofline',
    xAxis: 'FLOP/byte',
    yAxis: 'FLOP/s',
    ceilings: [ceiling],
    points: [
      { name: 'a', intensity: 10, operationsPerSecond: 10 * 3.35e12, share: 0.5, series: 1, text: 'a' },
      { name: 'none', intensity: 0, operationsPerSecond: 0, share: 0.1, series: 1, text: 'no operations' },
    ],
    legend: [{ name: 'attention', series: 1 }],
    formatRate: String,
  });
  const [, x1, y1, x2, y2] = /class="ceiling" d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)L/.exec(markup)!.map(Number);
  const [, cx, cy] = /cx="([\d.]+)" cy="([\d.]+)"/.exec(markup)!.map(Number);
  const onLine = y1! + ((cx! - x1!) / (x2! - x1!)) * (y2! - y1!);
  assert.ok(Math.abs(onLine - cy!) < 0.5, `${onLine} and ${cy}`);
  assert.equal(markup.match(/<circle/g)?.length, 1, 'a point without operations has no place on a logarithmic axis');
  assertDrawable(markup);
});

test('a curve passes through its points; charts of nothing are empty, not broken', () => {
  const { markup } = curveChart({
    label: 'sweep',
    xAxis: 'per user',
    yAxis: 'per device',
    curves: [
      {
        name: 'A',
        points: [
          { x: 10, y: 100, text: 'TP8' },
          { x: 20, y: 50, text: 'TP16' },
        ],
      },
      { name: 'B', points: [] },
    ],
    format: String,
  });
  const [, x, y] = /class="curve" d="M([\d.]+),([\d.]+)L/.exec(markup)!;
  assert.ok(markup.includes(`cx="${x}" cy="${y}"`));
  assertDrawable(markup);
  assertDrawable(curveChart({ label: '', xAxis: '', yAxis: '', curves: [], format: String }).markup);
  assertDrawable(barChart([], '').markup);
  assertDrawable(barChart([{ name: 'zero', value: 0, text: '', series: 0 }], '').markup);
  assertDrawable(stackedBars({ label: '', parts: [], bars: [], axis: '', format: String }).markup);
  assertDrawable(
    rooflineChart({ label: '', xAxis: '', yAxis: '', ceilings: [], points: [], legend: [], formatRate: String }).markup,
  );
});
