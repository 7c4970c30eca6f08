import type { Localized, OperatorAssessment, Reason, Verdict } from '../../model';
import { worse } from '../../model';
import type { OperatorTable } from '../operator-table';
import type { ConditionRow } from '../table';

/** A condition of a table that bites, as a reason. */
export function conditionReason(table: OperatorTable, owner: string, row: ConditionRow): Reason {
  return {
    id: `${owner}/${row.id}`,
    kind: row.kind ?? 'condition',
    verdict: row.verdict,
    outcome: 'broken',
    message: table.text(row.message),
    advice: row.advice === undefined ? undefined : table.text(row.advice),
    evidence: table.evidenceOf(row.evidence),
  };
}

/** A condition of a table of which it is open whether it bites. */
export function openReason(
  table: OperatorTable,
  owner: string,
  row: ConditionRow,
  undecidedBy: NonNullable<Reason['undecidedBy']>,
): Reason {
  return { ...conditionReason(table, owner, row), outcome: 'undecided', undecidedBy };
}

/** An assessment of what is known: the worst of the broken reasons; what is undecided makes it `limited` at best. */
export function assessmentOf(reasons: readonly Reason[], fusion?: string): OperatorAssessment {
  let verdict: Verdict = 'native';
  for (const reason of reasons) {
    verdict = worse(verdict, reason.outcome === 'undecided' ? 'limited' : reason.verdict);
  }
  return fusion === undefined ? { verdict, reasons } : { verdict, reasons, fusion };
}

export const native: OperatorAssessment = { verdict: 'native', reasons: [] };

export function localized(en: string, zh: string): Localized {
  return { en, zh };
}

export const expandFunctions: Localized = localized(
  'Expand functions before: onnx.inliner.inline_local_functions(model).',
  '请先展开函数：onnx.inliner.inline_local_functions(model)。',
);
