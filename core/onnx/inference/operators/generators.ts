import { type AttributeValue, type Dimension, type Integer, isKnown } from '../../../model';
import { missing, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { type Elements, elementsOfTensor, isInteger, mostElements } from '../elements';
import { outputElementType, setElements } from '../propagation/tensor-elements';
import * as integers from '../rules/integers';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { elementTypeAttribute } from '../rules/templates';

const float = 1;
const int32 = 6;
const int64 = 7;
const string = 8;
const double = 11;

function constant(context: OperatorContext): void {
  const given = context.operator.attributes.filter(({ name }) => name.startsWith('value') || name === 'sparse_value');
  if (given.length !== 1) {
    contradict(`has ${given.length} values, not one`, `给出了 ${given.length} 个值，应恰好一个`);
  }
  const [elementType, shape] = constantType(context.resolve(given[0]!));
  context.setTensor(0, elementType, shape);
}

function constantType(value: AttributeValue | undefined): [elementType: number, shape: readonly Integer[]] {
  switch (value?.kind) {
    case 'tensor':
      return [value.value.elementType, value.value.dims];
    case 'sparse_tensor':
      // The output is dense: it only stands in the file as a sparse tensor.
      return [value.value.values.elementType, value.value.dims];
    case 'int':
      return [int64, []];
    case 'ints':
      return [int64, [value.count]];
    case 'float':
      return [float, []];
    case 'floats':
      return [float, [value.count]];
    case 'string':
      return [string, []];
    case 'strings':
      return [string, [value.count]];
    default:
      return contradict('its value is of no kind that a constant may have', '常量的值类型无效');
  }
}

function propagateConstant(context: OperatorContext): void {
  const [attribute] = context.operator.attributes.filter(({ name }) => name.startsWith('value'));
  const value = attribute && context.resolve(attribute);
  const elements = value && constantElements(value);
  if (elements !== undefined) setElements(context, elements);
}

function constantElements(value: AttributeValue): Elements | undefined {
  switch (value.kind) {
    case 'tensor':
      return elementsOfTensor(value.value);
    case 'int':
    case 'float':
      return [value.value];
    case 'ints':
    case 'floats':
      return value.count === value.value.length && value.count <= mostElements ? value.value : undefined;
    default:
      return undefined;
  }
}

function eyeLike(context: OperatorContext): void {
  const shape = context.shapeOfRank(0, 2);
  context.setTensor(0, elementTypeAttribute(context, 'dtype', context.elementType(0)), shape);
}

function random(context: OperatorContext): void {
  const shape = context.ints('shape') ?? missing('shape');
  const negative = shape.find((dimension) => dimension < 0);
  if (negative !== undefined) contradict(`${negative} is no dimension`, `${negative} 不是有效维度`);
  context.setTensor(0, elementTypeAttribute(context, 'dtype', float), shape);
}

function multinomial(context: OperatorContext): void {
  const shape = context.shapeOfRank(0, 2);
  const elementType = elementTypeAttribute(context, 'dtype', int32);
  if (elementType !== int32 && elementType !== int64) {
    contradict('dtype must be int32 or int64', 'dtype 必须为 int32 或 int64');
  }
  context.setTensor(0, elementType, [shape?.[0] ?? null, context.int('sample_size') ?? 1]);
}

function range(context: OperatorContext): void {
  const types = [0, 1, 2].map((i) => context.elementType(i)).filter((type) => type !== 0);
  if (new Set(types).size > 1) contradict('its inputs have different types', '各输入的类型不一致');
  context.setTensor(0, types[0] ?? 0, [rangeLength(context, types[0] ?? 0)]);
}

/** max(ceil((limit - start) / delta), 0) */
function rangeLength(context: OperatorContext, elementType: number): Dimension {
  const [start, limit, delta] = [0, 1, 2].map((i) => onlyElement(context, i));
  if (delta === 0) contradict('a delta of 0 goes nowhere', 'delta 不能为 0');
  // From 0 by 1 to a dimension: as many as the dimension says.
  if (start === 0 && delta === 1 && typeof limit === 'string') return limit;
  if (!isKnown(start) || !isKnown(limit) || !isKnown(delta)) return null;
  if (!isInteger(elementType)) {
    // Half precision rounds more than is followed here.
    if (elementType !== float && elementType !== double) return null;
    const count = Math.max(Math.ceil((Number(limit) - Number(start)) / Number(delta)), 0);
    return integers.wholeNumber(count) ?? null;
  }
  const distance = integers.subtract(limit, start);
  const [by, along]: Integer[] =
    delta > 0 ? [delta, distance] : [integers.subtract(0, delta), integers.subtract(0, distance)];
  return integers.maximum(integers.divideCeiling(along!, by!), 0);
}

function onlyElement(context: OperatorContext, index: number): Dimension | undefined {
  const elements = context.values(index);
  if (elements !== undefined && elements.length !== 1) {
    contradict(`input ${index} must be one number`, `第 ${index} 个输入必须是单个数`);
  }
  return elements?.[0];
}

function propagateRange(context: OperatorContext): void {
  const [start, delta] = [context.scalar(0), context.scalar(2)];
  const type = context.outputs[0];
  const length = type?.kind === 'tensor' ? type.shape?.[0] : undefined;
  if (start === undefined || delta === undefined || typeof length !== 'number') return;
  const elementType = outputElementType(context);
  if (length > mostElements || (elementType !== int32 && elementType !== int64)) return;
  setElements(
    context,
    Array.from({ length }, (_, i) => integers.add(start, integers.multiply(delta, i))),
  );
}

export const generators: RuleTable = [
  ['Constant', { infer: constant, propagate: propagateConstant, isConstant: true }],
  ...sharedRule(['EyeLike'], eyeLike),
  ...sharedRule(['RandomNormal', 'RandomUniform'], random),
  ...sharedRule(['Multinomial'], multinomial),
  ...sharedRule(['Range'], range, propagateRange),
];
