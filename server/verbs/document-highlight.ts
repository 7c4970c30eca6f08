import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import type { TextView } from '../../core/onnx/text';
import { definitionOf, usesOf, valueAt } from '../text/value-at';

/** The places of the value under the cursor: where it is computed and where it is read. */
export function documentHighlights(view: TextView, position: Position): DocumentHighlight[] {
  const value = valueAt(view, position);
  if (value === undefined) return [];
  const defined = definitionOf(value, view);
  const reads = usesOf(value, view).map((range) => ({ range, kind: DocumentHighlightKind.Read }));
  return defined === undefined ? reads : [{ range: defined, kind: DocumentHighlightKind.Write }, ...reads];
}
