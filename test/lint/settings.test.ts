import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planDestinations } from '../../core/lint/plan';
import { defaultSettings, mergeSettings, precisionOf } from '../../core/lint/settings';
import { reaches, severities, thresholds } from '../../core/lint/severity';
import { allTargets } from '../../core/targets';

const ignore = (rule: string) => ({ rule, reason: 'known', configuration: '/portolan.config.json' });

test('later layers win; lists of targets replace each other, precisions and levels merge, ignores add up', () => {
  const merged = mergeSettings(
    {
      targets: ['ascend-310p'],
      precision: new Map([['*', 'f16']]),
      levels: new Map([
        ['a', 'off'],
        ['b', 'off'],
      ]),
      ignores: [ignore('a')],
      threshold: 'hint',
    },
    {
      targets: ['ascend-910b2', 'sophgo-bm1684'],
      precision: new Map([['sophgo-bm1684', 'int8']]),
      levels: new Map([['b', 'error']]),
      ignores: [ignore('b')],
    },
  );
  assert.deepEqual(merged.targets, ['ascend-910b2', 'sophgo-bm1684']);
  assert.equal(precisionOf(merged, 'sophgo-bm1684'), 'int8');
  assert.equal(precisionOf(merged, 'ascend-910b2'), 'f16');
  assert.deepEqual(
    [...merged.levels],
    [
      ['a', 'off'],
      ['b', 'error'],
    ],
  );
  assert.deepEqual(
    merged.ignores.map(({ rule }) => rule),
    ['a', 'b'],
  );
  assert.equal(merged.threshold, 'hint');
});

test('nothing said is the default, whose targets can be planned', () => {
  assert.deepEqual(mergeSettings(), defaultSettings);
  assert.deepEqual(planDestinations(defaultSettings).problems, []);
});

const planned = (targets: string[], routes: ('tpu-mlir' | 'atc' | 'ort-cann')[] = []) =>
  planDestinations({ targets, routes }).destinations.map(({ target, route }) => `${target.id} ${route}`);

test('a target takes its default route, or those of its own that are named', () => {
  assert.deepEqual(planned(['sophgo-sc11-fp300', 'ascend-910b2']), ['sophgo-sc11-fp300 tpu-mlir', 'ascend-910b2 atc']);
  assert.deepEqual(planned(['ascend-910b2'], ['ort-cann']), ['ascend-910b2 ort-cann']);
  assert.deepEqual(planned(['ascend-910b2'], ['ort-cann', 'atc']), ['ascend-910b2 atc', 'ascend-910b2 ort-cann']);
  assert.deepEqual(planned(['sophgo-bm1684'], ['atc']), ['sophgo-bm1684 tpu-mlir']);
});

test('a target that is named twice is planned once', () => {
  assert.deepEqual(planned(['ascend-910b2', 'ascend-910b2']), ['ascend-910b2 atc']);
});

test('every target with a route for graphs can be planned, every other is told', () => {
  for (const { id, routes } of allTargets()) {
    const { destinations, problems } = planDestinations({ targets: [id], routes: [] });
    assert.equal(destinations.length, routes.graph.length > 0 ? 1 : 0, id);
    assert.deepEqual(
      problems.map(({ code }) => code),
      routes.graph.length > 0 ? [] : ['settings/target-without-route'],
      id,
    );
  }
});

test('a threshold is reached by what is as bad or worse; silent reaches all but never', () => {
  for (const threshold of thresholds) {
    const reaching = severities.filter((severity) => reaches(severity, threshold));
    const expected = threshold === 'never' ? [] : severities.slice(severities.indexOf(threshold));
    assert.deepEqual(reaching, expected);
  }
});
