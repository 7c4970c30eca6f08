import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html';
import { at, drawing, type Frame, horizontalAxis, tenth } from './axes';
import { legend, seriesClass } from './legend';

export interface StackedBar {
  readonly name: string;
  /** One value for each part. */
  readonly values: readonly number[];
  /** What the bar must not go beyond. */
  readonly limit?: { readonly value: number; readonly text: string } | undefined;
}

export interface StackedBars {
  readonly label: string;
  readonly parts: readonly string[];
  readonly bars: readonly StackedBar[];
  /** The axis, with its unit. */
  readonly axis: string;
  /** Of the axis, and of a part's tooltip. */
  format(value: number): string;
}

const barHeight = 34;
const barSpace = 58;

/** A horizontal bar for each row, its parts side by side, with a dashed line at its limit. */
export function stackedBars({ label, parts, bars, axis, format }: StackedBars): Html {
  const longest = Math.max(...bars.map(({ name }) => name.length), 0);
  const left = bars.length === 1 && longest === 0 ? 12 : Math.min(230, 30 + longest * 7);
  const frame: Frame = { width: 720, height: bars.length * barSpace + 62, left, right: 30, top: 18, bottom: 40 };
  const totals = bars.map(({ values, limit }) => Math.max(sum(values), limit?.value ?? 0));
  const scale = scaleLinear([0, Math.max(...totals, Number.MIN_VALUE) * 1.02], [left, frame.width - frame.right]);
  const rows = bars.map((bar, index) => drawBar(bar, frame.top + index * barSpace, left));
  const ticks = scale.ticks(6);
  return html`${legend(parts.map((name, series) => ({ name, series })))}${drawing(frame, label, [
    horizontalAxis({ scale, label: axis, ticks, format }, frame),
    ...rows,
  ])}`;

  function drawBar({ name, values, limit }: StackedBar, y: number, start: number): Html {
    let before = 0;
    const pieces = values.map((value, series) => {
      const x = at(scale, before);
      before += value;
      const width = tenth(at(scale, before) - x);
      return html`<rect class="mark ${seriesClass(series)}" x="${x}" y="${y}" width="${Math.max(0, width)}" height="${barHeight}"><title>${parts[series]}: ${format(value)}</title></rect>`;
    });
    const edge = limit && at(scale, limit.value);
    return html`<text x="${start - 10}" y="${y + barHeight / 2 + 4}" text-anchor="end">${name}</text>${pieces}${
      edge === undefined
        ? undefined
        : html`<line class="limit" x1="${edge}" x2="${edge}" y1="${y - 5}" y2="${y + barHeight + 5}"/><text class="soft" x="${edge}" y="${y - 8}" text-anchor="end">${limit?.text}</text>`
    }`;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
