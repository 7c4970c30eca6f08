import type { Scope } from '../names/scope';
import type { Expression } from '../syntax/nodes';

export function isDecoratedBy({ node }: Scope, name: string): boolean {
  if (node.kind !== 'Function') return false;
  for (const decorator of node.decorators) if (decorator.kind === 'Name' && decorator.id === name) return true;
  return false;
}

const lastName = (node: Expression): string =>
  node.kind === 'Call'
    ? lastName(node.callee)
    : node.kind === 'Attribute'
      ? node.name.id
      : node.kind === 'Name'
        ? node.id
        : '';

/** Whether a method is read like an attribute. */
export function isProperty({ node }: Scope): boolean {
  return (
    node.kind === 'Function' && node.decorators.some((decorator) => /^(cached_)?property$/.test(lastName(decorator)))
  );
}

/** Decorators that leave what a function returns as it is. */
const transparent =
  /^(no_grad|enable_grad|inference_mode|set_grad_enabled|autocast|custom_fwd|custom_bwd|compile|script|ignore|unused|jit|autotune|heuristics|staticmethod|classmethod|property|cached_property|wraps|lru_cache|cache|abstractmethod|override|record_function|torch_compile|disable)$/;

export function isPlainlyDecorated({ node }: Scope): boolean {
  return node.kind === 'Function' && node.decorators.every((decorator) => transparent.test(lastName(decorator)));
}
