import type { Dimension, Graph, Integer, NameId, Operator, ValueType } from '../../model';
import type { Scope } from '../contract';
import { unionTypes } from './type-merging';

/** What several inferences of one graph agree on. */
export class MergedScope implements Scope {
  readonly graph: Graph;

  constructor(
    readonly scopes: readonly Scope[],
    readonly calleeOf: (operator: Operator) => Scope | undefined,
  ) {
    this.graph = scopes[0]!.graph;
  }

  typeOf(value: string): ValueType | undefined {
    const id = this.graph.names.idOf(value);
    return id === undefined ? undefined : this.typeOfId(id);
  }

  typeOfId(value: NameId): ValueType | undefined {
    let type = this.scopes[0]!.typeOfId(value);
    for (const scope of this.scopes) type = unionTypes(type, scope.typeOfId(value));
    return type;
  }

  elementsOf(value: string): readonly (Dimension | string)[] | undefined {
    const id = this.graph.names.idOf(value);
    return id === undefined ? undefined : this.elementsOfId(id);
  }

  elementsOfId(value: NameId): readonly (Dimension | string)[] | undefined {
    const [first, ...others] = this.scopes.map((scope) => scope.elementsOfId(value));
    if (first === undefined || others.some((other) => other?.length !== first.length)) return undefined;
    const common = first.map((element, i) => (others.every((other) => other![i] === element) ? element : null));
    return common.every((element) => element === null) ? undefined : common;
  }

  callee(operator: Operator): Scope | undefined {
    return this.scopes.some((scope) => scope.callee(operator) !== undefined) ? this.calleeOf(operator) : undefined;
  }

  subgraph(graph: Graph): Scope | undefined {
    const inner = this.scopes.map((scope) => scope.subgraph(graph)).filter((scope) => scope !== undefined);
    return inner.length > 1 ? new MergedScope(inner, this.calleeOf) : inner[0];
  }

  signatureOf(): undefined {
    return undefined;
  }

  opsetOf(domain: string): Integer | undefined {
    return this.scopes[0]!.opsetOf(domain);
  }
}
