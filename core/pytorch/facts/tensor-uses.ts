import type { TensorUseFact, TextSpan } from '../../model';
import { lookUp, onlyValue } from '../names/look-up';
import type { Scope } from '../names/scope';
import type { Call, Comparison, Expression, Name, Subscript } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { placed, type Surroundings } from './surroundings';

/** Where Python itself reads a tensor, without a call: conditions, prints, masks as indices. */
export class TensorUses {
  readonly facts: TensorUseFact[] = [];

  constructor(private readonly evaluator: Evaluator) {}

  /** A condition: of `a and not b`, both are asked. A mere name is asked whether it is there as often as what it holds. */
  truth(condition: Expression, around: Surroundings): void {
    const open: Expression[] = [condition];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.kind === 'Boolean') open.push(node.right, node.left);
      else if (node.kind === 'Unary') open.push(node.operand);
      else if (node.kind === 'Call') this.add('truth', node, node, around, [node]);
      else if (node.kind === 'Comparison') this.compared(node, around);
    }
  }

  /**
   * `if seq_len > self.longest`, `assert length == height * width`: a parameter of which nothing but the name of its function
   * says that it is a tensor is a number where Python compares it.
   */
  private compared(node: Comparison, around: Surroundings): void {
    const { scope } = around;
    const tensors = node.operands.filter((operand) => this.evaluator.value(operand, scope).kind === 'tensor');
    if (tensors.length === 0 || tensors.every((operand) => isOfParameters(operand, scope))) return;
    this.add('truth', node, node, around, tensors);
  }

  /** `print(x)`, `print(f"loss {x}")`. */
  printed({ arguments: passed }: Call, callee: Name, around: Surroundings): void {
    if (callee.id !== 'print') return;
    for (const { value } of passed) {
      const parts = value.kind === 'JoinedString' ? value.fields.map((field) => field.value) : [value];
      for (const part of parts) this.add('print', part, part, around);
    }
  }

  /** `x[x > 0]`: as many elements as the mask has. `x[:, index]`, read or written: elements of a dimension behind others. */
  indexed(node: Subscript, isWritten: boolean, around: Surroundings): void {
    const object = this.evaluator.value(node.object, around.scope);
    if (object.kind !== 'tensor') return;
    const isTensor = (index: Expression, isMask: boolean) => {
      const { kind, dtype } = this.evaluator.value(index, around.scope);
      return kind === 'tensor' && (dtype === 'torch.bool') === isMask;
    };
    const mask = node.indices.find((index) => isTensor(index, true));
    if (mask && !isWritten) this.add('mask', mask, node, around);
    const first = node.indices.findIndex((index) => index.kind === 'Slice' || isEllipsis(index));
    const index = first < 0 ? undefined : node.indices.slice(first).find((candidate) => isTensor(candidate, false));
    if (index && !isOfParameters(index, around.scope)) this.add('index', node.object, node, around);
  }

  private add(
    use: TensorUseFact['use'],
    of: Expression,
    place: Expression,
    around: Surroundings,
    sources: readonly Expression[] = [],
  ): void {
    const tensor = this.evaluator.value(of, around.scope);
    if (tensor.kind !== 'tensor') return;
    const calls = sources.map((source) => callThatMade(source, around.scope));
    const madeBy = calls.length > 0 && calls.every((call) => call !== undefined) ? { madeBy: calls } : {};
    this.facts.push(placed(place, around, { use, certainty: tensor.certainty, tensor, ...madeBy }));
  }
}

const isEllipsis = (node: Expression) => node.kind === 'Constant' && node.value === undefined;

/** A parameter without an annotation, or what arithmetic makes of such. */
function isOfParameters(node: Expression, scope: Scope): boolean {
  switch (node.kind) {
    case 'Name': {
      const bindings = lookUp(node.id, scope, node.start)?.bindings ?? [];
      return (
        bindings.length > 0 && bindings.every(({ what }) => what.kind === 'parameter' && !what.parameter.annotation)
      );
    }
    case 'Binary':
      return isOfParameters(node.left, scope) && isOfParameters(node.right, scope);
    default:
      return false;
  }
}

/** The call itself, or the only one that a name stands for. */
function callThatMade(node: Expression, scope: Scope): TextSpan | undefined {
  const made = node.kind === 'Name' ? onlyValue(node, scope) : node;
  return made?.kind === 'Call' ? { start: made.start, end: made.end } : undefined;
}
