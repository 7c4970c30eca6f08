import { type Html, html } from '../html';
import { tenth } from './axes';
import { seriesClass } from './legend';

const width = 132;
const height = 11;

/** A bar of a table's row: its parts side by side, the longest row being as long as the column. */
export function shareBar(parts: readonly { readonly value: number; readonly series: number }[], most: number): Html {
  let before = 0;
  const pieces = parts.map(({ value, series }) => {
    const x = tenth((before / most) * width);
    before += value;
    const end = tenth((before / most) * width);
    // A part that is there is seen, however small.
    const length = value > 0 ? Math.max(end - x, 1.5) : 0;
    return length === 0
      ? undefined
      : html`<rect class="mark ${seriesClass(series)}" x="${x}" y="0" width="${tenth(length)}" height="${height}"/>`;
  });
  return html`<svg class="share" viewBox="0 0 ${width} ${height}" aria-hidden="true">${pieces}</svg>`;
}
