import {
  type AttributeValue,
  canonicalDomain,
  type Dimension,
  type Graph,
  type Integer,
  type NameId,
  type Operator,
  type ValueType,
  valueTable,
} from '../../model';
import type { Scope } from '../contract';
import type { Elements } from './elements';
import type { Signature } from './signatures';
import { isAnonymous, withoutAnonymous } from './symbols';

/** A graph under inference: what is known of its values so far. */
export class InferredScope implements Scope {
  /** Of every value that the graph has; null where nothing is known. Anonymous symbols included. */
  readonly types: (ValueType | null | undefined)[];
  readonly elements = new Map<NameId, Elements>();
  readonly callees = new Map<Operator, Scope>();
  readonly subgraphs = new Map<Graph, InferredScope>();
  /** By index of the operator. */
  readonly signatures: (Signature | undefined)[] = [];
  /** Initializers whose elements the file should hold, and does not. */
  readonly empty = new Set<NameId>();
  /** Inputs of a function that its caller leaves out. */
  readonly absent = new Set<NameId>();

  constructor(
    readonly graph: Graph,
    readonly parent: InferredScope | undefined,
    readonly opsets: ReadonlyMap<string, Integer>,
    /** In a function's body: the call's attributes and the defaults. Undefined: the call is not known. */
    readonly attributes: ReadonlyMap<string, AttributeValue> | undefined,
    /** How many graphs and calls this one is nested in. */
    readonly depth: number,
    /** Whether problems found here are told: not where nobody calls the function. */
    readonly isReported: boolean,
  ) {
    this.types = valueTable(graph);
  }

  typeOf(value: string): ValueType | undefined {
    const id = this.graph.names.idOf(value);
    return id === undefined ? undefined : this.typeOfId(id);
  }

  typeOfId(value: NameId): ValueType | undefined {
    return withoutAnonymous(this.lookUp(value));
  }

  elementsOf(value: string): readonly (Dimension | string)[] | undefined {
    const id = this.graph.names.idOf(value);
    return id === undefined ? undefined : this.elementsOfId(id);
  }

  elementsOfId(value: NameId): readonly (Dimension | string)[] | undefined {
    const elements = this.lookUpElements(value);
    if (elements === undefined || elements.every((element) => element === null || isAnonymous(element)))
      return undefined;
    return elements.some(isAnonymous) ? elements.map((element) => (isAnonymous(element) ? null : element)) : elements;
  }

  callee(operator: Operator): Scope | undefined {
    return this.callees.get(operator);
  }

  subgraph(graph: Graph): InferredScope | undefined {
    return this.subgraphs.get(graph);
  }

  signatureOf({ index }: Operator): object | undefined {
    return this.signatures[index];
  }

  opsetOf(domain: string): Integer | undefined {
    return this.opsets.get(canonicalDomain(domain));
  }

  /** Whether the value is one of the graph itself, known or not. */
  hasHere(value: NameId): boolean {
    return this.types[value] !== undefined;
  }

  /** Of a value of the graph itself. */
  typeHere(value: NameId): ValueType | undefined {
    return this.types[value] ?? undefined;
  }

  setType(value: NameId, type: ValueType | undefined): void {
    this.types[value] = type ?? null;
  }

  /** The scope that defines `value`: this one or an outer one. */
  definitionOf(value: NameId): InferredScope | undefined {
    let scope: InferredScope | undefined = this;
    while (scope !== undefined && scope.types[value] === undefined) scope = scope.parent;
    return scope;
  }

  /** As {@link typeOfId}, with anonymous symbols. */
  lookUp(value: NameId): ValueType | undefined {
    return this.types[value] ?? this.definitionOf(value)?.typeHere(value);
  }

  lookUpElements(value: NameId): Elements | undefined {
    return this.elements.get(value) ?? (this.parent && this.definitionOf(value)?.elements.get(value));
  }
}

/** Version of each domain; of a domain that is imported twice, the last, as onnx.checker has it. */
export function opsetsOf(
  imports: readonly { readonly domain: string; readonly version: Integer }[],
): Map<string, Integer> {
  return new Map(imports.map(({ domain, version }) => [canonicalDomain(domain), version]));
}
