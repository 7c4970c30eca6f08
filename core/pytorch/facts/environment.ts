import type { EnvironmentFact } from '../../model';
import type { Argument, Call, Comparison, Expression, StringLiteral, Subscript } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { placed, type Surroundings } from './surroundings';

const reads = /^os\.(getenv|environ\.get|environ\.pop|environ\.__getitem__)$/;
const writes = /^os\.(putenv|environ\.setdefault)$/;

/** Environment variables that a script reads and sets. */
export class Environment {
  readonly facts: EnvironmentFact[] = [];

  constructor(private readonly evaluator: Evaluator) {}

  /** `os.environ.get("NAME")`, `os.environ.update(NAME="value")`. */
  call(node: Call, name: string, around: Surroundings): void {
    if (!name.startsWith('os.')) return;
    if (name === 'os.environ.update') this.update(node, around);
    const use = reads.test(name) ? 'read' : writes.test(name) ? 'write' : undefined;
    const [variable, value] = node.arguments;
    if (use && variable) this.add(node, variable.value, use, use === 'write' ? value?.value : undefined, around);
  }

  private update(node: Call, around: Surroundings): void {
    for (const { keyword, value } of node.arguments) {
      if (keyword) {
        const nameSpan = { start: keyword.start, end: keyword.end };
        this.push(node, keyword.id, nameSpan, 'write', value, around);
      } else if (value.kind === 'Dictionary') {
        for (const entry of value.entries) if (entry.key) this.add(node, entry.key, 'write', entry.value, around);
      }
    }
  }

  /** `os.environ["NAME"]`, read or assigned. */
  item(node: Subscript, assigned: Expression | undefined, isStored: boolean, around: Surroundings): void {
    const [key, more] = node.indices;
    if (!key || more) return;
    const isEnvironment = this.evaluator.value(node.object, around.scope).name === 'os.environ';
    if (!isEnvironment && !(isStored && isForChild(node.object) && isOfCuda(key))) return;
    this.add(node, key, isStored ? 'write' : 'read', assigned, around);
  }

  /** `{**os.environ, "CUDA_VISIBLE_DEVICES": "0"}`: the environment of another process. */
  entry(key: StringLiteral, value: Expression, around: Surroundings): void {
    // What `os.environ.update` is given is told with the call.
    if (isOfCuda(key) && !this.isTold(key)) this.add(key, key, 'write', value, around);
  }

  private isTold({ start }: StringLiteral): boolean {
    return this.facts.some(({ nameSpan }) => nameSpan.start === start);
  }

  /** `"NAME" in os.environ`. */
  comparison(node: Comparison, around: Surroundings): void {
    const [key, object] = node.operands;
    if (!/^(not )?in$/.test(node.operators[0] ?? '') || !key || !object || node.operands.length > 2) return;
    if (key.kind !== 'String' || this.evaluator.value(object, around.scope).name !== 'os.environ') return;
    this.add(node, key, 'read', undefined, around);
  }

  private add(
    node: Expression,
    key: Expression,
    use: EnvironmentFact['use'],
    assigned: Argument['value'] | undefined,
    around: Surroundings,
  ): void {
    const variable = this.evaluator.value(key, around.scope).constant;
    if (typeof variable !== 'string') return;
    this.push(node, variable, { start: key.start, end: key.end }, use, assigned, around);
  }

  private push(
    node: Expression,
    variable: string,
    nameSpan: EnvironmentFact['nameSpan'],
    use: EnvironmentFact['use'],
    assigned: Expression | undefined,
    around: Surroundings,
  ): void {
    const value = assigned && this.evaluator.value(assigned, around.scope).constant;
    const set = typeof value === 'string' ? { value } : {};
    this.facts.push(placed(node, around, { variable, nameSpan, use, ...set }));
  }
}

/** `env["CUDA_VISIBLE_DEVICES"] = ...`: what will be another process's environment is called so. */
function isForChild(object: Expression): boolean {
  const name = object.kind === 'Name' ? object.id : object.kind === 'Attribute' ? object.name.id : '';
  return /(^|_)env(s|iron|ironment|_vars?)?$/i.test(name);
}

/** A name that is nothing else than a variable of CUDA's or NCCL's. */
function isOfCuda(key: Expression): boolean {
  if (key.kind !== 'String') return false;
  return /^(CUDA|NVIDIA|NCCL|CUBLAS|TORCH_NCCL|TORCH_CUDA|PYTORCH_CUDA)_[A-Z\d_]+$/.test(key.value ?? '');
}
