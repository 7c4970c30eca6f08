import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByRule } from '../../core/lint';
import type { Finding } from '../../core/model';

function finding(target: string, op: string, index: number): Finding {
  return {
    rule: 'onnx/slow',
    severity: 'warning',
    verdict: 'slow',
    target,
    route: 'atc',
    message: { en: `${op} is slow there.`, zh: `${op} 在此较慢。` },
    advice: undefined,
    evidence: [],
    fixes: [],
    place: { graph: '/', node: `n${index}`, index, op, domain: '', byteOffset: index },
  } as Finding;
}

test('what holds on the same targets is told once, with its operator types and places', () => {
  const findings = [
    ...['a', 'b', 'c'].flatMap((target) => [finding(target, 'NonZero', 1), finding(target, 'NonZero', 2)]),
    ...['a', 'b', 'c'].map((target) => finding(target, 'Unique', 3)),
    finding('b', 'NonMaxSuppression', 4),
  ];
  const [{ groups, count }] = groupByRule({ findings }) as [ReturnType<typeof groupByRule>[number]];
  assert.equal(count, 10);
  assert.deepEqual(
    groups.map((group) => [
      group.message.en,
      group.targets.join(' '),
      [...group.likewise],
      group.places.length,
      group.count,
    ]),
    [
      ['NonZero is slow there.', 'a (atc) b (atc) c (atc)', [['Unique', 1]], 3, 9],
      ['NonMaxSuppression is slow there.', 'b (atc)', [], 1, 1],
    ],
  );
});
