import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import Ajv from 'ajv';
import { elementTypeCode, type GraphRoute } from '../../core/model';
import { allChips } from '../../core/targets';
import { compileCondition } from '../../core/targets/language';
import type { ConditionRow, TableFile } from '../../core/targets/table';
import { inRepository, inShared, withoutShared } from '../harness/repository';

const read = (...parts: string[]) => JSON.parse(readFileSync(inRepository(...parts), 'utf8'));
const routes: readonly GraphRoute[] = ['tpu-mlir', 'atc', 'ort-cann'];
const tableOf = (route: GraphRoute): TableFile => read('rules/operators', `${route}.json`);

function validator() {
  const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false, strictRequired: false });
  ajv.addSchema(read('rules/schema/chip.schema.json'));
  return ajv.compile(read('rules/schema/operators.schema.json'));
}

function conditionsOf(table: TableFile): readonly ConditionRow[] {
  return [...Object.values(table.operators).flatMap(({ conditions = [] }) => conditions), ...table.model];
}

for (const route of routes) {
  describe(`rules/operators/${route}.json`, () => {
    const table = tableOf(route);
    const validate = validator();

    test('follows its schema', () => {
      const isValid: boolean = validate(table);
      assert.ok(isValid, JSON.stringify(validate.errors?.slice(0, 3)));
    });

    test('names only evidence, texts and types that it has', () => {
      const lists = {
        evidence: table.sources,
        message: table.texts,
        advice: table.texts,
        types: table.types,
        prototype: table.types,
      };
      visit(table, (key, value) => {
        const list = lists[key as keyof typeof lists];
        if (list === undefined || value === table.types) return;
        for (const index of [value].flat()) assert.ok(list[index as number] !== undefined, `${key} ${index}`);
      });
    });

    test('uses everything that it lists', () => {
      const used = { evidence: new Set<number>(), texts: new Set<number>() };
      visit(table, (key, value) => {
        if (key === 'evidence') for (const index of [value].flat()) used.evidence.add(index as number);
        if (key === 'message' || key === 'advice') used.texts.add(value as number);
      });
      for (const list of Object.values(table.general)) for (const index of list) used.evidence.add(index);
      assert.equal(used.evidence.size, table.sources.length);
      assert.equal(used.texts.size, table.texts.length);
    });

    test('has conditions that parse, each with an id of its own', () => {
      for (const { when } of conditionsOf(table)) compileCondition(when);
      for (const [name, { conditions = [], lowering = [] }] of Object.entries(table.operators)) {
        assert.equal(new Set(conditions.map(({ id }) => id)).size, conditions.length, name);
        for (const { when } of lowering) if (when !== undefined) compileCondition(when);
      }
    });

    test('names chips and element types that exist', () => {
      const families = new Set(allChips().map(({ family }) => family));
      visit(table, (key, value) => {
        if (key === 'chips')
          for (const chip of Array.isArray(value) ? value : Object.keys(value as object))
            assert.ok(families.has(chip), chip);
      });
      for (const type of table.types.flat()) assert.ok(elementTypeCode(type) !== undefined, type);
    });

    test('has idiomatic texts: Chinese in Chinese, English without it', () => {
      for (const { en, zh } of table.texts) {
        assert.match(zh, /\p{Script=Han}/u);
        assert.doesNotMatch(en, /\p{Script=Han}/u);
      }
    });
  });
}

function visit(value: unknown, found: (key: string, member: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    found(key, member);
    visit(member, found);
  }
}

describe('a row without evidence', () => {
  const table = tableOf('tpu-mlir');
  const validate = validator();
  const broken: readonly (readonly [what: string, change: object])[] = [
    ['an operator', { operators: { Add: {} } }],
    ['an operator with an empty list', { operators: { Add: { evidence: [] } } }],
    [
      'a condition',
      { operators: { Add: { evidence: [0], conditions: [{ id: 'x', when: 'true', verdict: 'silent', message: 0 }] } } },
    ],
    ['a refusal', { refused: { Gelu: {} } }],
    ['a fusion', { fusions: { GELU: { operator: 'GELU' } } }],
  ];
  for (const [what, change] of broken) {
    test(`is refused: ${what}`, () => {
      const isValid: boolean = validate({ ...table, ...change });
      assert.equal(isValid, false);
    });
  }
});

describe('the facts are all in the tables', () => {
  test('tpu-mlir: 119 operators, 147 conditions, 6 rules of the model, 89 refused operators', {
    skip: withoutShared('facts'),
  }, () => {
    const facts = JSON.parse(readFileSync(inShared('facts/sophgo/onnx-ops.json')!, 'utf8'));
    const table = tableOf('tpu-mlir');
    const restrictions: [string, { source: string }][] = Object.entries<{ restrictions?: { source: string }[] }>(
      facts.ops,
    ).flatMap(([name, { restrictions = [] }]) => restrictions.map((one): [string, { source: string }] => [name, one]));
    assert.equal(restrictions.length, 147);
    assert.deepEqual(Object.keys(table.operators), Object.keys(facts.ops));
    assert.deepEqual(Object.keys(table.refused), Object.keys(facts.unsupported_standard_ops.ops));
    for (const [name, { source }] of restrictions) {
      const line = /OnnxConverter\.py:(\d+)/.exec(source)![1]!;
      const evidence = table.operators[name]!.conditions!.flatMap((row) =>
        row.evidence.map((index) => table.sources[index]!.where),
      );
      assert.ok(
        evidence.some((where) => where.endsWith(`OnnxConverter.py:${line}`)),
        `${name}: ${source}`,
      );
    }
  });

  test('ATC: every registration of an operator with its opsets', { skip: withoutShared('facts') }, () => {
    const facts = JSON.parse(readFileSync(inShared('facts/ascend/onnx-ops.json')!, 'utf8'));
    const table = tableOf('atc');
    for (const { op, domain, opsets } of facts.atc_ops) {
      if (domain === null) continue;
      const row = table.operators[domain === 'ai.onnx' ? op : `${domain}::${op}`]!;
      const listed = (row.opsets ?? []).flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      );
      assert.deepEqual(listed, opsets, op);
    }
    assert.equal(Object.keys(table.refused).length, 40);
  });

  test('ONNX Runtime: every operator of the provider', { skip: withoutShared('facts') }, () => {
    const facts = JSON.parse(readFileSync(inShared('facts/onnx/cann-ep-ops.json')!, 'utf8'));
    const table = tableOf('ort-cann');
    for (const name of facts.graphMode.ops) assert.ok((table.operators[name]?.opsets ?? []).length > 0, name);
    for (const name of Object.keys(facts.singleOpKernels)) assert.ok(table.operators[name]?.single !== undefined, name);
  });
});
