import {
  type AttributeValue,
  canonicalDomain,
  type Graph,
  type Integer,
  type Operator,
  type OperatorCost,
  type OperatorFacts,
  type ValueType,
} from '../../model';
import type { DescribedGraph } from './graph-facts';

const unknownCost: OperatorCost = { macs: undefined, bytes: undefined };

/** An operator as rules see it: a view of the file and of what inference found; what every stage asks for is kept. */
export class DescribedOperator implements OperatorFacts {
  readonly domain: string;
  readonly function: string | undefined;

  constructor(
    readonly home: DescribedGraph,
    readonly operator: Operator,
  ) {
    this.domain = canonicalDomain(operator.domain);
    this.function = home.shared.functions.calledBy(operator)?.body.path;
  }

  get graph(): Graph {
    return this.home.graph;
  }

  get opset(): Integer | undefined {
    return this.home.opsetOf(this.domain);
  }

  get isStandard(): boolean {
    return this.function === undefined && this.home.schemaOf(this.domain, this.operator.opType) !== undefined;
  }

  attribute(name: string): AttributeValue | undefined {
    return this.home.resolved(this.operator.attributes.find((attribute) => attribute.name === name)?.value);
  }

  attributeOrDefault(name: string): AttributeValue | undefined {
    const written = this.operator.attributes.find((attribute) => attribute.name === name)?.value;
    if (written !== undefined) return this.home.resolved(written);
    const called = this.home.shared.functions.calledBy(this.operator);
    if (called !== undefined) return called.attributeDefaults.find((attribute) => attribute.name === name)?.value;
    return this.home.schemaOf(this.domain, this.operator.opType)?.attributes.get(name)?.defaultValue;
  }

  inputType(index: number): ValueType | undefined {
    return this.home.typeOfId(this.operator.inputId(index));
  }

  outputType(index: number): ValueType | undefined {
    return this.home.typeOfId(this.operator.outputId(index));
  }

  hasInput(index: number): boolean {
    return this.operator.inputId(index) !== 0;
  }

  hasOutput(index: number): boolean {
    return this.operator.outputId(index) !== 0;
  }

  inputIsConstant(index: number): boolean | undefined {
    const value = this.operator.inputId(index);
    return value !== 0 ? this.home.isConstant(value) : false;
  }

  inputElements(index: number): readonly (Integer | string | null)[] | undefined {
    return this.home.elementsOf(this.operator.inputId(index));
  }

  inputHoldsTruths(index: number): boolean {
    return this.home.holdsTruths(this.operator.inputId(index));
  }

  outputIsUsed(index: number): boolean {
    return this.home.isUsed(this.operator.outputId(index));
  }

  get cost(): OperatorCost {
    const { scope, shared } = this.home;
    return scope === undefined ? unknownCost : shared.costs.ofOperator(scope, this.operator);
  }
}
