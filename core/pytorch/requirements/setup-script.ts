import type { RequirementFact } from '../../model';
import { literal, part, type Syntax, unwrap } from '../syntax';
import { pipRequirement } from './requirement';

const lists = /^(install_requires|setup_requires)$/;
const optionalLists = /^(extras_require|tests_require)$/;

/** The packages that a setup.py asks for: the lists that stand in its call of `setup`, or in names that it passes. */
export function requirementsOfSetup(module: Syntax, text: string): RequirementFact[] {
  const assigned = new Map<string, Syntax>();
  const setups: Syntax[] = [];
  visit(module);
  return setups.flatMap((call) => (part(call, 'arguments')?.children ?? []).flatMap(requirementsOf));

  function visit(node: Syntax): void {
    const left = node.kind === 'assignment' ? part(node, 'left') : undefined;
    const right = left && part(node, 'right');
    if (left?.kind === 'identifier' && right) assigned.set(of(left), right);
    const callee = node.kind === 'call' ? part(node, 'function') : undefined;
    if (callee && /^(setuptools\.)?setup$/.test(of(callee))) setups.push(node);
    for (const child of node.children) visit(child);
  }

  function of({ start, end }: Syntax): string {
    return text.slice(start, end);
  }

  function requirementsOf(argument: Syntax): RequirementFact[] {
    const keyword = part(argument, 'name');
    const value = part(argument, 'value');
    if (argument.kind !== 'keyword_argument' || !keyword || !value) return [];
    const isOptional = optionalLists.test(of(keyword));
    return isOptional || lists.test(of(keyword))
      ? stringsBelow(value, 0).flatMap((node) => read(node, isOptional))
      : [];
  }

  /** Strings of a list, a dictionary of lists, their sums, and names that are bound to such. */
  function stringsBelow(expression: Syntax, depth: number): Syntax[] {
    const node = unwrap(expression);
    if (depth > 8) return [];
    const below = (children: readonly Syntax[]) => children.flatMap((child) => stringsBelow(child, depth + 1));
    switch (node.kind) {
      case 'string':
        return [node];
      case 'list':
      case 'tuple':
      case 'set':
      case 'binary_operator':
      case 'dictionary':
        return below(node.children);
      case 'pair':
        return below(part(node, 'value') ? [part(node, 'value')!] : []);
      case 'identifier': {
        const value = assigned.get(of(node));
        return value ? stringsBelow(value, depth + 1) : [];
      }
      default:
        return [];
    }
  }

  function read(node: Syntax, optional: boolean): RequirementFact[] {
    const said = literal(node, text);
    const whole = { start: node.start, end: node.end };
    const found = said && pipRequirement(text, { text: { start: said.start, end: said.end }, whole, optional });
    return found ? [found] : [];
  }
}
