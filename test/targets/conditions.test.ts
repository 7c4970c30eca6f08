import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GraphRoute, Reason } from '../../core/model';
import { allTargets, assess, chipOf, operatorTable } from '../../core/targets';
import * as atc from './cases/atc';
import type { CasesById, ConditionCases } from './cases/condition-cases';
import * as tpuMlir from './cases/tpu-mlir';
import { operatorCase } from './operator-case';

const routes: readonly {
  route: GraphRoute;
  chip: string;
  cases: ConditionCases;
  shared: CasesById;
}[] = [
  { route: 'tpu-mlir', chip: 'bm1684x', ...tpuMlir },
  { route: 'atc', chip: '910B', ...atc },
];

for (const { route, chip, cases, shared } of routes) {
  describe(`every condition of ${route}: an operator that breaks it, and one that meets it`, () => {
    const table = operatorTable(route);
    for (const type of table.keys) {
      for (const { id, verdict, when } of table.operator(type)!.conditions ?? []) {
        if (verdict === 'native') continue;
        const own = cases[type]?.[id] ?? shared[id] ?? requiredAttribute(type, when);
        test(`${type}/${id}`, () => {
          assert.ok(own !== undefined, 'has no case');
          const [breaks, meets] = own;
          const undecided = breaks.startsWith('?');
          const outcome = outcomeOf(route, chip, breaks.replace(/^\?/, ''), type, id);
          assert.equal(outcome, undecided ? 'undecided' : 'broken', breaks);
          if (meets !== null) assert.equal(outcomeOf(route, chip, meets, type, id), undefined, meets);
        });
      }
    }
    test('no case is about a condition that the table does not have', () => {
      for (const [type, byId] of Object.entries(cases)) {
        const ids = new Set(table.operator(type)?.conditions?.map(({ id }) => id));
        for (const id of Object.keys(byId)) assert.ok(ids.has(id), `${type}/${id}`);
      }
    });
  });
}

/** Ascend's own operators want an attribute each: `attr.depth absent`. */
function requiredAttribute(key: string, when: string): readonly [string, string] | undefined {
  const name = /^attr\.(\w+) absent$/.exec(when)?.[1];
  if (name === undefined) return undefined;
  const [domain, type] = key.includes('::') ? key.split('::') : [undefined, key];
  const operator = domain === undefined ? `opset 11 ${type}` : `${domain}:${type}`;
  return [`${operator} (float[2])`, `${operator} <${name} = 1> (float[2])`];
}

/** How a condition comes out for the operator of a case; undefined: met. */
function outcomeOf(
  route: GraphRoute,
  family: string,
  line: string,
  type: string,
  id: string,
): Reason['outcome'] | undefined {
  const { chip = family, facts, operator } = operatorCase(line.replace(/\$/, type));
  const target = allTargets().find((candidate) => chipOf(candidate).family === chip)!;
  const { reasons } = assess(facts, target, route).of(operator.graph, operator.operator);
  return reasons.find((reason) => reason.id === `${type}/${id}`)?.outcome;
}
