import type { AttributeValue } from './attribute';
import type { Integer } from './dimension';
import type { Graph, Model, Operator } from './graph';
import type { ValueType } from './value-type';

/** What one operator costs in one run of its graph. Undefined where a shape that it needs is unknown. */
export interface OperatorCost {
  /** Multiply-accumulates. */
  readonly macs: Integer | undefined;
  /** Bytes read and written, weights included, each input and output counted once. */
  readonly bytes: Integer | undefined;
  /** It is the cost of the graphs that the operator runs (a function's body, branches, a loop), whose operators are listed too. */
  readonly isNested?: true | undefined;
  /** A loop in it, of which the number of iterations is not known, is counted once. */
  readonly isLowerBound?: boolean | undefined;
}

/** One operator as rules and table conditions see it: attributes, types, constants; no file format. */
export interface OperatorFacts {
  readonly graph: Graph;
  readonly operator: Operator;
  /** '' for the standard domain. */
  readonly domain: string;
  /** The version of the operator's domain that its graph imports; undefined where it imports none. */
  readonly opset: Integer | undefined;
  /** Whether a schema is known for (domain, op type, opset); a call of a model-local function has none and sets `function`. */
  readonly isStandard: boolean;
  /** The model-local function that this operator calls: a path as in {@link Graph.path}. */
  readonly function: string | undefined;
  /** As written in the file; undefined where absent. References are resolved where every call agrees. */
  attribute(name: string): AttributeValue | undefined;
  /** As written, or the schema's default. */
  attributeOrDefault(name: string): AttributeValue | undefined;
  /** Undefined where the input is left out or its type is unknown. */
  inputType(index: number): ValueType | undefined;
  outputType(index: number): ValueType | undefined;
  /** False where there are fewer inputs or the name is ''. */
  hasInput(index: number): boolean;
  hasOutput(index: number): boolean;
  /** An initializer or a Constant's output: part of the file, not computed at run time. Undefined in a function's body, where the caller decides. */
  inputIsConstant(index: number): boolean | undefined;
  /** The elements, where they are known: kept constants and what data propagation finds. */
  inputElements(index: number): readonly (Integer | string | null)[] | undefined;
  /** Whether every element is known to be 0 or 1: a bool, or a number that only moves and combines such. */
  inputHoldsTruths(index: number): boolean;
  /** Whether another operator reads the output, or it is an output of the graph. */
  outputIsUsed(index: number): boolean;
  readonly cost: OperatorCost;
}

/** One graph of a model with its operators, in the file's order. */
export interface GraphFacts {
  readonly graph: Graph;
  readonly operators: readonly OperatorFacts[];
  /** Multiply-accumulates of each operator by itself: one that runs other graphs has 0, their operators are listed too. */
  readonly macs: readonly (Integer | undefined)[];
  typeOf(valueName: string): ValueType | undefined;
  producerOf(valueName: string): OperatorFacts | undefined;
  consumersOf(valueName: string): readonly OperatorFacts[];
}

/** A whole model: its graph first, then subgraphs, then functions. */
export interface ModelFacts {
  readonly path: string;
  readonly model: Model;
  readonly graphs: readonly GraphFacts[];
  /** Bytes of all weights (initializers and constants), inline and external. */
  readonly weightBytes: Integer;
  /** Of one run of the model, function calls counted as often as they are made. */
  readonly total: OperatorCost;
}
