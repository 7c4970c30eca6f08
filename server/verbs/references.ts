import type { Location, Position } from 'vscode-languageserver';
import type { TextView } from '../../core/onnx/text';
import { definitionOf, usesOf, valueAt } from '../text/value-at';

/** Everywhere that a value is read, and where it is defined if that is wanted too. */
export function references(view: TextView, uri: string, position: Position, withDeclaration: boolean): Location[] {
  const value = valueAt(view, position);
  if (value === undefined) return [];
  const defined = withDeclaration ? definitionOf(value, view) : undefined;
  const ranges = [...(defined === undefined ? [] : [defined]), ...usesOf(value, view)];
  return ranges.map((range) => ({ uri, range }));
}
