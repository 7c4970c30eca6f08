import type { TensorUseFact } from '../../model';
import { lookUp } from '../names/look-up';
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
      else if (node.kind === 'Call' || (node.kind === 'Comparison' && !this.isOfNumber(node, around))) {
        this.add('truth', node, node, around);
      }
    }
  }

  /** `assert index > 0`: a parameter of which nothing says that it is a tensor is a number where it is compared with one. */
  private isOfNumber({ operands }: Comparison, { scope }: Surroundings): boolean {
    if (!operands.some(({ kind }) => kind === 'Number')) return false;
    return operands.some((operand) => {
      if (operand.kind !== 'Name') return false;
      const bindings = lookUp(operand.id, scope, operand.start)?.bindings ?? [];
      return (
        bindings.length > 0 && bindings.every(({ what }) => what.kind === 'parameter' && !what.parameter.annotation)
      );
    });
  }

  /** `print(x)`, `print(f"loss {x}")`. */
  printed({ arguments: passed }: Call, callee: Name, around: Surroundings): void {
    if (callee.id !== 'print') return;
    for (const { value } of passed) {
      const parts = value.kind === 'JoinedString' ? value.fields.map((field) => field.value) : [value];
      for (const part of parts) this.add('print', part, part, around);
    }
  }

  /** `x[x > 0]`: as many elements as the mask has. */
  indexed(node: Subscript, around: Surroundings): void {
    const object = this.evaluator.value(node.object, around.scope);
    if (object.kind !== 'tensor') return;
    const mask = node.indices.find((index) => {
      const { kind, dtype } = this.evaluator.value(index, around.scope);
      return kind === 'tensor' && dtype === 'torch.bool';
    });
    if (mask) this.add('mask', mask, node, around);
  }

  private add(use: TensorUseFact['use'], of: Expression, place: Expression, around: Surroundings): void {
    const tensor = this.evaluator.value(of, around.scope);
    if (tensor.kind !== 'tensor') return;
    this.facts.push(placed(place, around, { use, certainty: tensor.certainty, tensor }));
  }
}
