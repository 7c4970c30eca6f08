import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type EstimateRequest, estimate, tensorPlan } from '../../core/estimate';
import { findTarget } from '../../core/targets';
import { publishedModel, withoutPublishedModels } from '../harness/published-models';

const skip = withoutPublishedModels;

function made(request: EstimateRequest) {
  const { estimate: one, problem } = estimate(request);
  assert.ok(one, problem?.en);
  return one;
}

const r1 = () => publishedModel('deepseek-ai/DeepSeek-R1');
const wide = { devices: 32, tensor: 1, pipeline: 1, expert: 32, data: 32 };
const load = { prompt: 4096, output: 1024, concurrency: 1024 };
const h800 = () => ({ model: r1(), target: findTarget('nvidia-h800')!, plan: wide, ...load, disaggregated: true });

describe('serving', { skip }, () => {
  test('absorbed attention decodes; a long chunk decompresses, a short one does not (break-even near 171 tokens)', () => {
    const request = { ...h800(), plan: tensorPlan(8), concurrency: 1 };
    assert.ok(made(request).layers.some(({ name }) => name === 'absorbed W_UK'));
    // Prefill costs less per token naive: 81,920 operations per pair, not 278,528.
    const long = made({ ...request, prompt: 8192 }).prefill.ttftMs;
    const short = made({ ...request, prompt: 4096 }).prefill.ttftMs;
    assert.ok(long / short < 3);
  });

  test('sparse attention (V3.2) stops growing with the context, its indexer does not', () => {
    const request = { ...h800(), model: publishedModel('deepseek-ai/DeepSeek-V3.2'), output: 1 };
    const at = (prompt: number) => {
      const { layers } = made({ ...request, prompt });
      const flops = (name: string) => layers.find((one) => one.name === name)!.flops;
      return { core: flops('latent attention'), indexer: flops('indexer') };
    };
    assert.equal(at(16384).core, at(65536).core);
    assert.ok(at(65536).indexer > 3.9 * at(16384).indexer);
  });

  test('a draft lengthens the step by less than it saves: CloudMatrix384 measured 1.44 of a layer’s time', () => {
    const plain = made(h800()).decode.tpotMs;
    const drafted = made({ ...h800(), draft: { tokens: 1, acceptance: 0 } }).decode.tpotMs;
    assert.ok(drafted / plain > 1.1 && drafted / plain < 2, String(drafted / plain));
    assert.ok(made({ ...h800(), draft: { tokens: 1, acceptance: 0.85 } }).decode.tpotMs < plain);
  });

  test('dispatch and combination on 128 ranks take what DeepEP publishes: 192 and 369 µs for 128 tokens', () => {
    const plan = { devices: 128, tensor: 1, pipeline: 1, expert: 128, data: 128 };
    const { layers } = made({ ...h800(), plan, concurrency: 128 * 128 });
    const time = (name: string) => layers.find((one) => one.name === name)!.timeUs;
    assert.ok(Math.abs(time('dispatch') / 192 - 1) < 0.1, String(time('dispatch')));
    assert.ok(Math.abs(time('combine') / 369 - 1) < 0.1, String(time('combine')));
  });

  test('separate pools: prefill replicas that keep up, and the speed over both', () => {
    const one = made({ ...h800(), prefillPlan: wide });
    const { disaggregation, decode } = one;
    assert.ok(disaggregation !== undefined);
    assert.ok(disaggregation.prefillReplicas > 0);
    assert.ok(disaggregation.tokensPerSecondPerDevice < decode.tokensPerSecondPerDevice);
    // 4096 tokens of 70,272 bytes over one port of the network.
    const bytes = 4096 * 70272;
    assert.ok(disaggregation.transferMs > (bytes / 100e9) * 1000 && disaggregation.transferMs < (bytes / 5e9) * 1000);
    assert.equal(made(h800()).disaggregation, undefined);
  });

  test('prefill that shares steps costs less than prefill by itself (chunked prefill)', () => {
    const request = {
      model: publishedModel('Qwen/Qwen3-32B'),
      target: findTarget('nvidia-h100')!,
      plan: tensorPlan(2),
    };
    const shared = made({ ...request, prompt: 512, output: 128, concurrency: 32, engine: 'vllm' });
    const { decode } = made({
      ...request,
      prompt: 512,
      output: 128,
      concurrency: 32,
      engine: 'vllm',
      disaggregated: true,
    });
    const held = shared.decode.tpotMs - decode.tpotMs;
    assert.ok(held > 0 && held < (32 / 128) * shared.prefill.ttftMs, String(held));
  });

  test('replicas that share experts wait for one another’s prefill', () => {
    const plan = { devices: 16, tensor: 4, pipeline: 1, expert: 16, data: 4 };
    const request = { ...h800(), target: findTarget('ascend-910c')!, plan, weights: 'int8' as const, concurrency: 64 };
    const apart = made(request).decode.tpotMs;
    const together = made({ ...request, disaggregated: false }).decode.tpotMs;
    assert.ok(together > apart);
  });

  test('the estimate names its class, the error of it, and the nearest measurement', () => {
    const one = made({
      ...h800(),
      plan: { ...wide, devices: 128, expert: 128, data: 128 },
      concurrency: 16384,
      prompt: 4095,
      output: 1,
    });
    assert.equal(one.validation.class, 'large-expert');
    assert.ok(one.validation.medianError > 0 && one.validation.medianError < 0.5);
    assert.equal(one.validation.nearest?.id, 'DS-H800-prof-decode');
    assert.equal(one.validation.nearest?.measured, 2325);
    const other = made({
      model: publishedModel('Qwen/Qwen3-8B'),
      target: findTarget('sophgo-bm1684x')!,
      plan: tensorPlan(1),
      ...load,
      concurrency: 1,
      weights: 'w4',
    });
    assert.equal(other.validation.class, 'sophgo');
    assert.match(other.validation.nearest!.id, /^SO-/);
  });

  test('an exported model computes its whole length, and the host launches it once', () => {
    const request = {
      model: publishedModel('Qwen/Qwen3-8B'),
      target: findTarget('sophgo-sc11-fp300')!,
      plan: tensorPlan(1),
      weights: 'w4' as const,
      prompt: 128,
      output: 3968,
      concurrency: 1,
    };
    const [served, exported] = (['vllm-tpu', 'llm-tpu'] as const).map((route) => made({ ...request, route }));
    const reads = (one: typeof served) => one!.layers.find(({ name }) => name === 'attention')!.bytes;
    // Half of the output on average against all of it.
    assert.ok(reads(exported) / reads(served) > 1.8);
    assert.ok(served!.decode.tpotMs > (36 * 800) / 1000);
    assert.ok(exported!.decode.tpotMs < served!.decode.tpotMs);
  });

  test('copies of busy experts take memory', () => {
    const weights = (redundantExperts: number) => made({ ...h800(), redundantExperts }).memory.weightsBytes;
    // 32 of 256 experts over 32 ranks: one more expert per rank and layer, 44 MB each in FP8.
    assert.ok(Math.abs((weights(32) - weights(0)) / (58 * 3 * 7168 * 2048) - 1) < 0.01);
  });

  test('constants that are assumptions are listed with their reason', () => {
    const one = made({ ...h800(), target: findTarget('sophgo-sc11-fp300')!, plan: tensorPlan(8), concurrency: 1 });
    const said = one.assumptions.map(({ en }) => en).join('\n');
    assert.match(said, /Assumed: .*hostUsPerLayer = 800/);
    assert.match(said, /No measurement of communication between these chips/);
    assert.ok(one.band.high / one.band.low > 3);
  });
});
