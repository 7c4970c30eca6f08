import { defaultDevice } from '../../model';
import type { Scope } from '../names/scope';
import type { BinaryOperation, BooleanOperation, Comparison, Expression, UnaryOperation } from '../syntax/nodes';
import { askedByComparison, versionOfCuda } from './device-questions';
import type { Evaluator } from './evaluator';
import {
  answerTo,
  bool,
  commonDevice,
  elementOf,
  float,
  itself,
  join,
  tensor,
  text,
  unknown,
  type Value,
  weaker,
} from './value';

/** What `left operator right` is. */
export function binaryValue(evaluator: Evaluator, node: BinaryOperation, scope: Scope, depth: number): Value {
  const { operator } = node;
  const left = evaluator.value(node.left, scope, depth + 1);
  // Left-nested sums are long: their left side was asked first, so that this does not branch.
  const right = evaluator.value(node.right, scope, depth + 1);
  if (left.kind === 'string' && (operator === '%' || operator === '+')) return { ...text, certainty: left.certainty };
  if (left.kind === 'tensor' || right.kind === 'tensor') return arithmetic(left, right);
  if (left === itself || right === itself) return itself;
  if (left.kind === 'int' && right.kind === 'int')
    return operator === '/' ? float : { kind: 'int', certainty: weaker(left.certainty, right.certainty) };
  if (isNumber(left) && isNumber(right)) return { kind: 'float', certainty: weaker(left.certainty, right.certainty) };
  if (left.kind === right.kind && (left.kind === 'list' || left.kind === 'tuple')) {
    return { kind: left.kind, certainty: 'proven', element: join([elementOf(left), elementOf(right)]) };
  }
  if (operator === '*' && left.kind === 'list') return { kind: 'list', certainty: 'proven', element: elementOf(left) };
  return unknown;
}

export function unaryValue(evaluator: Evaluator, node: UnaryOperation, scope: Scope, depth: number): Value {
  if (node.operator === 'not') return bool;
  const operand = evaluator.value(node.operand, scope, depth + 1);
  if (typeof operand.constant === 'number') {
    return { ...operand, constant: node.operator === '-' ? -operand.constant : undefined };
  }
  return operand.kind === 'tensor' || isNumber(operand) ? operand : unknown;
}

/** `a and b`: where it is yes, so are both. */
export function booleanValue(evaluator: Evaluator, node: BooleanOperation, scope: Scope, depth: number): Value {
  const left = evaluator.value(node.left, scope, depth + 1);
  const right = evaluator.value(node.right, scope, depth + 1);
  const joined = join([left, right]);
  const asks = node.operator === 'and' ? bothAsked(left, right) : joined.asks;
  return asks === joined.asks ? joined : { ...joined, asks };
}

/** Of two questions with yes, the one that says more: a shim answers whether CUDA is there, and not what PyTorch is built with. */
function bothAsked(left: Value, right: Value): Value['asks'] {
  return right.asks?.includes(versionOfCuda) ? right.asks : (left.asks ?? right.asks);
}

/** A comparison with a tensor is one of its elements. */
export function comparisonValue(evaluator: Evaluator, node: Comparison, scope: Scope, depth: number): Value {
  const { operands, operators } = node;
  const asks = askedByComparison(node, (operand) => evaluator.value(operand, scope, depth + 1).name);
  if (asks !== undefined) return answerTo(asks);
  const [asked, none] = operands;
  // `find_spec("torch_npu") is not None`
  if (none && isNone(none) && (operators[0] === 'is not' || operators[0] === '!='))
    return answerTo(evaluator.value(asked!, scope, depth + 1).asks);
  if (operands.length !== 2 || !'<>=!'.includes(operators[0]![0]!)) return bool;
  // A tensor is not compared with these element by element: Python answers itself.
  if (operands.some((operand) => operand.kind === 'String' || isNone(operand))) return bool;
  const left = evaluator.value(operands[0]!, scope, depth + 1);
  const right = evaluator.value(operands[1]!, scope, depth + 1);
  const compared = left.kind === 'tensor' ? left : right;
  if (compared.kind !== 'tensor') return bool;
  const areBoth = left.kind === 'tensor' && right.kind === 'tensor';
  const device = areBoth ? commonDevice(left.device, right.device) : compared.device;
  return { ...compared, dtype: 'torch.bool', device };
}

const isNone = (node: Expression) => node.kind === 'Constant' && node.value === null;

const isNumber = ({ kind }: Value) => kind === 'int' || kind === 'float';

/** A tensor and a number, or two tensors: never anything but a tensor. */
function arithmetic(left: Value, right: Value): Value {
  const [one, other] = left.kind === 'tensor' ? [left, right] : [right, left];
  if (other.kind === 'tensor') {
    const dtype = left.dtype === right.dtype ? left.dtype : undefined;
    const device = commonDevice(left.device, right.device);
    return tensor(weaker(left.certainty, right.certainty), dtype, device);
  }
  const isKnown = isNumber(other) || other.kind === 'bool';
  // A class of the user's may take over the operation.
  const certainty = isKnown ? one.certainty : weaker(one.certainty, 'assumed');
  // `x * 2` keeps a floating type; an integer one may become floating.
  const keepsType = isKnown && one.dtype !== undefined && /float|complex/.test(one.dtype);
  // And it may be a tensor of an accelerator.
  const device = isKnown || one.device !== defaultDevice ? one.device : undefined;
  return tensor(certainty, keepsType ? one.dtype : undefined, device);
}
