import type { ImportFact } from '../../model';
import { importBindings } from '../names/imports';
import type { Import } from '../syntax/nodes';
import { canonicalName } from '../values/api-names';
import type { Evaluator } from '../values/evaluator';
import { isWorkspaceName } from '../values/value';
import { placed, type Surroundings } from './surroundings';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a script imports, and what its names stand for. */
export class Imports {
  readonly facts: ImportFact[] = [];
  readonly aliases = new Map<string, string>();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly firstParty: (name: string) => boolean,
  ) {}

  add(node: Import, around: Surroundings, names: Set<string>): void {
    for (const { name, alias, imported, isStar, node: own } of importBindings(node)) {
      if (!isStar) names.add(alias);
      const dot = imported.indexOf('.');
      const first = dot < 0 ? imported : imported.slice(0, dot);
      const isOwn = first === '' || isWorkspaceName(this.evaluator.imported(imported).name) || this.firstParty(first);
      const fact = placed(node, around, {
        name: canonicalName(imported),
        alias,
        style: node.from === undefined ? ('import' as const) : ('from' as const),
        package: first,
        firstParty: isOwn,
        nameSpan: { start: own.start, end: own.end },
        used: isStar,
      });
      this.facts.push(fact);
      const stands = canonicalName(name);
      const isTop = around.scope === this.evaluator.scopes.root && !around.guarded;
      if (isTop && !isStar && !this.aliases.has(stands)) this.aliases.set(stands, alias);
    }
  }

  markUsed(loads: ReadonlySet<string>): void {
    for (const fact of this.facts) (fact as Writable<ImportFact>).used ||= loads.has(fact.alias);
  }
}
