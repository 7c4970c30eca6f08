import type { Reason, Verdict } from '../../../core/model';

/** The rules that tell what an assessment found; every other rule finds by itself. */
export type ReasonRuleCode =
  | 'onnx/unsupported-operator'
  | 'onnx/unsupported-opset'
  | 'onnx/broken-condition'
  | 'onnx/silent-miscompilation'
  | 'onnx/undecided-condition'
  | 'onnx/unknown-operator'
  | 'onnx/host-fallback'
  | 'onnx/slow-operator'
  | 'onnx/unsupported-precision'
  | 'onnx/f32-only-lowering'
  | 'onnx/vendor-test-failure';

/**
 * What tables say of a model's inputs and weights as a whole, and the rules that find the same at the very input,
 * weight or operator, by the last part of the reason's id. Those rules tell it.
 */
export const locatedElsewhere: ReadonlyMap<string, string> = new Map([
  ['dynamic-dimension', 'onnx/dynamic-dimension'],
  ['input-to-f32', 'onnx/graph-input-type'],
  ['input-type', 'onnx/graph-input-type'],
  ['int64-input', 'onnx/int64-narrowing'],
  ['large-integers', 'onnx/int64-narrowing'],
  ['weights-to-f32', 'onnx/host-memory'],
]);

/**
 * The one rule that tells a reason; undefined where there is nothing to tell: a rewrite that costs nothing, or a
 * condition that is met. The function is total, so that no reason is lost and none is told twice.
 */
export function ruleOfReason(reason: Reason): ReasonRuleCode | undefined {
  if (reason.outcome === 'met') return undefined;
  if (reason.verdict === 'native' || reason.verdict === 'converted') return undefined;
  if (reason.kind === 'vendor-test') return 'onnx/vendor-test-failure';
  if (reason.verdict === 'unknown') return 'onnx/unknown-operator';
  if (reason.outcome === 'undecided') return 'onnx/undecided-condition';
  if (reason.verdict === 'silent') return 'onnx/silent-miscompilation';
  if (reason.verdict === 'host') return 'onnx/host-fallback';
  if (reason.verdict === 'slow') {
    return nameOf(reason) === 'computes-in-f32' ? 'onnx/f32-only-lowering' : 'onnx/slow-operator';
  }
  return failureRule(reason);
}

/** Of a reason for which the route stops, or runs only under a condition that this operator breaks. */
function failureRule(reason: Reason): ReasonRuleCode {
  switch (reason.kind) {
    case 'operator':
      return 'onnx/unsupported-operator';
    case 'opset':
      return 'onnx/unsupported-opset';
    case 'precision':
      return 'onnx/unsupported-precision';
    case 'lowering':
      // Not lowered in this precision, or in none on this chip.
      return nameOf(reason) === 'no-lowering' ? 'onnx/unsupported-operator' : 'onnx/unsupported-precision';
    default:
      return 'onnx/broken-condition';
  }
}

/** What a reason is called within its operator's row: `computes-in-f32` of `Sigmoid/computes-in-f32`. */
export function nameOf({ id }: Reason): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The rule that tells a verdict for which an assessment gives no reason; undefined for verdicts that need none. */
export function ruleOfVerdict(verdict: Verdict): ReasonRuleCode | undefined {
  switch (verdict) {
    case 'unsupported':
      return 'onnx/unsupported-operator';
    case 'silent':
      return 'onnx/silent-miscompilation';
    case 'host':
      return 'onnx/host-fallback';
    case 'slow':
      return 'onnx/slow-operator';
    case 'unknown':
      return 'onnx/unknown-operator';
    default:
      return undefined;
  }
}
