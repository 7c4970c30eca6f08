import type { TensorType, ValueType } from '../../../model';
import { type Dimension, isKnown, tensor } from '../../../model';
import { missing, normalizeAxis, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { withDimension, withoutDimension } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { isAnonymous, mapDimensions } from '../symbols';
import { elementOf, isTensor, unionShapes, unionTypes } from '../type-merging';

const float = 1;
const int64 = 7;

function sequenceOf(element: ValueType | undefined): ValueType {
  return { kind: 'sequence', element };
}

/** The type of an input that must be a sequence; undefined where it is unknown. */
function sequenceType(context: OperatorContext, index: number): ValueType | undefined {
  const type = context.type(index);
  if (type !== undefined && type.kind !== 'sequence') {
    contradict(`input ${index} is not a sequence`, `第 ${index} 个输入不是序列`);
  }
  return type;
}

function empty(context: OperatorContext): void {
  context.setType(0, sequenceOf(tensor(context.number('dtype') ?? float)));
}

function construct(context: OperatorContext): void {
  const types = context.operator.inputs.map((_, i) => context.tensor(i));
  const elementTypes = new Set(types.map((type) => type?.elementType ?? 0));
  elementTypes.delete(0);
  if (elementTypes.size > 1) contradict('its inputs have different element types', '各输入的元素类型不一致');
  const [elementType = 0] = elementTypes;
  const shape = types.map((type) => type?.shape).reduce(unionShapes);
  context.setType(0, sequenceOf(tensor(elementType, shape)));
}

/** Whatever it holds besides, the sequence now holds the tensor too. */
function insert(context: OperatorContext): void {
  const sequence = sequenceType(context, 0);
  const [held, added] = [elementOf(sequence), context.tensor(1)];
  if (isTensor(held) && added !== undefined && conflict(held, added)) {
    contradict('the tensor has another element type than the sequence', '插入的张量与序列的元素类型不一致');
  }
  context.setType(0, sequenceOf(sequence && unionTypes(held, added)));
}

function conflict(a: TensorType, b: TensorType): boolean {
  return a.elementType !== 0 && b.elementType !== 0 && a.elementType !== b.elementType;
}

function at(context: OperatorContext): void {
  context.setType(0, elementOf(sequenceType(context, 0)));
}

function erase(context: OperatorContext): void {
  context.setType(0, sequenceType(context, 0));
}

function length(context: OperatorContext): void {
  sequenceType(context, 0);
  context.setTensor(0, int64, []);
}

function split(context: OperatorContext): void {
  const input = context.shape(0);
  context.setType(0, sequenceOf(tensor(context.elementType(0))));
  if (input === undefined) return;
  const axis = normalizeAxis(context.number('axis') ?? 0, input.length);
  const keeps = context.hasInput(1) || (context.int('keepdims') ?? 1) !== 0;
  const part = context.hasInput(1) ? partLength(context, input[axis]!) : 1;
  const shape = keeps ? withDimension(input, axis, part) : withoutDimension(input, axis);
  context.setType(0, sequenceOf(tensor(context.elementType(0), shape)));
}

/** The length that all parts have, if they have one. */
function partLength(context: OperatorContext, whole: Dimension): Dimension {
  const parts = context.integers(1);
  const isScalar = context.rank(1) === 0;
  if (parts === undefined) return null;
  if (parts.length === 0) contradict('split is empty', 'split 为空');
  if (isScalar && parts[0]! <= 0) contradict(`cannot split into parts of ${parts[0]}`, `无法按长度 ${parts[0]} 拆分`);
  if (!isKnown(whole)) return null;
  if (isScalar) return BigInt(whole) % BigInt(parts[0]!) === 0n ? parts[0]! : null;
  const total = parts.reduce<bigint>((sum, part) => sum + BigInt(part), 0n);
  if (total !== BigInt(whole)) {
    contradict(
      `the parts are ${total} long together, the axis ${whole}`,
      `各部分长度之和为 ${total}，而该轴长度为 ${whole}`,
    );
  }
  return parts.every((part) => part === parts[0]) ? parts[0]! : null;
}

function concat(context: OperatorContext): void {
  const element = elementOf(sequenceType(context, 0));
  if (!isTensor(element)) return;
  context.setTensor(0, element.elementType);
  const { shape } = element;
  const isNew = context.int('new_axis') ?? 0;
  if (isNew !== 0 && isNew !== 1) contradict(`new_axis is ${isNew}`, `new_axis 的值为 ${isNew}`);
  const given = context.number('axis') ?? missing('axis');
  if (shape === undefined) return;
  const axis = normalizeAxis(given, shape.length + Number(isNew));
  const rest = isNew === 1 ? shape : withoutDimension(shape, axis);
  context.setTensor(0, element.elementType, [...rest.slice(0, axis), null, ...rest.slice(axis)]);
}

/** The body is run for each element of the sequences; inputs that are tensors it sees whole. */
function map(context: OperatorContext): void {
  sequenceType(context, 0);
  const inputs = context.operator.inputs.map((_, i) => {
    const type = context.type(i);
    return type?.kind === 'sequence' ? type.element : type;
  });
  const outputs = context.inferSubgraph(context.graph('body'), inputs);
  if (outputs.length !== context.outputCount) {
    contradict(
      `the body has ${outputs.length} outputs, the operator ${context.outputCount}`,
      `循环体有 ${outputs.length} 个输出，而算子有 ${context.outputCount} 个`,
    );
  }
  // What is unknown in the body may differ from element to element.
  const forget = (dimension: Dimension) => (isAnonymous(dimension) ? null : dimension);
  outputs.forEach((type, i) => {
    context.setType(i, sequenceOf(mapDimensions(type, forget)));
  });
}

export const sequences: RuleTable = [
  ...sharedRule(['SequenceEmpty'], empty),
  ...sharedRule(['SequenceConstruct'], construct),
  ...sharedRule(['SequenceInsert'], insert),
  ...sharedRule(['SequenceAt'], at),
  ...sharedRule(['SequenceErase'], erase),
  ...sharedRule(['SequenceLength'], length),
  ...sharedRule(['SplitToSequence'], split),
  ...sharedRule(['ConcatFromSequence'], concat),
  ...sharedRule(['SequenceMap'], map),
];
