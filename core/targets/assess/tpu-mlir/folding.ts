import {
  type Graph,
  type GraphFacts,
  kindsOf,
  type ModelFacts,
  type NameId,
  type Operator,
  type OperatorFacts,
} from '../../../model';
import { nestedGraphs } from '../nested-graphs';

/**
 * What tpu-mlir's importer computes before it looks at operators: every operator whose inputs are all constants, and the
 * shapes of values, since it fixes the input shapes first (ConstantFolding and onnxsim, python/transform/OnnxOpt.py and
 * OnnxConverter.py model_simplify). Only the model's own graph is folded; graphs within it see its constants.
 */
export class Folding {
  /** Values of the model's own graph that folding makes constants. */
  readonly #values = new Set<NameId>();
  readonly #operators = new Set<OperatorFacts>();
  /** The model's graph and those within it: functions have no part in folding. */
  readonly #seeing = new Set<Graph>();

  constructor(facts: ModelFacts) {
    const root = facts.graphs.find(({ graph }) => graph === facts.model.graph);
    if (root === undefined) return;
    this.#fold(root);
    this.#vanish(root);
    this.#seeing.add(root.graph);
    for (const graph of this.#seeing) for (const nested of nestedGraphs(graph)) this.#seeing.add(nested);
  }

  /** Whether the operator is gone before import. */
  has(operator: OperatorFacts): boolean {
    return this.#operators.size > 0 && this.#operators.has(operator);
  }

  isConstant(facts: OperatorFacts, index: number): boolean | undefined {
    const direct = facts.inputIsConstant(index);
    if (direct === true || !this.#seeing.has(facts.graph)) return direct;
    return this.#values.has(facts.operator.inputId(index)) ? true : direct;
  }

  #fold(root: GraphFacts): void {
    // Values whose shape depends on data, and what is computed from them: their shapes are not folded.
    const dependent = new Set<NameId>();
    const { operators } = root;
    for (let index = 0; index < operators.length; index++) {
      const operator = operators[index]!;
      const { opType } = operator.operator.kind;
      if (opType === 'Constant') continue;
      const fromDependent = dependent.size > 0 && reads(operator.operator, dependent);
      if (opType === 'Shape' && !fromDependent) this.#take(operator);
      else if (fromDependent || this.#hasDependentShape(operator, opType)) addOutputs(operator.operator, dependent);
      else if (this.#isFoldable(operator)) this.#take(operator);
    }
  }

  /** A Constant goes with the operators that read it, where all of them are folded. */
  #vanish(root: GraphFacts): void {
    if (this.#operators.size === 0 || !kindsOf(root.graph).some(({ opType }) => opType === 'Constant')) return;
    const outputs = new Set(root.graph.outputs.map(({ name }) => name));
    for (const operator of root.operators) {
      if (operator.operator.opType !== 'Constant') continue;
      const output = operator.operator.outputs[0] ?? '';
      if (outputs.has(output)) continue;
      const readers = root.consumersOf(output);
      if (readers.length > 0 && readers.every((reader) => this.#operators.has(reader))) this.#operators.add(operator);
    }
  }

  #take(operator: OperatorFacts): void {
    this.#operators.add(operator);
    addOutputs(operator.operator, this.#values);
  }

  #isFoldable(operator: OperatorFacts): boolean {
    const { kind, inputCount } = operator.operator;
    for (let index = 0; index < inputCount; index++) if (this.#isComputed(operator, index)) return false;
    if (inputCount === 0 || kept.has(kind.opType)) return false;
    return !kind.attributes.some(({ value }) => value.kind === 'graph' || value.kind === 'graphs');
  }

  #hasDependentShape(operator: OperatorFacts, opType: string): boolean {
    if (dataDependent.has(opType)) return this.#isComputed(operator, 0);
    if (shapedByInput.has(opType)) return this.#isComputed(operator, 1);
    return opType === 'Resize' && (this.#isComputed(operator, 2) || this.#isComputed(operator, 3));
  }

  /** Whether the input is given, and neither a constant nor made one. */
  #isComputed(operator: OperatorFacts, index: number): boolean {
    const value = operator.operator.inputId(index);
    return value !== 0 && operator.inputIsConstant(index) !== true && !this.#values.has(value);
  }
}

function reads(operator: Operator, values: ReadonlySet<NameId>): boolean {
  for (let index = 0; index < operator.inputCount; index++) if (values.has(operator.inputId(index))) return true;
  return false;
}

function addOutputs(operator: Operator, values: Set<NameId>): void {
  for (let index = 0; index < operator.outputCount; index++) values.add(operator.outputId(index));
}

/** Never folded, constant inputs or not. */
const kept: ReadonlySet<string> = new Set([
  'QuantizeLinear',
  'DequantizeLinear',
  'RandomNormal',
  'RandomNormalLike',
  'RandomUniform',
  'RandomUniformLike',
]);
const dataDependent: ReadonlySet<string> = new Set(['NonMaxSuppression', 'NonZero', 'Unique']);
/** The second input is the shape. */
const shapedByInput: ReadonlySet<string> = new Set(['Reshape', 'Expand', 'Upsample']);
