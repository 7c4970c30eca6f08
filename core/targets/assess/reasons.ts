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

/** Operators that ONNX Runtime has in the standard domain, of which ONNX knows nothing or came to know later. */
const runtimesOwn: ReadonlySet<string> = new Set(['LayerNormalization', 'SimplifiedLayerNormalization']);

/** What to do about operators that ONNX Runtime's tools write into a model; undefined for others, as those of training. */
export function beforeRuntimeTools(domain: string, opType: string): Localized | undefined {
  if (/Grad|Training$|Internal$|Optimizer|Accumulator|^YieldOp$/.test(opType)) return undefined;
  const isTheirs = /^com\.microsoft(\.|$)/.test(domain) || (domain === '' && runtimesOwn.has(opType));
  return isTheirs ? convertOriginal : undefined;
}

const convertOriginal: Localized = localized(
  "ONNX Runtime's optimizer and quantizer write such operators: convert the model as it was before them.",
  '此类算子由 ONNX Runtime 的优化器或量化工具写入：请转换优化、量化之前的模型。',
);
