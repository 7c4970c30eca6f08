import type { Verdict } from '../../model';
import { compileQuestion } from '../language';
import type { OperatorTable } from '../operator-table';
import type { ConditionRow } from '../table';
import { conditionReason, openReason } from './reasons';
import type { AskedCondition } from './row-assessor';

/** Not knowing whether one of these applies is worth telling; not knowing of a harmless rewrite is not. */
const worthTelling: ReadonlySet<Verdict> = new Set(['limited', 'slow', 'unknown', 'host', 'silent', 'unsupported']);

/** The conditions of a row that change anything, ready to be asked. */
export function askedConditions(
  table: OperatorTable,
  owner: string,
  rows: readonly ConditionRow[] | undefined,
): AskedCondition[] {
  return (rows ?? [])
    .filter(({ verdict }) => verdict !== 'native')
    .map((row) => ({
      ask: compileQuestion(row.when),
      broken: conditionReason(table, owner, row),
      open: worthTelling.has(row.verdict)
        ? { file: openReason(table, owner, row, 'file'), sources: openReason(table, owner, row, 'sources') }
        : undefined,
    }));
}
