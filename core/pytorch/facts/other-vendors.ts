import { keptByName } from '../../model';
import type { Expression } from '../syntax/nodes';

/*
 * Questions for accelerators that are neither NVIDIA's nor a target's: `torch.version.hip`, `is_hip()`, `_is_rocm`,
 * `current_platform.is_xpu()`, `torch.xpu.is_available()`. What stands behind a yes runs on those alone.
 */

const asks = keptByName((name) =>
  /^_*is_(on_)?(hip|rocm|amd|xpu|hpu|musa|mlu)(_available|_platform|_runtime)?$/i.test(name),
);
const modules = keptByName((name) => /^(xpu|hpu|musa|mlu)$/.test(name));

/** Whether a condition that turns out to be `outcome` says that another vendor's accelerator is there. */
export function isOtherVendors(condition: Expression, outcome = true): boolean {
  switch (condition.kind) {
    case 'Call': {
      const { callee } = condition;
      if (!outcome) return false;
      return callee.kind === 'Attribute' && callee.name.id === 'is_available'
        ? callee.object.kind === 'Attribute' && modules(callee.object.name.id)
        : asksByName(callee);
    }
    case 'Name':
      return outcome && asksByName(condition);
    case 'Attribute':
      return outcome && (asksByName(condition) || isHip(condition));
    case 'Comparison': {
      // `torch.version.hip is not None`
      const [left, right] = condition.operands;
      const isNone = right?.kind === 'Constant' && right.value === null;
      const [operator] = condition.operators;
      const asked = outcome ? 'is not' : 'is';
      return isNone && condition.operators.length === 1 && operator === asked && left !== undefined && isHip(left);
    }
    case 'Unary':
      return condition.operator === 'not' && isOtherVendors(condition.operand, !outcome);
    case 'Boolean': {
      // `a and b` is yes only where both are, `a or b` where either is.
      const [left, right] = [condition.left, condition.right].map((side) => isOtherVendors(side, outcome));
      return (condition.operator === 'and') === outcome ? left! || right! : left! && right!;
    }
    default:
      return false;
  }
}

function asksByName(node: Expression): boolean {
  return node.kind === 'Name' ? asks(node.id) : node.kind === 'Attribute' && asks(node.name.id);
}

function isHip(node: Expression): boolean {
  return (
    node.kind === 'Attribute' &&
    node.name.id === 'hip' &&
    node.object.kind === 'Attribute' &&
    node.object.name.id === 'version'
  );
}
