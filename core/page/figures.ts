import { type Content, type Html, html } from './html';

/** A number that a reader looks for first. */
export interface KeyFigure {
  readonly label: string;
  readonly value: Content;
  /** Its unit, its band, what it is measured against. */
  readonly note?: Content;
  readonly tone?: 'good' | 'warning' | 'bad' | undefined;
}

export function keyFigures(figures: readonly KeyFigure[]): Html {
  return html`<dl class="figures">${figures.map(
    ({ label, value, note, tone }) =>
      html`<div class="figure ${tone ?? 'plain'}"><dt>${label}</dt><dd><strong>${value}</strong>${
        note === undefined ? undefined : html`<small>${note}</small>`
      }</dd></div>`,
  )}</dl>`;
}
