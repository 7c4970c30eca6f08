import {
  type AttributeValue,
  canonicalDomain,
  type Dimension,
  type Graph,
  type Integer,
  type Operator,
  type ValueType,
} from '../../model';
import type { Scope } from '../contract';
import type { Elements } from './elements';
import type { Signature } from './signatures';
import { isAnonymous, withoutAnonymous } from './symbols';

/** A graph under inference: what is known of its values so far. */
export class InferredScope implements Scope {
  /** Every value that the graph has, also those of which nothing is known. Anonymous symbols included. */
  readonly types = new Map<string, ValueType | undefined>();
  readonly elements = new Map<string, Elements>();
  readonly callees = new Map<Operator, Scope>();
  readonly subgraphs = new Map<Graph, InferredScope>();
  /** By index of the operator. */
  readonly signatures: (Signature | undefined)[] = [];
  /** Initializers whose elements the file should hold, and does not. */
  readonly empty = new Set<string>();
  /** Inputs of a function that its caller leaves out. */
  readonly absent = new Set<string>();

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
  ) {}

  typeOf(value: string): ValueType | undefined {
    return withoutAnonymous(this.lookUp(value));
  }

  elementsOf(value: string): readonly (Dimension | string)[] | undefined {
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

  /** The scope that defines `value`: this one or an outer one. */
  definitionOf(value: string): InferredScope | undefined {
    let scope: InferredScope | undefined = this;
    while (scope !== undefined && !scope.types.has(value)) scope = scope.parent;
    return scope;
  }

  /** As {@link typeOf}, with anonymous symbols. */
  lookUp(value: string): ValueType | undefined {
    return this.types.get(value) ?? this.definitionOf(value)?.types.get(value);
  }

  lookUpElements(value: string): Elements | undefined {
    return this.elements.get(value) ?? (this.parent && this.definitionOf(value)?.elements.get(value));
  }
}

/** Version of each domain; of a domain that is imported twice, the last, as onnx.checker has it. */
export function opsetsOf(
  imports: readonly { readonly domain: string; readonly version: Integer }[],
): Map<string, Integer> {
  return new Map(imports.map(({ domain, version }) => [canonicalDomain(domain), version]));
}
