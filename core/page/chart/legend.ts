import { type Html, html } from '../html';
import { seriesCount } from '../style';

export interface LegendEntry {
  readonly name: string;
  /** The number of its series, which is its colour. */
  readonly series: number;
}

export function legend(entries: readonly LegendEntry[]): Html {
  return html`<ul class="legend">${entries.map(
    ({ name, series }) => html`<li class="${seriesClass(series)}"><i></i>${name}</li>`,
  )}</ul>`;
}

export function seriesClass(series: number): string {
  return `s${series % seriesCount}`;
}
