import { OperatorContext } from '../context';
import type { OperatorRules, RuleTable } from './operator-rules';

/**
 * A rule for an operator of a runtime that is a standard operator by another name: as that operator at version `opset` of
 * the standard domain, with the same inputs, outputs and attributes.
 */
export function asStandard(table: RuleTable, opType: string, opset: number): OperatorRules {
  const rules = new Map(table).get(opType)!;
  const { propagate } = rules;
  const standard = ({ scope, operator, engine }: OperatorContext) =>
    new OperatorContext(scope, operator, opset, engine);
  return {
    infer(context) {
      const inner = standard(context);
      rules.infer(inner);
      for (let i = 0; i < inner.outputs.length; i++) context.setType(i, inner.outputs[i]);
    },
    propagate: propagate && ((context) => propagate(standard(context))),
  };
}
