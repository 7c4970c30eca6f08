import { type AttributeValue, canonicalDomain, elementTypeCode, type Operator } from '../../model';
import type { Elements } from './constants';

/** What the walk asks of an operator: its inputs' elements and whether they hold truth values. */
export interface TruthInputs {
  isTruth(index: number): boolean;
  elements(index: number): Elements | undefined;
}

const bool = elementTypeCode('bool')!;

export function isBool(elementType: number): boolean {
  return elementType === bool;
}

/** Whether all elements are 0 or 1. */
export function areTruths(elements: Elements | undefined): boolean {
  return elements?.every(isTruth) ?? false;
}

function isTruth(element: number | bigint | string | null | undefined): boolean {
  return element === 0 || element === 1 || element === 0n || element === 1n;
}

/** Whether the first output has elements of 0 and 1 alone, as far as that follows from the operator's type. */
export function givesTruths(operator: Operator, inputs: TruthInputs): boolean {
  if (canonicalDomain(operator.kind.domain) !== '') return false;
  const { opType } = operator.kind;
  if (movingElements.has(opType)) return inputs.isTruth(0);
  return rules[opType]?.(operator, inputs) ?? false;
}

/** Operators whose output holds elements of their first input, and zeros at most. */
const movingElements: ReadonlySet<string> = new Set([
  'Cast',
  'CastLike',
  'Compress',
  'DepthToSpace',
  'Expand',
  'Flatten',
  'Gather',
  'GatherElements',
  'GatherND',
  'Identity',
  'ReduceMax',
  'ReduceMin',
  'ReduceProd',
  'Reshape',
  'ReverseSequence',
  'Slice',
  'SpaceToDepth',
  'Split',
  'Squeeze',
  'Tile',
  'Transpose',
  'Trilu',
  'Unsqueeze',
]);

const rules: Readonly<Record<string, (operator: Operator, inputs: TruthInputs) => boolean>> = {
  Concat: allInputs,
  Max: allInputs,
  Min: allInputs,
  Mul: allInputs,
  Where: (_, inputs) => inputs.isTruth(1) && inputs.isTruth(2),
  ScatterElements: scattered,
  ScatterND: scattered,
  EyeLike: () => true,
  OneHot: (_, inputs) => inputs.isTruth(2),
  ConstantOfShape: (operator) => {
    const value = attributeOf(operator, 'value');
    return value === undefined || (value.kind === 'tensor' && areTruths(value.value.elements));
  },
  // The usual way to turn a mask around: 1 - mask.
  Sub: (_, inputs) => inputs.elements(0)?.every((element) => Number(element) === 1) === true && inputs.isTruth(1),
};

function allInputs(operator: Operator, inputs: TruthInputs): boolean {
  for (let index = 0; index < operator.inputCount; index++) if (!inputs.isTruth(index)) return false;
  return true;
}

function scattered(operator: Operator, inputs: TruthInputs): boolean {
  const reduction = attributeOf(operator, 'reduction');
  const replaces = reduction === undefined || (reduction.kind === 'string' && reduction.value === 'none');
  return replaces && inputs.isTruth(0) && inputs.isTruth(2);
}

function attributeOf({ attributes }: Operator, name: string): AttributeValue | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}
