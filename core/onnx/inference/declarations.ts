import { displayName, type NameId, tensor, type ValueType } from '../../model';
import type { ConstantTable } from './constant-table';
import { countOf, elementsOfTensor, isInteger } from './elements';
import type { ProblemLog } from './problem-log';
import type { InferredScope } from './scope';
import { conflictOf, isTensor, mergeTypes } from './type-merging';
import type { ValueTypes } from './value-types';

interface DeclarationOptions {
  /** The declared types of the model's outputs are left out. */
  readonly ignoresOutputs: boolean;
  /** A constant without elements is no empty one. */
  readonly weightsLeftOut: boolean;
}

/** What graphs say of their values themselves: declared types, and constants. */
export class Declarations {
  readonly #values: ValueTypes;
  readonly #constants: ConstantTable;
  readonly #log: ProblemLog;
  readonly #ignoresOutputs: boolean;
  readonly #weightsLeftOut: boolean;

  constructor(values: ValueTypes, constants: ConstantTable, log: ProblemLog, options: DeclarationOptions) {
    this.#values = values;
    this.#constants = constants;
    this.#log = log;
    this.#ignoresOutputs = options.ignoresOutputs;
    this.#weightsLeftOut = options.weightsLeftOut;
  }

  /** The types that the graph declares, and its constants. */
  declare(scope: InferredScope, inputs: readonly (ValueType | undefined)[]): void {
    const { graph } = scope;
    for (const { id, type } of graph.valueInfos) this.#values.set(scope, id, type);
    if (!this.#ignoresOutputs || scope.depth > 0) {
      for (const { id, type } of graph.outputs) if (type !== undefined) this.#values.set(scope, id, type);
    }
    for (const [i, { id, type }] of graph.inputs.entries()) this.#values.set(scope, id, mergeTypes(inputs[i], type));
    if (scope.depth === 0) this.#checkInputTypes(scope);
    const inputIds = new Set(graph.inputs.map(({ id }) => id));
    this.#declareInitializers(scope, inputIds);
    for (const { values, dims } of graph.sparseInitializers) {
      const type: ValueType = { kind: 'sparse_tensor', elementType: values.elementType, shape: dims };
      this.#declareInitializer(scope, values.id, type, inputIds.has(values.id));
    }
  }

  /** A loop over local variables: a model's weights are gone over before V8 has optimised anything. */
  #declareInitializers(scope: InferredScope, inputIds: ReadonlySet<NameId>): void {
    const { initializers } = scope.graph;
    const { types, elements } = scope;
    const constantTypes = this.#values.types;
    const hasInputs = inputIds.size > 0;
    for (let i = 0; i < initializers.length; i++) {
      const constant = initializers[i]!;
      const { id, elementType, dims } = constant;
      const type = constantTypes.ofConstant(elementType, dims);
      const isInput = hasInputs && inputIds.has(id);
      if (type !== undefined && !isInput) types[id] = type;
      else this.#declareInitializer(scope, id, type ?? tensor(elementType, dims), isInput);
      // One that is an input too is its default value. ONNX infers from it all the same, as exporters write constants so.
      const known = types[id] ?? undefined;
      if (known !== type && !(isTensor(known) && known.elementType === elementType)) continue;
      const own = constant.elements === undefined ? undefined : elementsOfTensor(constant);
      if (own !== undefined) elements.set(id, isInteger(elementType) ? this.#constants.shared(own) : own);
      else if (constant.payloadBytes > 0 || this.#weightsLeftOut || constant.external !== undefined) continue;
      else if (countOf(dims)) scope.empty.add(id);
    }
  }

  #checkInputTypes(scope: InferredScope): void {
    for (const { name, type } of scope.graph.inputs) {
      if (type !== undefined && !(isTensor(type) && type.elementType === 0)) continue;
      this.#log.report(scope, 'onnx-inference/untyped-input', {
        en: `the type of input ${displayName(name)} is not given`,
        zh: `未给出输入 ${displayName(name)} 的类型`,
      });
    }
  }

  #declareInitializer(scope: InferredScope, value: NameId, type: ValueType, isInput: boolean): void {
    const declared = scope.typeHere(value);
    if (!isInput || declared === undefined) {
      this.#values.set(scope, value, type);
      return;
    }
    const conflict = conflictOf(type, declared);
    if (conflict !== undefined) this.#log.reportConflict(scope, value, conflict, type, declared);
  }
}
