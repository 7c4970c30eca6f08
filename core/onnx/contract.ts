import type { Dimension, Graph, Integer, NameId, Operator, Problem, ValueType } from '../model';

/**
 * One graph with the types of its values: a graph of the model, or a function's body for one signature of input types
 * (calls with the same signature share a scope, so that 2^40 calls cost what their distinct signatures cost).
 */
export interface Scope {
  readonly graph: Graph;
  /** The type of a value that can be seen in the graph, those of outer graphs included. */
  typeOf(value: string): ValueType | undefined;
  typeOfId(value: NameId): ValueType | undefined;
  /** The elements of a small value where data propagation knows some: null unknown, string a symbol's name. */
  elementsOf(value: string): readonly (Dimension | string)[] | undefined;
  elementsOfId(value: NameId): readonly (Dimension | string)[] | undefined;
  /** The body scope of the function that `operator` of this graph calls. */
  callee(operator: Operator): Scope | undefined;
  /** The scope of a graph attribute of `operator`. */
  subgraph(graph: Graph): Scope | undefined;
  /**
   * The same for operators of the same type, version, attributes, and types of inputs and outputs, so that what follows
   * from these alone can be found once for all of them. Undefined where no other operator is known to be alike.
   */
  signatureOf(operator: Operator): object | undefined;
  /** The version of a domain ('' standard) that this scope's model or function imports. */
  opsetOf(domain: string): Integer | undefined;
}

/** What type and shape inference found. */
export interface Inference {
  /** Of the model's graph; undefined where the model has none. */
  readonly root: Scope | undefined;
  /**
   * By function key: the function's body with what every call agrees on. Where it is never called, what holds whatever
   * the inputs.
   */
  readonly functions: ReadonlyMap<string, Scope>;
  /** Nodes whose types contradict their schema or the declared types. */
  readonly problems: readonly Problem[];
}
