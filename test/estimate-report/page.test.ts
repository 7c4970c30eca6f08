import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePlan, type Estimate, type PlanningRequest, plansByDevices, sweep } from '../../core/estimate';
import { answerOf, type EstimateSubject, estimatePage } from '../../core/estimate-report';
import { mergeSettings } from '../../core/lint';
import { lintCheckpoint } from '../../core/lint/checkpoint';
import { readModelDescription } from '../../core/llm';
import { findTarget } from '../../core/targets';
import { deepseekR1 } from '../cli/deepseek-r1';

const model = readModelDescription(JSON.stringify(deepseekR1)).description!;
const findingsOn = (id: string) =>
  lintCheckpoint({ path: '/config.json', text: JSON.stringify(deepseekR1) }, mergeSettings({ targets: [id] })).findings;
const request = (id: string): PlanningRequest => ({
  model,
  target: findTarget(id)!,
  prompt: 1024,
  output: 1024,
  concurrency: 16,
});

function subject(name: string, ...ids: string[]): EstimateSubject {
  const chosen = ids.map((id): [PlanningRequest, Estimate] => [request(id), choosePlan(request(id))!]);
  return {
    name,
    chosen,
    left: [],
    findings: chosen.map(([{ target }]) => findingsOn(target.id)),
    byDevices: ids.length === 1 ? plansByDevices(request(ids[0]!), {}, 3) : [],
    sweeps: chosen.map(([of]) => sweep(of, { devices: 16 })),
    version: '0.0.0',
  };
}

const hostile = '<script>alert(1)</script>"\u202e';

test('a page of one target says whether it fits, how fast it is, and on what that rests', () => {
  const one = subject('DeepSeek-R1', 'sophgo-sc11-fp300');
  const page = estimatePage(one, 'en');
  const [[, estimate]] = one.chosen as [readonly [PlanningRequest, Estimate]];
  for (const text of [
    '<title>DeepSeek-R1 on SC11 FP300',
    '671.0 B parameters (37.6 B active)',
    '8 devices = 4 × SC11 FP300',
    'Memory per device',
    'By number of devices',
    'Roofline of one device',
    'Speed per user against throughput per device',
    'TTFT is a lower bound',
    'Before you rely on it',
    '(llm/expert-routing)',
  ]) {
    assert.ok(page.includes(text), text);
  }
  assert.equal(page.match(/<svg/g)?.length, 4, 'memory, time, roofline, sweep');
  assert.ok(estimate.layers.every(({ name }) => page.includes(name)));
  assert.ok(!/<script|https?:|NaN|undefined|Infinity/.test(page));
});

test('in Chinese nothing of the page’s own text stays English', () => {
  const page = estimatePage(subject('DeepSeek-R1', 'ascend-910b2', 'nvidia-a800'), 'zh-cn');
  const text = page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, '\n')
    .split('\n');
  const sentences = text.filter((line) => /[A-Za-z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(line));
  assert.deepEqual(sentences, []);
  assert.match(page, /并列对比/);
  assert.match(page, /lang="zh-CN"/);
});

test('targets side by side: the first is measured against, each has its own part', () => {
  const page = estimatePage(subject('R1', 'nvidia-a800', 'ascend-910b2', 'ascend-910c'), 'en');
  assert.ok(page.includes('R1 on 3 targets'));
  assert.ok(page.includes('Side by side'));
  assert.equal(page.match(/<svg/g)?.length, 1 + 3 * 2 + 1, 'memory of all, time and roofline of each, one sweep');
});

test('names of a user’s files cannot become markup', () => {
  const page = estimatePage(subject(hostile, 'ascend-910b2'), 'en');
  assert.ok(!page.includes('<script'));
  assert.ok(page.includes('&lt;script&gt;'));
});

test('the answer says what is missing where a model does not fit', () => {
  const none = choosePlan(request('ascend-910b2'), { devices: 8 })!;
  const { en, zh } = answerOf(request('ascend-910b2'), none);
  assert.match(en, /^Does not fit on 8 devices .* needs [\d.]+ GiB of [\d.]+ GiB, [\d.]+ GiB too much\.$/);
  assert.match(zh, /放不下.*超出 [\d.]+ GiB。$/);
});
