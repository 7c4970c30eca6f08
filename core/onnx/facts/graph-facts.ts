import type {
  AttributeValue,
  FunctionDefinition,
  Graph,
  GraphFacts,
  Integer,
  Model,
  OperatorFacts,
  ValueType,
} from '../../model';
import type { Scope } from '../contract';
import type { GraphCosts } from '../cost';
import { type OperatorSchema, schemaOf } from '../schemas';
import { constantElements, type Elements, isConstantOperator, isIdentity, isOperator, type Source } from './constants';
import type { FunctionTable } from './function-attributes';
import { DescribedOperator } from './operator-facts';

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
  #sources: Map<string, Source> | undefined;
  #readers: Map<string, OperatorFacts[]> | undefined;
  #outputs: Set<string> | undefined;
  /** Of values that are others by another name. */
  readonly #constants = new Map<string, boolean | undefined>();
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

  typeOf(valueName: string): ValueType | undefined {
    return valueName === '' ? undefined : this.scope?.typeOf(valueName);
  }

  producerOf(valueName: string): OperatorFacts | undefined {
    const home = this.#homeOf(valueName);
    const source = home?.source(valueName);
    return source !== undefined && isOperator(source) ? home!.operators[source.index] : undefined;
  }

  consumersOf(valueName: string): readonly OperatorFacts[] {
    return this.#homeOf(valueName)?.readers().get(valueName) ?? noOperators;
  }

  /** Whether an operator reads the value, or it leaves the graph. */
  isUsed(valueName: string): boolean {
    const home = this.#homeOf(valueName);
    return home !== undefined && (home.outputs().has(valueName) || home.readers().has(valueName));
  }

  /** See {@link OperatorFacts.inputIsConstant}. */
  isConstant(valueName: string): boolean | undefined {
    let seen = 0;
    let name = valueName;
    let home: DescribedGraph | undefined = this;
    let answer: boolean | undefined = false;
    for (let source = home.source(name); ; source = home.source(name)) {
      if (source === undefined) {
        home = home.parent;
        if (home === undefined) break;
      } else if (home.#constants.size > 0 && home.#constants.has(name)) {
        answer = home.#constants.get(name);
        break;
      } else if (isOperator(source) && isIdentity(source) && seen < longestRenaming) {
        seen += 1;
        name = source.inputs[0]!;
      } else {
        answer = home.#isConstantSource(source);
        break;
      }
    }
    if (seen > 0) this.#constants.set(valueName, answer);
    return answer;
  }

  #isConstantSource(source: Source): boolean | undefined {
    if (isOperator(source)) return isConstantOperator(source);
    if (source.kind === 'initializer') return true;
    // The caller of a function decides what its inputs are; those of a loop's body change.
    return this.parent === undefined && this.definition !== undefined ? undefined : false;
  }

  /** The elements of a value that is small: a kept constant's, or those that shape inference found. */
  elementsOf(valueName: string): Elements | undefined {
    if (valueName === '') return undefined;
    let name = valueName;
    for (let renamings = 0; renamings < longestRenaming; renamings += 1) {
      const home = this.#homeOf(name);
      const source = home?.source(name);
      if (source === undefined) break;
      if (isOperator(source)) {
        if (isConstantOperator(source)) {
          const elements = constantElements(source);
          if (elements !== undefined) return elements;
        }
        if (!isIdentity(source)) break;
        name = source.inputs[0]!;
        continue;
      }
      // What an input of the model has by default is not what it will have.
      if (source.kind === 'input' && home!.parent === undefined && home!.definition === undefined) return undefined;
      if (source.kind === 'initializer' && source.tensor?.elements !== undefined) return source.tensor.elements;
      break;
    }
    return this.scope?.elementsOf(valueName);
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
  #homeOf(name: string): DescribedGraph | undefined {
    if (name === '') return undefined;
    let home: DescribedGraph | undefined = this;
    while (home !== undefined && home.source(name) === undefined) home = home.parent;
    return home;
  }

  source(name: string): Source | undefined {
    this.#sources ??= sourcesOf(this.graph, this.shared.model);
    return this.#sources.get(name);
  }

  /** Operators by the values of this graph that they read, those of inner graphs included. */
  readers(): ReadonlyMap<string, OperatorFacts[]> {
    if (this.#readers !== undefined) return this.#readers;
    const readers = new Map<string, OperatorFacts[]>();
    const pending: DescribedGraph[] = [this];
    for (let graph = pending.pop(); graph !== undefined; graph = pending.pop()) {
      for (const operator of graph.operators) {
        for (const name of operator.operator.inputs) {
          if (name === '' || graph.#homeOf(name) !== this) continue;
          const list = readers.get(name);
          if (list === undefined) readers.set(name, [operator]);
          else if (list.at(-1) !== operator) list.push(operator);
        }
      }
      for (const child of graph.children.toReversed()) pending.push(child);
    }
    this.#readers = readers;
    return readers;
  }

  /** Values of this graph that are its outputs, or those of an inner graph. */
  outputs(): ReadonlySet<string> {
    if (this.#outputs !== undefined) return this.#outputs;
    const outputs = new Set(this.graph.outputs.map(({ name }) => name));
    const pending = [...this.children];
    for (let graph = pending.pop(); graph !== undefined; graph = pending.pop()) {
      for (const { name } of graph.graph.outputs) if (graph.#homeOf(name) === this) outputs.add(name);
      for (const child of graph.children) pending.push(child);
    }
    this.#outputs = outputs;
    return outputs;
  }
}

/** Identities in a row that are looked through. */
const longestRenaming = 1000;

/** IR version from which an initializer that is also an input is only the input's default (docs/IR.md). */
const defaultsSince = 4;

function sourcesOf(graph: Graph, { irVersion }: Model): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const { name } of graph.inputs) sources.set(name, { kind: 'input' });
  const isDefault = (name: string) => sources.has(name) && (irVersion === undefined || irVersion >= defaultsSince);
  for (const tensor of graph.initializers) {
    if (!isDefault(tensor.name)) sources.set(tensor.name, { kind: 'initializer', tensor });
  }
  for (const { values } of graph.sparseInitializers) {
    if (!isDefault(values.name)) sources.set(values.name, { kind: 'initializer', tensor: undefined });
  }
  for (const operator of graph.operators) {
    for (const name of operator.outputs) {
      if (name !== '' && !sources.has(name)) sources.set(name, operator);
    }
  }
  return sources;
}
