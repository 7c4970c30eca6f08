import type { Hover, Position } from 'vscode-languageserver';
import type { GraphReport } from '../../core/lint';
import type { TextView } from '../../core/onnx/text';
import { tokenAt, tokenRange } from '../text/model-text';
import { operatorAt, valueAt } from '../text/value-at';
import { Prose } from '../to-protocol/prose';
import { describeOperator } from './describe-operator';
import { describeValue } from './describe-value';
import type { GraphHoverOptions } from './hover-options';

/** What is known of the value or the operator under the cursor. */
export function hover(
  report: GraphReport,
  view: TextView,
  position: Position,
  options: GraphHoverOptions,
): Hover | null {
  const prose = new Prose(options.isMarkdown);
  const value = valueAt(view, position);
  if (value !== undefined) {
    describeValue(value, report, prose, options);
    return { contents: prose.toMarkup(), range: value.range };
  }
  const facts = operatorAt(report, view, position.line);
  if (facts === undefined) return null;
  describeOperator(facts, report, prose, options);
  const token = tokenAt(view, position);
  const range = token && tokenRange(position.line, token);
  return { contents: prose.toMarkup(), ...(range === undefined ? {} : { range }) };
}
