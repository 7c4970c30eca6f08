import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { apiTable, operatorsOf } from '../../core/targets';
import { inRepository } from '../harness/repository';

const npu = apiTable('torch-npu').support;
const tpu = apiTable('torch-tpu').support;

test('documented support, by PyTorch release', () => {
  assert.equal(npu.inRelease('torch.nn.DataParallel', '2.8')?.supported, false);
  assert.equal(npu.inRelease('torch.nn.functional.gelu')?.supported, true);
  assert.equal(npu.inRelease('torch.Tensor.scatter_', '2.13.0')?.mayRunOnHost, true);
  assert.deepEqual(npu.inRelease('torch.multinomial', '2.7')?.types, { input: ['float16', 'float32'] });
  assert.deepEqual(npu.inRelease('torch.multinomial', '2.7')?.restrictions, []);
  assert.deepEqual(npu.inRelease('torch.topk', '2.13')?.families, { '910B': true, '910C': true, '950': false });
  assert.equal(npu.inRelease('torch.topk', '2.5'), undefined, 'no table of that release');
  assert.equal(tpu.inRelease('torch.zeros', '2.8')?.supported, true);
});

test('what pages state in words, with the limits that check it, by release', () => {
  const stated = (name: string, torch?: string) =>
    npu.inRelease(name, torch)?.restrictions.map(({ text, limits = [] }) => [text.en, ...limits]);
  assert.deepEqual(stated('torch.nn.functional.gelu'), [['approximate is "tanh".', 'gelu-approximate']]);
  assert.deepEqual(stated('torch.nn.GRU', '2.8'), []);
  assert.deepEqual(stated('torch.nn.GRU', '2.13'), [
    ['dropout is not supported.', 'gru-dropout'],
    ['Sequences of different lengths are not supported.'],
  ]);
  assert.deepEqual(
    stated('torch.nn.ConstantPad2d'),
    [['From 6 dimensions on it may be slow.']],
    'no limit is on the layer',
  );
});

test('every limit that a restriction names is one of its API, and the texts are in both languages', () => {
  const table = apiTable('torch-npu');
  let checked = 0;
  for (const [name, groups] of Object.entries(npu.file.apis)) {
    for (const { text, limits = [] } of groups
      .flatMap(([, , , , , stated = []]) => stated)
      .map((at) => npu.file.restrictions[at]!)) {
      assert.match(text.en, /^[^\u4e00-\u9fff]+$/);
      assert.match(text.zh, /[\u4e00-\u9fff]|取值范围|^[\d～ ]+$/);
      for (const id of limits) {
        assert.ok(
          table.limits(name).some((limit) => limit.id === id),
          `${name} ${id}`,
        );
        checked++;
      }
    }
  }
  assert.ok(checked > 80, String(checked));
});

test('a name that no table lists is unknown, not unsupported', () => {
  for (const name of ['torch.no_such_function', '__proto__', 'toString']) assert.equal(npu.find(name), undefined);
  assert.equal(tpu.find('torch.gather'), undefined, 'its column in the manual is blank');
});

test('every row names evidence, releases and types that the file has', () => {
  for (const { file } of [npu, tpu]) {
    for (const [name, groups] of Object.entries(file.apis)) {
      assert.ok(groups.length > 0, name);
      for (const [releases, support, , types, source] of groups) {
        assert.ok(file.releases[releases] && file.sources[source] && /^([yn?]|[yn?]{3})$/.test(support), name);
        assert.ok(types === -1 || file.types[types], name);
      }
    }
    for (const [name, [on, families, , source]] of Object.entries(file.operators)) {
      assert.ok('dhm'.includes(on) && file.sources[source] && (families === -1 || file.families[families]), name);
    }
    for (const { source, version, where } of file.sources) assert.ok(source && version && where);
  }
});

test('operators of an API as PyTorch runs them', () => {
  assert.deepEqual(operatorsOf('torch.nn.functional.gelu')?.always, ['gelu']);
  assert.deepEqual(operatorsOf('torch.nn.functional.conv2d')?.always, ['convolution']);
  assert.ok(operatorsOf('torch.nn.functional.linear')?.sometimes.includes('addmm'), 'with a bias and two dimensions');
  assert.equal(operatorsOf('torch.nn.functional.gelu')?.torch, '2.13.0');
  assert.equal(operatorsOf('torch.no_such_function'), undefined);
});

test('operators without a kernel on the device go to the host', () => {
  assert.deepEqual(tpu.hostOperators('torch.nonzero'), ['nonzero']);
  assert.deepEqual(tpu.hostOperators('torch.roll'), ['roll']);
  const grid = ['grid_sampler_2d', 'grid_sampler_3d'];
  assert.deepEqual(tpu.hostOperators('torch.nn.functional.grid_sample'), grid, 'one of the two, by rank');
  assert.deepEqual(npu.hostOperators('torch.nn.functional.grid_sample'), []);
  assert.deepEqual(tpu.hostOperators('torch.nn.functional.gelu'), []);
  assert.deepEqual(tpu.hostOperators('torch.nn.functional.conv2d'), [], 'registered as convolution_overrideable');
  assert.deepEqual(tpu.hostOperators('torch.clamp'), [], 'on the host with tensors as bounds only');
  assert.deepEqual(tpu.hostOperators('torch.Tensor.item'), [], 'reading one number is no fallback');
  assert.deepEqual(
    tpu.hostOperators('torch.nn.functional.softplus'),
    ['softplus'],
    'its kernel for all calls its own .out',
  );
  const any = ['any', 'any.dim', 'any.dims'];
  assert.deepEqual(tpu.hostOperators('torch.any'), any, 'the last is computed by the second');
  assert.deepEqual(npu.hostOperators('torch.nn.functional.gelu'), []);
  assert.deepEqual(npu.hostOperators('torch.no_such_function'), []);
});

test('the tables stay small enough to ship', () => {
  const sizes = ['torch-npu', 'torch-tpu', 'torch-aten'].map((name) => {
    const file = inRepository('rules/operators', `${name}.json`);
    assert.ok(statSync(file).size > 10_000);
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))).length;
  });
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 520_000, sizes.join());
});
