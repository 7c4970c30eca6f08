import { type Content, type Html, html } from '../html';

/** The place that a chart draws in, within its drawing: user units of the SVG. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A scale of d3, as far as an axis needs it. */
export interface Scale {
  (value: number): number | undefined;
  ticks(count?: number): number[];
}

export interface Axis {
  readonly scale: Scale;
  readonly label: string;
  readonly ticks: readonly number[];
  format(value: number): string;
}

/** A drawing that readers of its alternative text understand as one picture. */
export function drawing(frame: Frame, label: string, content: Content): Html {
  return html`<div class="chart"><svg viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${label}"><title>${label}</title>${content}</svg></div>`;
}

export function horizontalAxis({ scale, label, ticks, format }: Axis, frame: Frame): Html {
  const bottom = frame.height - frame.bottom;
  const middle = (frame.left + frame.width - frame.right) / 2;
  return html`${ticks.map((tick) => {
    const x = at(scale, tick);
    return html`<line class="grid" x1="${x}" x2="${x}" y1="${frame.top}" y2="${bottom}"/><text class="soft" x="${x}" y="${bottom + 16}" text-anchor="middle">${format(tick)}</text>`;
  })}<line class="axis" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${bottom}" y2="${bottom}"/><text class="soft" x="${middle}" y="${frame.height - 6}" text-anchor="middle">${label}</text>`;
}

export function verticalAxis({ scale, label, ticks, format }: Axis, frame: Frame): Html {
  const right = frame.width - frame.right;
  return html`${ticks.map((tick) => {
    const y = at(scale, tick);
    return html`<line class="grid" x1="${frame.left}" x2="${right}" y1="${y}" y2="${y}"/><text class="soft" x="${frame.left - 8}" y="${y + 4}" text-anchor="end">${format(tick)}</text>`;
  })}<text class="soft" x="${frame.left}" y="${frame.top - 10}" text-anchor="start">${label}</text>`;
}

/** A place on a scale, to a tenth of a unit: no reader sees more, and the page stays small. */
export function at(scale: Scale, value: number): number {
  return tenth(scale(value) ?? 0);
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Powers of ten in a range, both ends included where they are some. */
export function powersOfTen(low: number, high: number): number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9 && powers.length < 40; power++) {
    powers.push(10 ** power);
  }
  return powers;
}
