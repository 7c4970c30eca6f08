import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  constantNames,
  type EstimateRequest,
  estimate,
  problemOfChange,
  readConstantChange,
  tensorPlan,
} from '../../core/estimate';
import { timeConstants } from '../../core/estimate/time/constants';
import { readModelDescription } from '../../core/llm';
import { findTarget } from '../../core/targets';
import { inRepository } from '../harness/repository';

const model = readModelDescription(
  JSON.stringify({
    model_type: 'qwen3',
    hidden_size: 5120,
    intermediate_size: 25600,
    num_hidden_layers: 64,
    num_attention_heads: 64,
    num_key_value_heads: 8,
    head_dim: 128,
    vocab_size: 151936,
    torch_dtype: 'bfloat16',
  }),
).description!;

const request: EstimateRequest = {
  model,
  target: findTarget('ascend-910b2')!,
  plan: tensorPlan(4),
  prompt: 1024,
  output: 1024,
  concurrency: 16,
};

const tpot = (constants: Record<string, number>) => estimate({ ...request, constants }).estimate?.decode.tpotMs;

describe('changing a constant', () => {
  test('every documented name means something on a chip that has all constants, in both languages', () => {
    const { rows } = timeConstants('910B')!;
    for (const { name, paths, device, memory, says } of constantNames()) {
      assert.match(says.zh, /[一-鿿]/, name);
      if (paths === undefined) assert.ok(device !== undefined || memory !== undefined, name);
      else
        assert.ok(
          [...rows.keys()].some((path) => new RegExp(paths).test(path)),
          name,
        );
    }
  });

  test('every documented name is in the documentation, in both languages', () => {
    for (const file of ['docs/estimates.md', 'docs/estimates.zh-cn.md']) {
      const text = readFileSync(inRepository(file), 'utf8');
      for (const { name } of constantNames()) assert.ok(text.includes(`\`${name}\``), `${file}: ${name}`);
    }
  });

  test('better rates are faster, worse ones slower', () => {
    const usual = tpot({})!;
    assert.ok(tpot({ 'memory.efficiency': 0.95 })! < usual);
    assert.ok(tpot({ 'memory.efficiency': 0.3 })! > usual);
    assert.ok(tpot({ 'memory.bandwidth': 3200 })! < usual);
    assert.ok(tpot({ 'collective.floor': 200 })! > usual);
    assert.ok(tpot({ 'host.step': 0 })! < usual);
    assert.ok(tpot({ 'gemm.wide.memory': 0.3 })! > usual);
  });

  test('memory can be changed too', () => {
    const { usableBytes } = estimate({ ...request, constants: { 'memory.capacity': 32 } }).estimate!.memory;
    assert.ok(usableBytes < 32 * 2 ** 30);
    const kept = estimate({ ...request, constants: { 'memory.reserve': 10 } }).estimate!.memory;
    assert.equal(kept.runtimeBytes, 10 * 2 ** 30);
  });

  test('a change is listed among the assumptions', () => {
    const { assumptions } = estimate({ ...request, constants: { 'host.step': 0 } }).estimate!;
    assert.ok(assumptions.some(({ en }) => en.includes('host.step = 0')));
  });

  test('NAME=VALUE, with or without its unit', () => {
    assert.deepEqual(readConstantChange('memory.efficiency=0.8'), { name: 'memory.efficiency', value: 0.8 });
    assert.deepEqual(readConstantChange('memory.efficiency=80%'), { name: 'memory.efficiency', value: 0.8 });
    assert.deepEqual(readConstantChange('collective.floor = 30us'), { name: 'collective.floor', value: 30 });
    assert.deepEqual(readConstantChange('link.bandwidth=100GB/s'), { name: 'link.bandwidth', value: 100 });
  });

  test('nonsense has a reason, not a result', () => {
    for (const given of [
      'memory.efficiency',
      'memory.efficiency=fast',
      'memory.efficiency=1.5',
      'link.bandwidth=0',
      'collective.floor=3GB/s',
    ]) {
      const read = readConstantChange(given);
      assert.ok('problem' in read, given);
    }
    const { estimate: made, problem } = estimate({ ...request, constants: { 'gemm.wide.memorry': 1 } });
    assert.equal(made, undefined);
    assert.match(problem!.en, /There is no constant gemm.wide.memorry.*memory.efficiency/);
    assert.match(problemOfChange('memory.efficiency', -1)!.zh, /超出范围/);
  });
});
