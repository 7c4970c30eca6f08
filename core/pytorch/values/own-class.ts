import type { Scope } from '../names/scope';
import type { ClassDefinition } from '../syntax/nodes';
import type { Evaluator } from './evaluator';
import { asAttribute, type Value } from './value';
import type { ClassView } from './workspace-names';

/** Bindings of one member that are asked. */
const mostBindings = 32;

/** A class of the file itself. */
export class OwnClass implements ClassView {
  private known: readonly Value[] | undefined;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly scope: Scope,
    private readonly node: ClassDefinition,
    private readonly around: Scope,
  ) {}

  get bases(): readonly string[] {
    return this.baseValues().flatMap((base) => base.name ?? []);
  }

  get isOpen(): boolean {
    return this.baseValues().some((base) => base.name === undefined);
  }

  member(member: string): Value | undefined {
    const { attributes, names } = this.scope;
    const bindings = attributes.get(member) ?? names.get(member);
    if (bindings === undefined) return undefined;
    const first = bindings.length > mostBindings ? bindings.slice(0, mostBindings) : bindings;
    const found = this.evaluator.boundTo(first, this.scope, 1);
    const value = first.every(({ what }) => what.kind === 'function') ? found : asAttribute(found);
    // A field's default is not what it holds.
    const isField = value.asks !== undefined && !attributes.has(member) && isMade(this.node);
    return isField ? { ...value, asks: undefined } : value;
  }

  private baseValues(): readonly Value[] {
    this.known ??= this.node.bases
      .filter(({ keyword, splat }) => keyword === undefined && splat === undefined)
      .map(({ value }) => this.evaluator.value(value.kind === 'Subscript' ? value.object : value, this.around));
    return this.known;
  }
}

/** Whether what makes its objects may set its fields: a decorator (`@dataclass`) or a base class. */
function isMade({ decorators, bases }: ClassDefinition): boolean {
  return decorators.length + bases.length > 0;
}
