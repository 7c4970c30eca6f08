export { type CellScript, type CellSource, type CellSpan, scriptOfCells } from './cells';
export { type NotebookFile, readNotebook } from './read-notebook';
