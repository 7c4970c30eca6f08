import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  estimateTraining,
  layerActivationBytes,
  modelStates,
  type TrainingRequest,
  trainingFlops,
  trainingMemory,
} from '../../core/estimate';
import { readModelDescription } from '../../core/llm';
import { findTarget } from '../../core/targets';

/** Within a share of a published figure. */
function near(value: number, published: number, share = 0.01): void {
  assert.ok(Math.abs(value / published - 1) <= share, `${value} against ${published}`);
}

const llama70b = readModelDescription(
  JSON.stringify({
    model_type: 'llama',
    hidden_size: 8192,
    intermediate_size: 28672,
    num_hidden_layers: 80,
    num_attention_heads: 64,
    num_key_value_heads: 8,
    vocab_size: 128256,
    torch_dtype: 'bfloat16',
  }),
).description!;

const base: TrainingRequest = {
  model: llama70b,
  plan: { data: 64, tensor: 8, pipeline: 1, expert: 1, zero: 1 },
  sequenceLength: 4096,
  microBatch: 1,
  accumulation: 8,
  recomputation: 'selective',
  sequenceParallel: true,
  flashAttention: true,
  optimizer: 'adam',
  gradientsInF32: false,
};

describe('training memory', () => {
  test('ZeRO, figure 1: 7.5 B parameters on 64 ranks take 120, 31.4, 16.6 and 1.9 GB', () => {
    const published = [120, 31.4, 16.6, 1.9];
    for (const [stage, gigabytes] of published.entries()) {
      const states = modelStates([{ parameters: 7.5e9, replicas: 64 }], stage as 0 | 1 | 2 | 3, 'adam', false);
      near((states.weightsBytes + states.gradientsBytes + states.optimizerBytes) / 1e9, gigabytes, 0.02);
    }
  });

  test('Korthikanti et al., table 2: s b h (34 + 5 a s / h) of a GPT layer, and with tensor and sequence parallelism', () => {
    // GPT-3: a = 96, s = 2048, h = 12288, 5 a s / h = 80.
    const gpt = {
      tokens: 2048,
      sequenceLength: 2048,
      hiddenSize: 12288,
      heads: 96,
      projectedBytes: 8 * 12288,
      networkBytes: 16 * 12288,
      dropout: true,
      keepsScores: true,
      tensor: 1,
      sequenceParallel: false,
    };
    const sbh = 2048 * 12288;
    near(layerActivationBytes(gpt) / sbh, 34 + 80, 1e-9);
    near(layerActivationBytes({ ...gpt, tensor: 8 }) / sbh, 10 + 24 / 8 + 80 / 8, 1e-9);
    near(layerActivationBytes({ ...gpt, tensor: 8, sequenceParallel: true }) / sbh, (34 + 80) / 8, 1e-9);
    near(layerActivationBytes({ ...gpt, tensor: 8, sequenceParallel: true, keepsScores: false }) / sbh, 34 / 8, 1e-9);
  });

  test('16 bytes per parameter of Adam in mixed precision, divided over tensor ranks', () => {
    const { parameters, weightsBytes, gradientsBytes, optimizerBytes } = trainingMemory({
      ...base,
      plan: { ...base.plan, zero: 0 },
    });
    near(parameters * 8, 70.55e9, 0.01);
    near((weightsBytes + gradientsBytes + optimizerBytes) / parameters, 16, 1e-9);
  });

  test('each stage of ZeRO, each recomputation takes less than the one before', () => {
    const totals = ([0, 1, 2, 3] as const).map(
      (zero) => trainingMemory({ ...base, plan: { ...base.plan, zero } }).totalBytes,
    );
    for (const [index, total] of totals.entries()) assert.ok(index === 0 || total < totals[index - 1]!);
    const kept = (['none', 'selective', 'full'] as const).map(
      (recomputation) => trainingMemory({ ...base, recomputation, flashAttention: false }).activationBytes,
    );
    assert.ok(kept[0]! > kept[1]! && kept[1]! > kept[2]!);
  });
});

describe('training time', () => {
  test('6 operations per parameter and token: Llama 3 405B needs 3.8e25 for 15.6 T tokens', () => {
    const llama405b = {
      ...llama70b,
      hiddenSize: 16384,
      layers: [{ count: 126, feedForward: { kind: 'dense', width: 53248, bias: false } as const }],
    };
    const attention = { ...llama70b.attention, heads: 128 } as typeof llama70b.attention;
    // The report counts 6 N D without attention's scores.
    near(trainingFlops({ ...llama405b, attention }, 15.6e12, 1), 3.8e25, 0.02);
  });

  test('the time of a step follows the published utilisation, and the band its spread', () => {
    const { estimate } = estimateTraining({ ...base, target: findTarget('nvidia-h100')! });
    const step = estimate!.step!;
    assert.ok(step.band.low < step.seconds && step.seconds < step.band.high);
    // Llama 3: 380 to 430 TFLOPS per H100.
    const perDevice = step.flops / step.seconds / estimate!.devices / 1e12;
    assert.ok(perDevice > 350 && perDevice < 500, String(perDevice));
  });

  test('A800 to 910B, the port of many: both are answered, the Ascend one with its assumption', () => {
    const [a800, ascend] = ['nvidia-a800', 'ascend-910b2'].map(
      (id) => estimateTraining({ ...base, target: findTarget(id)! }).estimate!,
    );
    assert.equal(a800!.memory.fit, 'fits');
    assert.equal(ascend!.devices, a800!.devices);
    assert.match(ascend!.assumptions.map(({ en }) => en).join('\n'), /No utilisation of a dense model on Ascend/);
  });

  test('no time is invented where no training is published', () => {
    const { estimate } = estimateTraining({ ...base, target: findTarget('sophgo-sc11-fp300')! });
    assert.equal(estimate!.step, undefined);
    assert.match(estimate!.assumptions.map(({ en }) => en).join('\n'), /no time is estimated/);
  });
});
