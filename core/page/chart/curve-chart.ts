import { scaleLog } from 'd3-scale';
import { curveLinear, line } from 'd3-shape';
import { type Html, html } from '../html';
import { at, drawing, type Frame, horizontalAxis, verticalAxis } from './axes';
import { legend, seriesClass } from './legend';

export interface CurveChart {
  readonly label: string;
  readonly xAxis: string;
  readonly yAxis: string;
  readonly curves: readonly {
    readonly name: string;
    readonly points: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  }[];
  format(value: number): string;
}

const frame: Frame = { width: 720, height: 400, left: 70, right: 30, top: 34, bottom: 46 };

/** Curves over two logarithmic axes. Values are > 0; what is not is left out. */
export function curveChart({ label, xAxis, yAxis, curves, format }: CurveChart): Html {
  const shown = curves.map(({ name, points }) => ({ name, points: points.filter(({ x, y }) => x > 0 && y > 0) }));
  const all = shown.flatMap(({ points }) => points);
  const xScale = logScale(
    all.map(({ x }) => x),
    [frame.left, frame.width - frame.right],
  );
  const yScale = logScale(
    all.map(({ y }) => y),
    [frame.height - frame.bottom, frame.top],
  );
  const path = line<{ x: number; y: number }>(
    ({ x }) => at(xScale, x),
    ({ y }) => at(yScale, y),
  ).curve(curveLinear);
  const drawn = shown.map(
    ({ points }, series) =>
      html`<g class="${seriesClass(series)}"><path class="curve" d="${path([...points]) ?? ''}"/>${points.map(
        ({ x, y, text }) =>
          html`<circle class="point" cx="${at(xScale, x)}" cy="${at(yScale, y)}" r="4.5"><title>${text}</title></circle>`,
      )}</g>`,
  );
  return html`${curves.length > 1 ? legend(curves.map(({ name }, series) => ({ name, series }))) : undefined}${drawing(
    frame,
    label,
    [
      horizontalAxis({ scale: xScale, label: xAxis, ticks: readable(xScale.ticks()), format }, frame),
      verticalAxis({ scale: yScale, label: yAxis, ticks: readable(yScale.ticks()), format }, frame),
      ...drawn,
    ],
  )}`;
}

function logScale(values: readonly number[], range: [number, number]) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const domain = values.length === 0 ? [1, 10] : [low * 0.85, high * 1.18];
  return scaleLog(domain, range);
}

/** 1, 2 and 5 of each decade; all nine would not be legible. */
function readable(ticks: readonly number[]): number[] {
  return ticks.filter((tick) => [1, 2, 5].includes(Math.round(tick / 10 ** Math.floor(Math.log10(tick) + 1e-9))));
}
