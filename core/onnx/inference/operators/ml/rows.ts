import type { Dimension } from '../../../../model';
import type { OperatorContext } from '../../context';
import { contradict } from '../../contradiction';
import { int64, string } from './lists';

/** Rows of a matrix; a vector is one row. */
export function rows(context: OperatorContext): Dimension {
  const input = context.shape(0);
  if (input !== undefined && input.length !== 1 && input.length !== 2) {
    contradict(`its input has rank ${input.length}, not 1 or 2`, `输入的秩为 ${input.length}，应为 1 或 2`);
  }
  return input === undefined ? null : input.length === 1 ? 1 : input[0]!;
}

/** Labels are strings where the model has any, else integers. */
export function labels(context: OperatorContext, integersName: string): { type: number; count: number } {
  const strings = context.listLength('classlabels_strings') ?? 0;
  return strings > 0 ? { type: string, count: strings } : { type: int64, count: context.listLength(integersName) ?? 0 };
}
