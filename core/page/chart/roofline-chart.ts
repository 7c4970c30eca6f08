import { scaleLog, scaleSqrt } from 'd3-scale';
import { line } from 'd3-shape';
import { type Html, html } from '../html';
import { at, drawing, type Frame, horizontalAxis, powersOfTen, tenth, verticalAxis } from './axes';
import { type LegendEntry, legend, seriesClass } from './legend';

/** What a device can do at most: operations and bytes per second. */
export interface Ceiling {
  readonly name: string;
  readonly operationsPerSecond: number;
  readonly bytesPerSecond: number;
  readonly series: number;
}

export interface RooflinePoint {
  readonly name: string;
  /** Operations per byte, and operations per second that are reached. */
  readonly intensity: number;
  readonly operationsPerSecond: number;
  /** Its share of the time, from 0 to 1: the size of the point. */
  readonly share: number;
  readonly series: number;
  /** What a reader sees who points at it. */
  readonly text: string;
}

export interface Roofline {
  readonly label: string;
  readonly xAxis: string;
  readonly yAxis: string;
  readonly ceilings: readonly Ceiling[];
  readonly points: readonly RooflinePoint[];
  readonly legend: readonly LegendEntry[];
  /** Of operations per second, with the unit. */
  formatRate(value: number): string;
}

const frame: Frame = { width: 720, height: 460, left: 84, right: 24, top: 34, bottom: 46 };
/** Points whose names are written beside them. */
const named = 8;

/** The roofline of Williams, Waterman and Patterson (2009): both axes logarithmic, points are kernels. */
export function rooflineChart(roofline: Roofline): Html {
  const points = roofline.points.filter(({ intensity, operationsPerSecond: rate }) => intensity > 0 && rate > 0);
  const ridges = roofline.ceilings.map(
    ({ operationsPerSecond, bytesPerSecond }) => operationsPerSecond / bytesPerSecond,
  );
  const xs = [...points.map(({ intensity }) => intensity), ...ridges];
  const ys = [
    ...points.map((point) => point.operationsPerSecond),
    ...roofline.ceilings.map((one) => one.operationsPerSecond),
  ];
  const xScale = scaleLog(decades(xs), [frame.left, frame.width - frame.right]);
  const yScale = scaleLog(decades(ys), [frame.height - frame.bottom, frame.top]).clamp(true);
  const radius = scaleSqrt([0, 1], [3.5, 20]);
  const [lowest, highest] = xScale.domain() as [number, number];
  const format = (value: number) => (value >= 1 && value < 1e5 ? String(value) : value.toExponential(0));
  return html`${legend(roofline.legend)}${drawing(frame, roofline.label, [
    horizontalAxis({ scale: xScale, label: roofline.xAxis, ticks: powersOfTen(lowest, highest), format }, frame),
    verticalAxis(
      {
        scale: yScale,
        label: roofline.yAxis,
        ticks: powersOfTen(...(yScale.domain() as [number, number])),
        format: roofline.formatRate,
      },
      frame,
    ),
    ...roofline.ceilings.map(ceiling),
    ...points.map(
      ({ intensity, operationsPerSecond, share, series, text }) =>
        html`<circle class="point ${seriesClass(series)}" cx="${at(xScale, intensity)}" cy="${at(yScale, operationsPerSecond)}" r="${tenth(radius(share))}"><title>${text}</title></circle>`,
    ),
    ...labels(),
  ])}`;

  function ceiling({ name, operationsPerSecond, bytesPerSecond, series }: Ceiling): Html {
    const ridge = operationsPerSecond / bytesPerSecond;
    const bottom = yScale.domain()[0]!;
    const start = Math.max(lowest, bottom / bytesPerSecond);
    const corner: [number, number][] = [
      [at(xScale, start), at(yScale, start * bytesPerSecond)],
      [at(xScale, ridge), at(yScale, operationsPerSecond)],
      [at(xScale, highest), at(yScale, operationsPerSecond)],
    ];
    const y = at(yScale, operationsPerSecond) - 7;
    return html`<g class="${seriesClass(series)}"><path class="ceiling" d="${line()(corner) ?? ''}"/><text class="soft halo" x="${frame.width - frame.right}" y="${y}" text-anchor="end">${name}</text></g>`;
  }

  /** Names of the points that take the most time, each moved down until it covers no other. */
  function labels(): Html[] {
    const placed: { x: number; y: number; width: number }[] = [];
    const longest = [...points].sort((a, b) => b.share - a.share).slice(0, named);
    return longest.map(({ name, intensity, operationsPerSecond, share }) => {
      const isRight = at(xScale, intensity) > frame.width * 0.72;
      const x = at(xScale, intensity) + (isRight ? -1 : 1) * (tenth(radius(share)) + 4);
      const width = name.length * 6.4;
      const start = isRight ? x - width : x;
      let y = at(yScale, operationsPerSecond) + 4;
      const covers = () =>
        placed.some((other) => Math.abs(other.y - y) < 13 && start < other.x + other.width && other.x < start + width);
      for (let tries = 0; covers() && tries < 20; tries++) y += 13;
      placed.push({ x: start, y, width });
      return html`<text class="halo" x="${tenth(x)}" y="${tenth(y)}" text-anchor="${isRight ? 'end' : 'start'}">${name}</text>`;
    });
  }
}

/** Whole decades around the values. */
function decades(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!(low > 0) || !Number.isFinite(high)) return [1, 10];
  return [10 ** Math.floor(Math.log10(low * 0.8)), 10 ** Math.ceil(Math.log10(high * 1.4))];
}
