import {
  type AttributeValue,
  type GraphFacts,
  type Integer,
  kindsOf,
  type ModelFacts,
  type OperatorFacts,
} from '../../../model';
import type { Folding } from './folding';
import { type Operand, type Pattern, patterns, type Step } from './patterns';

/** The fusion that takes an operator up, by its name in the table. Only the model's own graph is searched. */
export function findFusions(facts: ModelFacts, folding: Folding): ReadonlyMap<OperatorFacts, string> {
  const found = new Map<OperatorFacts, string>();
  const graph = facts.graphs.find(({ graph }) => graph === facts.model.graph);
  if (graph === undefined) return found;
  const types = new Set(kindsOf(graph.graph).map(({ opType }) => opType));
  if (types.has('BatchNormalization')) fuseBatchNormalizations(graph, found);
  if (!patterns.some(({ steps }) => steps.every(({ op }) => types.has(op)))) return found;
  const sequence = new Sequence(graph, folding);
  for (let start = 0; start < sequence.length; start++) {
    const candidates = byFirstOperator.get(sequence.operator(start).operator.opType);
    const pattern = candidates?.find((candidate) => sequence.matches(candidate, start));
    if (pattern === undefined) continue;
    for (let step = 0; step < pattern.steps.length; step++) found.set(sequence.operator(start + step), pattern.name);
    start += pattern.steps.length - 1;
  }
  return found;
}

const byFirstOperator: ReadonlyMap<string, readonly Pattern[]> = patterns.reduce((map, pattern) => {
  const first = pattern.steps[0]!.op;
  return map.set(first, [...(map.get(first) ?? []), pattern]);
}, new Map<string, Pattern[]>());

/** onnxsim folds a normalisation behind a convolution into its weights. */
function fuseBatchNormalizations(graph: GraphFacts, found: Map<OperatorFacts, string>): void {
  for (const operator of graph.operators) {
    if (operator.operator.opType !== 'BatchNormalization' || operator.domain !== '') continue;
    const input = operator.operator.inputs[0] ?? '';
    const convolution = graph.producerOf(input);
    if (convolution?.operator.opType !== 'Conv' || convolution.inputIsConstant(1) !== true) continue;
    if (graph.consumersOf(input).length !== 1 || isOutput(graph, input)) continue;
    if ([1, 2, 3, 4].every((index) => operator.inputIsConstant(index) === true) && !operator.outputIsUsed(1)) {
      found.set(operator, 'Conv+BatchNormalization');
    }
  }
}

function isOutput(graph: GraphFacts, name: string): boolean {
  return graph.graph.outputs.some((output) => output.name === name);
}

/** The operators of a graph as the importer's pattern search meets them: no constants, no casts that it removes. */
class Sequence {
  readonly #operators: OperatorFacts[] = [];
  /** What a removed cast's output stands for. */
  readonly #aliases = new Map<string, string>();
  readonly #outputs: ReadonlySet<string>;

  constructor(
    private readonly graph: GraphFacts,
    private readonly folding: Folding,
  ) {
    this.#outputs = new Set(graph.graph.outputs.map(({ name }) => name));
    for (const operator of graph.operators) {
      const { opType } = operator.operator;
      if (opType === 'Constant' || folding.has(operator)) continue;
      if (opType === 'Cast' && isRemoved(operator)) {
        const { inputs, outputs } = operator.operator;
        this.#aliases.set(outputs[0] ?? '', this.#resolve(inputs[0] ?? ''));
      } else this.#operators.push(operator);
    }
  }

  get length(): number {
    return this.#operators.length;
  }

  operator(index: number): OperatorFacts {
    return this.#operators[index]!;
  }

  matches(pattern: Pattern, start: number): boolean {
    for (let step = 1; step < pattern.steps.length; step++) {
      if (this.#operators[start + step]?.operator.opType !== pattern.steps[step]!.op) return false;
    }
    const members = this.#operators.slice(start, start + pattern.steps.length);
    const bound: { x: string | undefined } = { x: undefined };
    const outputs: string[] = [];
    for (const [index, step] of pattern.steps.entries()) {
      const operator = members[index]!;
      if (!this.#matchesStep(operator, step, outputs, bound)) return false;
      outputs.push(operator.operator.outputs[0] ?? '');
    }
    return this.#staysInside(outputs.slice(0, -1), new Set(members));
  }

  #matchesStep(
    operator: OperatorFacts,
    step: Step,
    outputs: readonly string[],
    bound: { x: string | undefined },
  ): boolean {
    if (operator.operator.opType !== step.op || operator.domain !== '' || operator.operator.outputs.length !== 1)
      return false;
    if (step.axes !== undefined && !hasAxes(operator, step.axes)) return false;
    if (step.isHardSwish === true && !isHardSwishSigmoid(operator)) return false;
    const order = step.inputs.map((_, index) => index);
    if (this.#matchesInputs(operator, step.inputs, order, outputs, bound)) return true;
    const commutes = step.op === 'Mul' || step.op === 'Add';
    return commutes && this.#matchesInputs(operator, step.inputs, order.reverse(), outputs, bound);
  }

  #matchesInputs(
    operator: OperatorFacts,
    operands: readonly Operand[],
    order: readonly number[],
    outputs: readonly string[],
    bound: { x: string | undefined },
  ): boolean {
    const { inputs } = operator.operator;
    const isOldClip = operator.operator.opType === 'Clip' && inputs.length === 1;
    if (isOldClip) return this.#isStep(inputs[0]!, operands[0]!, outputs) && clipsBetween(operator, operands);
    if (inputs.length !== operands.length) return false;
    let x = bound.x;
    for (const [position, operand] of operands.entries()) {
      const index = order[position]!;
      const name = this.#resolve(inputs[index]!);
      if (operand === 'x') {
        if (this.folding.isConstant(operator, index) === true || (x !== undefined && x !== name)) return false;
        x = name;
      } else if (typeof operand === 'object') {
        if (outputs[operand.step] !== name) return false;
      } else if (!this.#isConstant(operator, index, operand)) return false;
    }
    bound.x = x;
    return true;
  }

  #isStep(name: string, operand: Operand, outputs: readonly string[]): boolean {
    return typeof operand === 'object' && outputs[operand.step] === this.#resolve(name);
  }

  #isConstant(operator: OperatorFacts, index: number, value: 'constant' | number): boolean {
    if (this.folding.isConstant(operator, index) !== true) return false;
    if (value === 'constant') return true;
    const elements = operator.inputElements(index);
    return elements?.length === 1 && Number(elements[0]) === value;
  }

  /** Nothing outside the pattern reads what is computed within it, casts of it included. */
  #staysInside(values: readonly string[], members: ReadonlySet<OperatorFacts>): boolean {
    const pending = [...values];
    for (const value of pending) {
      if (this.#outputs.has(value)) return false;
      for (const reader of this.graph.consumersOf(value)) {
        const cast = reader.operator.outputs[0] ?? '';
        if (this.#aliases.has(cast)) pending.push(cast);
        else if (!members.has(reader)) return false;
      }
    }
    return true;
  }

  #resolve(name: string): string {
    return this.#aliases.get(name) ?? name;
  }
}

const floats: ReadonlySet<number> = new Set([1]);
const integers: ReadonlySet<number> = new Set([6, 7]);

/** All casts go except those between float and int32 or int64 (remove_cast). */
function isRemoved(cast: OperatorFacts): boolean {
  const type = cast.inputType(0);
  const to = cast.attribute('to');
  if (type?.kind !== 'tensor' || to?.kind !== 'int') return false;
  const target = Number(to.value);
  const kept =
    (floats.has(type.elementType) && integers.has(target)) || (integers.has(type.elementType) && floats.has(target));
  return !kept;
}

/** The axes attribute: the last axes, written from the end, or the channel axis alone. */
function hasAxes(operator: OperatorFacts, which: 'last' | 'channel'): boolean {
  const axes = operator.attribute('axes');
  if (axes?.kind !== 'ints' || axes.count !== axes.value.length || axes.count === 0) return false;
  const values = axes.value.map((axis: Integer) => Number(axis));
  if (which === 'channel') return values.length === 1 && values[0] === 1;
  return values.at(-1) === -1 && values.every((axis, index) => index === 0 || axis === values[index - 1]! + 1);
}

/** 1/6 as a float. */
const sixth = Math.fround(1 / 6);

function isHardSwishSigmoid(operator: OperatorFacts): boolean {
  return isFloat(operator.attribute('alpha'), sixth) && isFloat(operator.attributeOrDefault('beta'), 0.5);
}

function isFloat(value: AttributeValue | undefined, expected: number): boolean {
  return value?.kind === 'float' && Math.fround(value.value) === expected;
}

/** Clip of opset 6 to 10 has its bounds as attributes. */
function clipsBetween(operator: OperatorFacts, operands: readonly Operand[]): boolean {
  return (
    isFloat(operator.attribute('min'), operands[1] as number) &&
    isFloat(operator.attribute('max'), operands[2] as number)
  );
}
