import type { Scope } from '../names/scope';
import { isCollection } from '../syntax/children';
import type { Comparison, Expression } from '../syntax/nodes';
import { isOther } from '../values/device-questions';
import type { Evaluator } from '../values/evaluator';
import { asksForOtherVendor, isAskedOfOtherVendor, isDeviceOfOther } from '../values/other-vendor-names';

/*
 * Questions for accelerators that are neither NVIDIA's nor a target's: `torch.version.hip`, `is_hip()`, `_is_rocm`,
 * `current_platform.is_xpu()`, `torch.xpu.is_available()`, `device.type == "mps"`. What stands behind a yes runs on those alone.
 */

/** Whether a condition that turns out to be `outcome` says that another vendor's accelerator is there. */
export function isOtherVendors(condition: Expression, evaluator: Evaluator, scope: Scope, outcome = true): boolean {
  const isAlso = (part: Expression, answer: boolean) => isOtherVendors(part, evaluator, scope, answer);
  switch (condition.kind) {
    case 'Call':
    case 'Name':
    case 'Attribute':
      return outcome && (asksByName(condition) || isHip(condition) || isAnswer(condition, evaluator, scope));
    case 'Comparison':
      return isHipVersion(condition, outcome) || comparesWithOther(condition, outcome);
    case 'Unary':
      return condition.operator === 'not' && isAlso(condition.operand, !outcome);
    case 'Boolean': {
      // `a and b` is yes only where both are, `a or b` where either is.
      const [left, right] = [isAlso(condition.left, outcome), isAlso(condition.right, outcome)];
      return (condition.operator === 'and') === outcome ? left || right : left && right;
    }
    default:
      return false;
  }
}

function asksByName(node: Expression): boolean {
  const asked = node.kind === 'Call' ? node.callee : node;
  if (asked.kind === 'Name') return asksForOtherVendor(asked.id);
  if (asked.kind !== 'Attribute') return false;
  const { object, name } = asked;
  const of = object.kind === 'Name' ? object.id : object.kind === 'Attribute' ? object.name.id : '';
  // `torch.xpu.is_available()`, `torch.backends.mps.is_available()`
  if (name.id === 'is_available' && isDeviceOfOther(of)) return true;
  return asksForOtherVendor(name.id) || (node.kind === 'Call' && isAskedOfOtherVendor(of, name.id));
}

/** A name or a function that holds the answer to such questions alone. */
function isAnswer(node: Expression, evaluator: Evaluator, scope: Scope): boolean {
  return evaluator.value(node, scope).asks?.every(isOther) ?? false;
}

function isHip(node: Expression): boolean {
  return (
    node.kind === 'Attribute' &&
    node.name.id === 'hip' &&
    node.object.kind === 'Attribute' &&
    node.object.name.id === 'version'
  );
}

/** `torch.version.hip is not None`. */
function isHipVersion({ operands, operators }: Comparison, outcome: boolean): boolean {
  const [left, right] = operands;
  const isNone = right?.kind === 'Constant' && right.value === null;
  const [operator] = operators;
  const asked = outcome ? 'is not' : 'is';
  return isNone && operators.length === 1 && operator === asked && left !== undefined && isHip(left);
}

/** `device.type == "xpu"`, `device in ("mps", "xpu")`. */
function comparesWithOther({ operands, operators }: Comparison, outcome: boolean): boolean {
  const [operator] = operators;
  if (operators.length !== 1 || !(outcome ? /^(==|in|is)$/ : /^(!=|not in|is not)$/).test(operator!)) return false;
  return operands.some((operand) => {
    const candidates = isCollection(operand) ? operand.elements : [operand];
    return candidates.length > 0 && candidates.every(namesOther);
  });
}

/** A text that names a device of another vendor. */
export function namesOther(node: Expression): boolean {
  return node.kind === 'String' && isDeviceOfOther(node.value ?? '');
}
