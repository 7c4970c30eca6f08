import {
  canonicalDomain,
  type Graph,
  type Integer,
  type Operator,
  type OperatorCost,
  type Task,
  uninterrupted,
} from '../../model';
import type { Scope } from '../contract';
import { add, multiply, sum } from './arithmetic';
import { bytesOf } from './bytes';
import { CostedOperator, type ResolveAttribute } from './costed-operator';
import { followsFromSignature, macsOf } from './macs';

const unknown: OperatorCost = { macs: undefined, bytes: undefined };

/** How references to attributes of functions are resolved, by the graph that they stand in. */
export type ResolveIn = (graph: Graph) => ResolveAttribute;

const operatorsBetweenLooks = 4096;

/**
 * What operators and graphs cost, by the types that inference found.
 *
 * The call of a function costs what its body costs for the call's types. An If costs what the dearer of its branches
 * costs: one of them runs. A Loop costs its body times its trip count, where that is a known number (its condition may
 * end it earlier), and a Scan its body times the length of what it scans; where that is not known, once, and the cost
 * says that it is a lower bound. Every body is counted once for each signature, however often it is called.
 */
export class GraphCosts {
  readonly #scopes = new Map<Scope, OperatorCost>();
  /** Of operators that are alike. */
  readonly #macs = new Map<object, Integer | undefined>();

  readonly #resolvers = new Map<Graph, ResolveAttribute>();

  constructor(
    private readonly resolveIn: ResolveIn,
    readonly task: Task = uninterrupted,
  ) {}

  /** What all operators of a scope cost together. */
  ofScope(scope: Scope): OperatorCost {
    const known = this.#scopes.get(scope);
    if (known !== undefined) return known;
    // Bodies before what runs them, without recursion: calls nest as deep as the file has them.
    const stack = [scope];
    const open = new Set<Scope>();
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (!open.has(top)) {
        open.add(top);
        const inner = bodiesIn(top).filter((body) => !this.#scopes.has(body) && !open.has(body));
        if (inner.length > 0) {
          for (const body of inner) stack.push(body);
          continue;
        }
      }
      stack.pop();
      if (!this.#scopes.has(top)) this.#scopes.set(top, this.#sumOf(top));
    }
    return this.#scopes.get(scope)!;
  }

  ofOperator(scope: Scope, operator: Operator): OperatorCost {
    const bodies = bodiesOf(scope, operator);
    for (const body of bodies) this.ofScope(body);
    return this.#cost(scope, operator, bodies, this.#resolver(scope.graph));
  }

  /** MACs of all operators of a scope, by their index; an operator that runs other graphs has 0: theirs are listed too. */
  macsOfOperators(scope: Scope): (Integer | undefined)[] {
    const { operators } = scope.graph;
    const macs: (Integer | undefined)[] = new Array(operators.length);
    for (let index = 0; index < operators.length; index++) {
      const operator = operators[index]!;
      // Of operators like one before it nothing more is asked: a network has a few hundred that differ.
      const signature = scope.signatureOf(operator);
      if (signature !== undefined && this.#macs.has(signature)) {
        macs[index] = this.#macs.get(signature);
        continue;
      }
      const bodies = bodiesOf(scope, operator);
      macs[index] = bodies.length > 0 ? 0 : this.#cost(scope, operator, bodies, this.#resolver(scope.graph)).macs;
    }
    return macs;
  }

  #resolver(graph: Graph): ResolveAttribute {
    let resolve = this.#resolvers.get(graph);
    if (resolve === undefined) this.#resolvers.set(graph, (resolve = this.resolveIn(graph)));
    return resolve;
  }

  /** The costs of the graphs that the operator runs are known by now. */
  #cost(scope: Scope, operator: Operator, bodies: readonly Scope[], resolve: ResolveAttribute): OperatorCost {
    if (bodies.length > 0) return this.#nested(scope, operator, bodies);
    if (runsGraphs(operator)) return unknown;
    return new ComputedCost(scope, operator, resolve, this.#macs);
  }

  #sumOf(scope: Scope): OperatorCost {
    const resolve = this.#resolver(scope.graph);
    let macs: Integer | undefined = 0;
    let bytes: Integer | undefined = 0;
    let isLowerBound = false;
    for (const [index, operator] of scope.graph.operators.entries()) {
      if (index % operatorsBetweenLooks === 0 && this.task.isCancelled()) return unknown;
      const cost = this.#cost(scope, operator, bodiesOf(scope, operator), resolve);
      macs = macs === undefined || cost.macs === undefined ? undefined : add(macs, cost.macs);
      bytes = bytes === undefined || cost.bytes === undefined ? undefined : add(bytes, cost.bytes);
      isLowerBound ||= cost.isLowerBound === true;
    }
    return isLowerBound ? { macs, bytes, isLowerBound } : { macs, bytes };
  }

  /** The cost of an operator that runs other graphs, whose own costs are known by now. */
  #nested(scope: Scope, operator: Operator, bodies: readonly Scope[]): OperatorCost {
    // A body that is still open calls itself.
    const costs = bodies.map((body) => this.#scopes.get(body) ?? unknown);
    const isLowerBound = costs.some((cost) => cost.isLowerBound === true);
    const all = {
      macs: greatest(costs.map(({ macs }) => macs)),
      bytes: greatest(costs.map(({ bytes }) => bytes)),
      isNested: true,
    } as const;
    const flagged = isLowerBound ? { ...all, isLowerBound: true } : all;
    if (scope.callee(operator) !== undefined || operator.opType === 'If') return flagged;
    const runs = iterations(scope, operator, this.#resolver(scope.graph));
    if (runs === undefined) return { ...all, isLowerBound: true };
    return {
      ...flagged,
      macs: all.macs === undefined ? undefined : multiply(all.macs, runs),
      bytes: all.bytes === undefined ? undefined : multiply(all.bytes, runs),
    };
  }
}

/** The cost of an operator that runs no graph, computed as far as it is asked for. */
class ComputedCost implements OperatorCost {
  constructor(
    private readonly scope: Scope,
    private readonly operator: Operator,
    private readonly resolve: ResolveAttribute,
    private readonly known: Map<object, Integer | undefined>,
  ) {}

  get macs(): Integer | undefined {
    const signature = this.scope.signatureOf(this.operator);
    if (signature === undefined) return macsOf(this.costed());
    if (this.known.has(signature)) return this.known.get(signature);
    const macs = macsOf(this.costed());
    if (followsFromSignature(this.operator)) this.known.set(signature, macs);
    return macs;
  }

  /** Depends on which of the values are the same, too. */
  get bytes(): Integer | undefined {
    return bytesOf(this.costed());
  }

  get isNested(): undefined {
    return undefined;
  }

  private costed(): CostedOperator {
    return new CostedOperator(this.scope, this.operator, this.resolve);
  }
}

/** Undefined where one is: it may be the greatest. */
function greatest(values: readonly (Integer | undefined)[]): Integer | undefined {
  return sum(values) === undefined ? undefined : values.reduce((a, b) => (a! >= b! ? a : b));
}

const controlFlow: ReadonlySet<string> = new Set(['If', 'Loop', 'Scan', 'SequenceMap']);

/** Whether an operator's cost is that of its graphs; others (FlexAttention, BeamSearch) only use theirs. */
function runsGraphs({ kind: { domain, opType } }: Operator): boolean {
  return controlFlow.has(opType) && canonicalDomain(domain) === '';
}

/** The graphs that an operator runs: the body of a function, or those of its attributes. */
function bodiesOf(scope: Scope, operator: Operator): readonly Scope[] {
  const callee = scope.callee(operator);
  if (callee !== undefined) return [callee];
  if (!runsGraphs(operator)) return noBodies;
  const bodies: Scope[] = [];
  for (const { value } of operator.attributes) {
    const graphs = value.kind === 'graph' ? [value.value] : value.kind === 'graphs' ? value.value : none;
    for (const graph of graphs) {
      const body = scope.subgraph(graph);
      if (body !== undefined) bodies.push(body);
    }
  }
  return bodies;
}

const none: readonly Graph[] = [];
const noBodies: readonly Scope[] = [];

function bodiesIn(scope: Scope): Scope[] {
  const bodies: Scope[] = [];
  for (const operator of scope.graph.operators) for (const body of bodiesOf(scope, operator)) bodies.push(body);
  return bodies;
}

/** What exporters give as trip count where only the condition ends a loop: the largest integer of 32 or 64 bits. */
const endlessTrips = 2 ** 31 - 1;

/** How often a Loop or a Scan runs its body; undefined where that is not known. */
function iterations(scope: Scope, operator: Operator, resolve: ResolveAttribute): Integer | undefined {
  const costed = new CostedOperator(scope, operator, resolve);
  if (operator.opType === 'Loop') {
    const trips = costed.hasInput(0) ? costed.scalar(0) : undefined;
    return trips !== undefined && trips < endlessTrips ? trips : undefined;
  }
  if (operator.opType !== 'Scan') return undefined;
  const scanned = costed.int('num_scan_inputs');
  if (scanned === undefined || scanned < 1) return undefined;
  const first = operator.inputCount - Number(scanned);
  const axes = costed.ints('scan_input_axes');
  // Before opset 9, the first axis was the batch and the scanned one the second.
  const isBatched = Number(scope.opsetOf('') ?? 9) < 9;
  const axis = isBatched ? 1 : Number(axes?.[0] ?? 0);
  return costed.dimension(first, axis);
}
