import type { ClassFact, KernelFact, KernelLaunchFact } from '../../model';
import type { Scope } from '../names/scope';
import type { Call, ClassDefinition, Expression, FunctionDefinition, Subscript } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { isWorkspaceName, shownName } from '../values/value';
import { splitName, workspaceName } from '../values/workspace-names';
import { placed, type Surroundings } from './surroundings';

/** Classes, Triton kernels and their launches. */
export class Definitions {
  readonly classes: ClassFact[] = [];
  readonly kernels: KernelFact[] = [];
  readonly launches: KernelLaunchFact[] = [];

  constructor(private readonly evaluator: Evaluator) {}

  class(node: ClassDefinition, around: Surroundings): void {
    if (!node.name) return;
    const { id, start, end } = node.name;
    const path = around.scope.path === '' ? id : `${around.scope.path}.${id}`;
    const isModule = this.evaluator.classes.isModule(workspaceName(this.evaluator.path, path));
    const bases = node.bases.filter(({ keyword, splat }) => keyword === undefined && splat === undefined);
    const fact = placed(node, around, {
      name: id,
      nameSpan: { start, end },
      bases: bases.map(({ value }) => this.baseName(value, around.scope)),
      isModule: isModule !== undefined,
      certainty: isModule ?? 'proven',
    });
    this.classes.push(fact);
  }

  private baseName(node: Expression, scope: Scope): string {
    const { name } = this.evaluator.value(node, scope);
    if (name === undefined) return this.evaluator.text.slice(node.start, node.end);
    return isWorkspaceName(name) ? shownName(name) : name;
  }

  function(node: FunctionDefinition, around: Surroundings): void {
    const decorator = jitDecorator(node, around.scope, this.evaluator);
    if (!node.name || decorator === undefined) return;
    const { id, start, end } = node.name;
    this.kernels.push(placed(node, around, { name: id, nameSpan: { start, end }, decorator }));
  }

  /** `kernel[grid](...)`. */
  launch(node: Call, { object }: Subscript, around: Surroundings): void {
    const { name, certainty } = this.evaluator.value(object, around.scope);
    const split = isWorkspaceName(name) ? splitName(name) : undefined;
    if (!split || !this.isKernel(split)) return;
    const path = split.path === this.evaluator.path ? {} : { path: split.path };
    this.launches.push(placed(node, around, { kernel: split.name, ...path, certainty }));
  }

  private isKernel({ path, name }: { path: string; name: string }): boolean {
    if (path !== this.evaluator.path) return this.evaluator.workspace.isKernel(path, name);
    const scope = this.evaluator.classes.scopeAt(name);
    return scope?.node.kind === 'Function' && jitDecorator(scope.node, scope.parent!, this.evaluator) !== undefined;
  }
}

/** The canonical name of the decorator that makes a function a Triton kernel. */
export function jitDecorator(node: FunctionDefinition, scope: Scope, evaluator: Evaluator): string | undefined {
  for (const decorator of node.decorators) {
    const { name } = evaluator.value(decorator.kind === 'Call' ? decorator.callee : decorator, scope);
    if (name === 'triton.jit') return name;
  }
  return undefined;
}
