import type { Location, Position } from 'vscode-languageserver';
import type { GraphReport } from '../../core/lint';
import type { TextView } from '../../core/onnx/text';
import { calledFunction, definitionOf, valueAt } from '../text/value-at';

/** Where a value is computed or declared; for the operator of a call, the function that it calls. */
export function definition(report: GraphReport, view: TextView, uri: string, position: Position): Location | null {
  const called = calledFunction(report, view, uri, position);
  if (called !== undefined) return called;
  const value = valueAt(view, position);
  const range = value && definitionOf(value, view);
  return range === undefined ? null : { uri, range };
}
