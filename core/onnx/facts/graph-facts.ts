import {
  type AttributeValue,
  type FunctionDefinition,
  type Graph,
  type GraphFacts,
  type Integer,
  type Model,
  type NameId,
  type OperatorFacts,
  type ValueType,
  valueTable,
} from '../../model';
import type { Scope } from '../contract';
import type { GraphCosts } from '../cost';
import { type OperatorSchema, schemaOf } from '../schemas';
import {
  constantElements,
  Declaration,
  type Elements,
  isConstantOperator,
  isIdentity,
  isOperator,
  type Source,
} from './constants';
import type { FunctionTable } from './function-attributes';
import { DescribedOperator } from './operator-facts';
import { areTruths, givesTruths, isBool } from './truth-values';

/** What all graphs of a model share. */
export interface Shared {
  readonly model: Model;
  readonly functions: FunctionTable;
  readonly costs: GraphCosts;
}

const noOperators: readonly OperatorFacts[] = [];

/** A graph as rules see it. Operators and maps are made when first asked for. */
export class DescribedGraph implements GraphFacts {
  /** Graphs of this one's operators. */
  readonly children: DescribedGraph[] = [];
  #operators: readonly DescribedOperator[] | undefined;
  #macs: readonly (Integer | undefined)[] | undefined;
  #sources: (Source | undefined)[] | undefined;
  #readers: (OperatorFacts[] | undefined)[] | undefined;
  #outputs: Set<NameId> | undefined;
  /** Of values that are others by another name. */
  readonly #constants = new Map<NameId, boolean | undefined>();
  readonly #truths = new Map<NameId, boolean>();
  readonly #opsets = new Map<string, Integer | undefined>();
  readonly #schemas = new Map<string, Map<string, OperatorSchema | undefined>>();

  constructor(
    readonly graph: Graph,
    readonly scope: Scope | undefined,
    readonly parent: DescribedGraph | undefined,
    /** The function whose body this is, or belongs to. */
    readonly definition: FunctionDefinition | undefined,
    readonly shared: Shared,
  ) {
    parent?.children.push(this);
  }

  get operators(): readonly DescribedOperator[] {
    this.#operators ??= this.graph.operators.map((operator) => new DescribedOperator(this, operator));
    return this.#operators;
  }

  get macs(): readonly (Integer | undefined)[] {
    const { scope, shared, graph } = this;
    this.#macs ??= scope === undefined ? graph.operators.map(() => undefined) : shared.costs.macsOfOperators(scope);
    return this.#macs;
  }

  typeOf(valueName: string): ValueType | undefined {
    return this.typeOfId(this.#idOf(valueName));
  }

  typeOfId(value: NameId): ValueType | undefined {
    return value === 0 ? undefined : this.scope?.typeOfId(value);
  }

  producerOf(valueName: string): OperatorFacts | undefined {
    const value = this.#idOf(valueName);
    const home = this.#homeOf(value);
    const source = home?.source(value);
    return source !== undefined && isOperator(source) ? home!.operators[source.index] : undefined;
  }

  consumersOf(valueName: string): readonly OperatorFacts[] {
    const value = this.#idOf(valueName);
    return this.#homeOf(value)?.readers()[value] ?? noOperators;
  }

  /** 0, which no value has, where the file does not have the name. */
  #idOf(valueName: string): NameId {
    return this.graph.names.idOf(valueName) ?? 0;
  }

  /** Whether an operator reads the value, or it leaves the graph. */
  isUsed(value: NameId): boolean {
    const home = this.#homeOf(value);
    return home !== undefined && (home.outputs().has(value) || home.readers()[value] !== undefined);
  }

  /** See {@link OperatorFacts.inputIsConstant}. */
  isConstant(value: NameId): boolean | undefined {
    let seen = 0;
    let current = value;
    let home: DescribedGraph | undefined = this;
    let answer: boolean | undefined = false;
    for (let source = home.source(current); ; source = home.source(current)) {
      if (source === undefined) {
        home = home.parent;
        if (home === undefined) break;
      } else if (home.#constants.size > 0 && home.#constants.has(current)) {
        answer = home.#constants.get(current);
        break;
      } else if (isOperator(source) && isIdentity(source) && seen < longestRenaming) {
        seen += 1;
        current = source.inputId(0);
      } else {
        answer = home.#isConstantSource(source);
        break;
      }
    }
    if (seen > 0) this.#constants.set(value, answer);
    return answer;
  }

  #isConstantSource(source: Source): boolean | undefined {
    if (isOperator(source)) return isConstantOperator(source);
    if (source.kind === 'initializer') return true;
    // The caller of a function decides what its inputs are; those of a loop's body change.
    return this.parent === undefined && this.definition !== undefined ? undefined : false;
  }

  /** The elements of a value that is small: a kept constant's, or those that shape inference found. */
  elementsOf(value: NameId): Elements | undefined {
    if (value === 0) return undefined;
    let current = value;
    for (let renamings = 0; renamings < longestRenaming; renamings += 1) {
      const home = this.#homeOf(current);
      const source = home?.source(current);
      if (source === undefined) break;
      if (isOperator(source)) {
        if (isConstantOperator(source)) {
          const elements = constantElements(source);
          if (elements !== undefined) return elements;
        }
        if (!isIdentity(source)) break;
        current = source.inputId(0);
        continue;
      }
      // What an input of the model has by default is not what it will have.
      if (source.kind === 'input' && home!.parent === undefined && home!.definition === undefined) return undefined;
      if (source.kind === 'initializer' && source.tensor?.elements !== undefined) return source.tensor.elements;
      break;
    }
    return this.scope?.elementsOfId(value);
  }

  /** Whether the value's elements are known to be 0 and 1 alone. `steps`: how many operators are still looked through. */
  holdsTruths(value: NameId, steps = longestDerivation): boolean {
    const type = this.typeOfId(value);
    if (type?.kind === 'tensor' && isBool(type.elementType)) return true;
    const known = this.#truths.get(value);
    if (known !== undefined || steps === 0) return known ?? false;
    const answer = areTruths(this.elementsOf(value)) || this.#derivesTruths(value, steps - 1);
    this.#truths.set(value, answer);
    return answer;
  }

  #derivesTruths(value: NameId, steps: number): boolean {
    const home = this.#homeOf(value);
    const source = home?.source(value);
    if (home === undefined || source === undefined || !isOperator(source)) return false;
    return givesTruths(source, {
      isTruth: (index) => home.holdsTruths(source.inputId(index), steps),
      elements: (index) => home.elementsOf(source.inputId(index)),
    });
  }

  opsetOf(domain: string): Integer | undefined {
    if (this.#opsets.has(domain)) return this.#opsets.get(domain);
    const opset = this.scope === undefined ? this.#importedOpset(domain) : this.scope.opsetOf(domain);
    this.#opsets.set(domain, opset);
    return opset;
  }

  #importedOpset(domain: string): Integer | undefined {
    const imports = this.definition?.opsetImports ?? this.shared.model.opsetImports;
    return imports.findLast((each) => each.domain === domain || (domain === '' && each.domain === 'ai.onnx'))?.version;
  }

  schemaOf(domain: string, opType: string): OperatorSchema | undefined {
    let schemas = this.#schemas.get(domain);
    if (schemas === undefined) this.#schemas.set(domain, (schemas = new Map()));
    if (schemas.has(opType)) return schemas.get(opType);
    const opset = this.opsetOf(domain);
    const schema = opset === undefined ? undefined : schemaOf(domain, opType, opset);
    schemas.set(opType, schema);
    return schema;
  }

  /** An attribute's value; a reference is resolved where every call of the function agrees. */
  resolved(value: AttributeValue | undefined): AttributeValue | undefined {
    if (value?.kind !== 'reference') return value;
    return this.definition && this.shared.functions.resolve(this.definition, value.name);
  }

  /** The graph that defines a value: this one or an outer one. */
  #homeOf(value: NameId): DescribedGraph | undefined {
    if (value === 0) return undefined;
    let home: DescribedGraph | undefined = this;
    while (home !== undefined && home.source(value) === undefined) home = home.parent;
    return home;
  }

  source(value: NameId): Source | undefined {
    this.#sources ??= sourcesOf(this.graph, this.shared.model);
    return this.#sources[value];
  }

  /** Operators by the values of this graph that they read, those of inner graphs included. */
  readers(): readonly (OperatorFacts[] | undefined)[] {
    if (this.#readers !== undefined) return this.#readers;
    const readers = valueTable<OperatorFacts[]>(this.graph);
    const pending: DescribedGraph[] = [this];
    for (let graph = pending.pop(); graph !== undefined; graph = pending.pop()) {
      for (const facts of graph.operators) {
        const { operator } = facts;
        const count = operator.inputCount;
        for (let index = 0; index < count; index++) {
          const value = operator.inputId(index);
          if (value === 0 || graph.#homeOf(value) !== this) continue;
          const list = readers[value];
          if (list === undefined) readers[value] = [facts];
          else if (list.at(-1) !== facts) list.push(facts);
        }
      }
      for (const child of graph.children.toReversed()) pending.push(child);
    }
    this.#readers = readers;
    return readers;
  }

  /** Values of this graph that are its outputs, or those of an inner graph. */
  outputs(): ReadonlySet<NameId> {
    if (this.#outputs !== undefined) return this.#outputs;
    const outputs = new Set(this.graph.outputs.map(({ id }) => id));
    const pending = [...this.children];
    for (let graph = pending.pop(); graph !== undefined; graph = pending.pop()) {
      for (const { id } of graph.graph.outputs) if (graph.#homeOf(id) === this) outputs.add(id);
      for (const child of graph.children) pending.push(child);
    }
    this.#outputs = outputs;
    return outputs;
  }
}

/** Identities in a row that are looked through. */
const longestRenaming = 1000;

/** Operators in a row that truth values are followed through. */
const longestDerivation = 64;

/** IR version from which an initializer that is also an input is only the input's default (docs/IR.md). */
const defaultsSince = 4;

function sourcesOf(graph: Graph, { irVersion }: Model): (Source | undefined)[] {
  const sources = valueTable<Source>(graph);
  for (const { id } of graph.inputs) sources[id] = input;
  const isDefault = (value: NameId) =>
    sources[value] !== undefined && (irVersion === undefined || irVersion >= defaultsSince);
  for (const tensor of graph.initializers) {
    if (!isDefault(tensor.id)) sources[tensor.id] = new Declaration('initializer', tensor);
  }
  for (const { values } of graph.sparseInitializers) {
    if (!isDefault(values.id)) sources[values.id] = new Declaration('initializer');
  }
  const { operators } = graph;
  for (let index = 0; index < operators.length; index++) {
    const operator = operators[index]!;
    const count = operator.outputCount;
    for (let output = 0; output < count; output++) {
      const value = operator.outputId(output);
      if (value !== 0) sources[value] ??= operator;
    }
  }
  return sources;
}

const input = new Declaration('input');
