import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  candidatePlans,
  choosePlan,
  type EstimateRequest,
  estimate,
  plansByDevices,
  sweep,
  tensorPlan,
} from '../../core/estimate';
import { servingTable } from '../../core/estimate/serving-table';
import { timeConstants } from '../../core/estimate/time/constants';
import { allChips, findTarget } from '../../core/targets';
import { publishedModel, withoutPublishedModels } from '../harness/published-models';

const skip = withoutPublishedModels;

function requestOf(model: string, target: string, devices: number, more: Partial<EstimateRequest> = {}) {
  const load = { prompt: 1024, output: 1024, concurrency: 16 };
  return { model: publishedModel(model), target: findTarget(target)!, plan: tensorPlan(devices), ...load, ...more };
}

function made(request: EstimateRequest) {
  const { estimate: one, problem } = estimate(request);
  assert.ok(one, problem?.en);
  return one;
}

describe('time', { skip }, () => {
  const llama = 'meta-llama/Llama-3.1-70B';

  test('operations of a decode step are two per active parameter and token, attention aside', () => {
    const request = requestOf(llama, 'nvidia-h200', 1, { weights: 'fp8', concurrency: 1 });
    const flops = made(request)
      .layers.filter(({ kind }) => kind === 'matmul')
      .reduce((sum, { count, flops }) => sum + count * flops, 0);
    // 70.55 B parameters, of which the embedding of 128256 x 8192 is looked up, not multiplied.
    assert.ok(Math.abs(flops / (2 * (70.5537e9 - 128256 * 8192)) - 1) < 0.001, String(flops));
  });

  test('absorbed latent attention: 278,528 operations per query and key pair over 128 heads', () => {
    const request = requestOf('deepseek-ai/DeepSeek-R1', 'nvidia-h200', 1, { concurrency: 1, prompt: 4096 });
    const core = made(request).layers.find(({ name }) => name === 'latent attention');
    assert.equal(core?.flops, 278528 * (4096 + 512));
    assert.equal(core?.bytes, 1152 * (4096 + 512));
  });

  test('no step is shorter than its bytes over the bandwidth', () => {
    for (const concurrency of [1, 8, 64]) {
      const one = made(requestOf(llama, 'nvidia-h200', 1, { weights: 'fp8', concurrency }));
      assert.ok(one.decode.tpotMs > (one.memory.weightsBytes / 4.8e12) * 1000);
    }
  });

  test('more sequences: slower for each, more in all', () => {
    const loads = [1, 4, 16, 64].map((concurrency) => made(requestOf(llama, 'nvidia-h200', 4, { concurrency })).decode);
    for (const [index, load] of loads.entries()) {
      const before = loads[index - 1];
      if (before === undefined) continue;
      assert.ok(load.tpotMs > before.tpotMs);
      assert.ok(load.tokensPerSecond > before.tokensPerSecond);
    }
  });

  test('prefill elsewhere is faster, and without graphs nothing is faster', () => {
    const request = requestOf('Qwen/Qwen3-32B', 'ascend-910b2', 4);
    const { tpotMs } = made(request).decode;
    assert.ok(made({ ...request, disaggregated: true }).decode.tpotMs < tpotMs);
    assert.ok(made({ ...request, eager: true }).decode.tpotMs > tpotMs);
  });

  test('a chip without FP8 is estimated with INT8 weights, and it is said', () => {
    const one = made(requestOf('deepseek-ai/DeepSeek-R1', 'ascend-910b2', 16));
    assert.equal(one.weights, 'int8');
    assert.match(one.assumptions.map(({ en }) => en).join('\n'), /checkpoint is fp8/);
  });

  test('a chip without figures has no estimate but a reason', () => {
    const { estimate: one, problem } = estimate(requestOf('Qwen/Qwen3-8B', 'ascend-310p', 1));
    assert.equal(one, undefined);
    assert.match(problem?.en ?? '', /none are guessed/);
  });
});

describe('planning', { skip }, () => {
  const load = { prompt: 1024, output: 1024, concurrency: 1 };
  const r1 = () => ({
    model: publishedModel('deepseek-ai/DeepSeek-R1'),
    target: findTarget('sophgo-sc11-fp300')!,
    ...load,
  });

  test('DeepSeek-R1 on the SC11 FP300: three cards load it and leave little, four run it by tensor parallelism', () => {
    const [fewest, next] = plansByDevices(r1(), {}, 2);
    assert.deepEqual([fewest?.plan.devices, fewest?.memory.fit], [6, 'tight']);
    assert.deepEqual([next?.plan.devices, next?.memory.fit], [8, 'fits']);
    const best = choosePlan(r1())!;
    assert.deepEqual(best.plan, tensorPlan(8));
    // No kernel of this chip is published: the band says so.
    assert.ok(best.band.high / best.band.low > 4);
    assert.match(best.assumptions.map(({ en }) => en).join('\n'), /bm1684x/);
  });

  test('vllm-tpu: at most 16 tensor ranks for DeepSeek, no expert parallelism', () => {
    const { model, target } = r1();
    for (const devices of [8, 16, 32, 64]) {
      for (const plan of candidatePlans(model, target, devices)) {
        assert.ok(plan.tensor <= 16 && plan.expert === 1 && plan.data === 1);
      }
    }
  });

  test('plans use exactly the devices given', () => {
    const model = publishedModel('deepseek-ai/DeepSeek-R1');
    for (const plan of candidatePlans(model, findTarget('ascend-910b2')!, 48)) {
      assert.equal(plan.tensor * plan.pipeline * plan.data, 48);
    }
  });

  test('a limit that no plan holds leaves the nearest, which does not fit', () => {
    assert.equal(choosePlan(r1(), { devices: 2 })?.memory.fit, 'no');
  });

  test('each point of a sweep is slower per user and has more throughput per device than the one before', () => {
    const points = sweep({ ...r1(), target: findTarget('ascend-910b2')! }, { devices: 16 });
    assert.ok(points.length > 4);
    for (const [index, { estimate: one }] of points.entries()) {
      const before = points[index - 1]?.estimate.decode;
      if (before === undefined) continue;
      assert.ok(one.decode.tokensPerSecondPerUser <= before.tokensPerSecondPerUser);
      assert.ok(one.decode.tokensPerSecondPerDevice > before.tokensPerSecondPerDevice);
    }
  });
});

test('constants of every family that has some are shares and positive times, with evidence', () => {
  let families = 0;
  for (const family of new Set(allChips().map((chip) => chip.family))) {
    const constants = timeConstants(family);
    if (constants === undefined) continue;
    families++;
    assert.ok(constants.evidence.length > 0, family);
    for (const [name, row] of constants.rows) {
      assert.ok(
        row.evidence.length > 0 || row.assumption !== undefined,
        `${family} ${name} has neither evidence nor reason`,
      );
      if (/compute$|memory$|efficiency$|^attention\.(prefill|latent)$|exposed$|graphFloor$/i.test(name))
        assert.ok(row.value > 0 && row.value <= 1, name);
      else assert.ok(row.value >= 0, `${family} ${name}`);
    }
  }
  assert.ok(families >= 10);
});

test('what engines do where a request does not say has a source or a reason', { skip }, () => {
  const { sources, ...rows } = servingTable();
  for (const [name, row] of Object.entries(rows) as [string, { evidence?: number[]; assumption?: { zh: string } }][]) {
    if (name === 'about') continue;
    const known = row.evidence?.every((index) => sources[index] !== undefined);
    assert.ok(known === true || row.assumption !== undefined, name);
  }
  // No source has a link between the chips of an Atlas 300I Duo; several 910B have one.
  const said = (target: string) =>
    made(requestOf('Qwen/Qwen3-8B', target, 2, { weights: 'int8' }))
      .assumptions.map(({ en }) => en)
      .join('\n');
  assert.match(said('ascend-atlas-300i-duo'), /No link between these devices is known/);
  assert.doesNotMatch(said('ascend-910b2'), /No link between/);
});
