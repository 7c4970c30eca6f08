import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  allRouteLimits,
  candidatePlans,
  estimate,
  type Plan,
  planIsAllowed,
  type RouteQuestion,
  refusalsOf,
  tensorPlan,
} from '../../core/estimate';
import type { ModelDescription } from '../../core/llm';
import { findTarget } from '../../core/targets';
import { publishedModel, withoutPublishedModels } from '../harness/published-models';

const skip = withoutPublishedModels;

const r1 = () => publishedModel('deepseek-ai/DeepSeek-R1');
const brokenIds = (question: RouteQuestion) => refusalsOf(question).map(({ limit }) => limit.id);
const question = (target: string, model: ModelDescription, more: Partial<RouteQuestion> = {}): RouteQuestion => ({
  target: findTarget(target)!,
  model,
  ...more,
});

test('every limit has evidence, both languages, and no place that nothing fills', () => {
  const known = ['heads', 'keyValueHeads', 'tensor', 'expert', 'ranks', 'headsPerRank', 'expertWidth', 'weights'];
  known.push('cache', 'method', 'architecture', 'family');
  const ids = new Set<string>();
  for (const { id, message, instead, evidence } of allRouteLimits()) {
    assert.ok(!ids.has(id), id);
    ids.add(id);
    assert.ok(evidence.length > 0 && evidence.every(Boolean), id);
    for (const text of [message.en, message.zh, instead?.en ?? '', instead?.zh ?? '']) {
      for (const [, place] of text.matchAll(/\{(\w+)\}/g)) assert.ok(known.includes(place!), `${id}: ${place}`);
    }
    assert.match(message.zh, /[一-鿿]/, id);
  }
});

describe('limits of routes', { skip }, () => {
  test('vllm-tpu runs DeepSeek-R1 over 1, 2, 4, 8 or 16 tensor ranks and no others', () => {
    const allowed = Array.from({ length: 64 }, (_, index) => index + 1).filter((devices) =>
      planIsAllowed({ ...question('sophgo-sc11-fp300', r1()), plan: tensorPlan(devices) }),
    );
    assert.deepEqual(allowed, [1, 2, 4, 8, 16]);
  });

  test('vllm-ascend with graphs: at most four tensor ranks of latent attention on 910B, eight and more without', () => {
    const plan: Plan = { devices: 16, tensor: 8, pipeline: 1, expert: 16, data: 2 };
    const asked = question('ascend-910b2', r1(), { weights: 'int8', plan });
    assert.deepEqual(brokenIds(asked), ['latent-attention-graph']);
    assert.match(refusalsOf(asked)[0]!.message.en, /128 heads over 8 ranks leave 16/);
    assert.deepEqual(brokenIds({ ...asked, eager: true }), []);
    assert.deepEqual(brokenIds({ ...asked, plan: { ...plan, tensor: 4, data: 4 } }), []);
  });

  test('FP8 on 910B and 910C is refused with W8A8 as the way out; on 950 it is not', () => {
    for (const target of ['ascend-910b2', 'ascend-910c']) {
      const [refusal] = refusalsOf(question(target, r1()));
      assert.equal(refusal?.limit.id, 'no-fp8');
      assert.match(refusal?.instead?.en ?? '', /W8A8/);
    }
    assert.deepEqual(brokenIds(question('ascend-950', r1())), []);
  });

  test('310P: no latent attention, no FP8, no BF16, no moving of caches', () => {
    const asked = question('ascend-310p', r1(), { disaggregated: true });
    assert.deepEqual(
      [...brokenIds(asked)].sort(),
      ['latent-attention-310p', 'no-bf16-310p', 'no-disaggregation-310p', 'no-fp8'].sort(),
    );
  });

  test('vllm-tpu: DeepSeek only in FP8, a 16-bit cache, no drafts', () => {
    const asked = question('sophgo-sc11-fp300', r1(), { weights: 'bf16', cache: 'fp8', drafts: true });
    assert.deepEqual(brokenIds(asked), ['latent-attention-weights', 'cache-type', 'no-speculation']);
  });

  test('llm_convert has no converter for DeepSeek', () => {
    const ids = brokenIds(question('sophgo-sc11-fp300', r1(), { route: 'llm-tpu' }));
    assert.ok(ids.includes('model-types') && ids.includes('export-methods'), ids.join());
    assert.deepEqual(brokenIds(question('sophgo-bm1684x', publishedModel('Qwen/Qwen3-8B'))), []);
  });

  test('an estimate of what the route refuses says so', () => {
    const request = { ...question('sophgo-sc11-fp300', r1()), prompt: 512, output: 512, concurrency: 1 };
    const made = estimate({ ...request, plan: tensorPlan(8), cache: 'fp8' }).estimate;
    assert.deepEqual(
      made?.refusals.map(({ limit }) => limit.id),
      ['cache-type'],
    );
    assert.deepEqual(estimate({ ...request, plan: tensorPlan(8) }).estimate?.refusals, []);
  });

  test('plans that are proposed break no limit of the route', () => {
    for (const target of ['sophgo-sc11-fp300', 'ascend-910b2', 'nvidia-h200', 'ascend-310p']) {
      for (const devices of [8, 12, 16, 64]) {
        for (const plan of candidatePlans(r1(), findTarget(target)!, devices)) {
          assert.ok(planIsAllowed({ ...question(target, r1()), plan }), `${target} ${JSON.stringify(plan)}`);
        }
      }
    }
  });
});
