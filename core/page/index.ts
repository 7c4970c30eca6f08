export { type BarRow, barChart } from './chart/bar-chart';
export { type CurveChart, curveChart } from './chart/curve-chart';
export { type LegendEntry, legend } from './chart/legend';
export { type Roofline, type RooflinePoint, rooflineChart } from './chart/roofline-chart';
export { type StackedBar, type StackedBars, stackedBars } from './chart/stacked-bars';
export { type KeyFigure, keyFigures } from './figures';
export { type Content, Html, html } from './html';
export { type Page, renderPage, type Section } from './page';
export { type PageTable, pageTable } from './table';
