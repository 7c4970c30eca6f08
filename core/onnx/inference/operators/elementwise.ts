import { elementBits } from '../../../model';
import { missing, normalizeAxis, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { arithmetic, compare, extremum, unaryArithmetic } from '../propagation/arithmetic';
import { castElements, copyElements } from '../propagation/casting';
import { logical, not, selectElements } from '../propagation/logical';
import { broadcastShapes, broadcastTwo } from '../rules/broadcast';
import { unifyShapes } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import {
  broadcastInputs,
  commonElementType,
  elementTypeAttribute,
  likeFirstInput,
  shapedLikeFirst,
} from '../rules/templates';

const bool = 9;
/** The version from which binary operators broadcast both ways. Before, the second input was stretched to the first. */
const multidirectional = 7;
/** The version from which Max, Min, Mean and Sum broadcast. */
const variadicBroadcast = 8;

function binary(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context), binaryShape(context));
}

function binaryShape(context: OperatorContext) {
  if (context.opset < multidirectional) return context.shape(0);
  const [a, b] = [context.shape(0), context.shape(1)];
  return a === undefined || b === undefined ? undefined : broadcastTwo(a, b);
}

function predicate(context: OperatorContext): void {
  context.setTensor(0, bool, binaryShape(context));
}

function variadic(context: OperatorContext): void {
  const shape = context.opset < variadicBroadcast ? context.shape(0) : broadcastInputs(context);
  context.setTensor(0, commonElementType(context), shape);
}

/** The exponent may have another type than the base, from version 12 on. */
function power(context: OperatorContext): void {
  context.setTensor(0, context.elementType(0), binaryShape(context));
}

function where(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context, 1), broadcastInputs(context));
}

function cast(context: OperatorContext): void {
  // Version 1 names the type by a string, which ONNX does not infer from.
  const to = context.attribute('to');
  const elementType = to?.kind === 'string' ? 0 : (context.number('to') ?? missing('to'));
  context.setTensor(0, elementType, context.shape(0));
}

function bitCast(context: OperatorContext): void {
  const to = context.requiredNumber('to');
  const [from, into] = [elementBits(context.elementType(0)), elementBits(to)];
  if (from !== undefined && into !== undefined && from !== into) {
    contradict(
      `elements of ${from} bits cannot be reinterpreted as elements of ${into} bits`,
      `${from} 位的元素不能按 ${into} 位的类型重新解释`,
    );
  }
  context.setTensor(0, to, context.shape(0));
}

function castLike(context: OperatorContext): void {
  context.setTensor(0, context.elementType(1), context.shape(0));
}

/** Gate and value must have one shape: nothing is broadcast. */
function gatedUnit(context: OperatorContext): void {
  const [a, b] = [context.shape(0), context.shape(1)];
  context.setTensor(0, commonElementType(context), a && b ? unifyShapes(a, b) : (a ?? b));
}

/** Softmax and its kin: until version 12 from the axis on, then along it. */
function alongAxis(context: OperatorContext): void {
  const shape = context.shapeOfRankAtLeast(0, 1);
  if (shape !== undefined) normalizeAxis(context.number('axis') ?? (context.opset < 13 ? 1 : -1), shape.length);
  context.setType(0, context.tensor(0));
}

/** The slope is stretched to the input. */
function slope(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context), context.shape(0));
}

function dropout(context: OperatorContext): void {
  if (context.opset >= 12) {
    context.shapeOfRank(1, 0);
    context.shapeOfRank(2, 0);
  }
  const [elementType, shape] = [context.elementType(0), context.shape(0)];
  context.setTensor(0, elementType, shape);
  context.setTensor(1, context.opset >= 10 ? bool : elementType, shape);
}

function likeWithType(context: OperatorContext): void {
  context.setTensor(0, elementTypeAttribute(context, 'dtype', context.elementType(0)), context.shape(0));
}

function shiftBits(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context), broadcastShapes([context.shape(0), context.shape(1)]));
}

// biome-ignore format: a line for each family
const unaryOperators = [
  'Acos', 'Acosh', 'Asin', 'Asinh', 'Atan', 'Atanh', 'Cos', 'Cosh', 'Sin', 'Sinh', 'Tan', 'Tanh',
  'Erf', 'Exp', 'Log', 'Round',
  'Celu', 'Elu', 'Gelu', 'HardSigmoid', 'HardSwish', 'LeakyRelu', 'Mish', 'Selu', 'Shrink', 'Sigmoid', 'Softplus',
  'Softsign', 'Swish', 'ThresholdedRelu',
  'LRN', 'LpNormalization', 'MeanVarianceNormalization', 'BitwiseNot', 'CumProd', 'CumSum',
];

export const elementwise: RuleTable = [
  ...sharedRule(unaryOperators, likeFirstInput),
  ...(['Abs', 'Neg', 'Floor', 'Ceil', 'Reciprocal', 'Sqrt', 'Relu', 'Sign'] as const).flatMap((name) =>
    sharedRule([name], likeFirstInput, unaryArithmetic(name)),
  ),
  ...sharedRule(['Hardmax', 'LogSoftmax', 'Softmax'], alongAxis),
  ...sharedRule(['Identity'], likeFirstInput, copyElements),
  ...sharedRule(['Clip'], likeFirstInput),
  ...(['Add', 'Sub', 'Mul', 'Div'] as const).flatMap((name) => sharedRule([name], binary, arithmetic(name))),
  ...sharedRule(['Mod'], binary, arithmetic('Mod')),
  ...sharedRule(['Pow'], power, arithmetic('Pow')),
  ...sharedRule(['Max'], variadic, extremum('Max')),
  ...sharedRule(['Min'], variadic, extremum('Min')),
  ...sharedRule(['Mean', 'Sum'], variadic),
  ...sharedRule(['BitwiseAnd', 'BitwiseOr', 'BitwiseXor'], binary),
  ...sharedRule(['BitShift'], shiftBits),
  ...(['And', 'Or', 'Xor'] as const).flatMap((name) => sharedRule([name], predicate, logical(name))),
  ...(['Equal', 'Greater', 'GreaterOrEqual', 'Less', 'LessOrEqual'] as const).flatMap((name) =>
    sharedRule([name], predicate, compare(name)),
  ),
  ...sharedRule(['Not'], shapedLikeFirst(bool), not),
  ...sharedRule(['IsInf', 'IsNaN'], shapedLikeFirst(bool)),
  ...sharedRule(['Where'], where, selectElements),
  ...sharedRule(['Cast'], cast, castElements),
  ...sharedRule(['CastLike'], castLike, castElements),
  ...sharedRule(['BitCast'], bitCast),
  ...sharedRule(['SwiGLU'], gatedUnit),
  ...sharedRule(['PRelu'], slope),
  ...sharedRule(['Dropout'], dropout),
  ...sharedRule(['Bernoulli', 'RandomNormalLike', 'RandomUniformLike'], likeWithType),
];
