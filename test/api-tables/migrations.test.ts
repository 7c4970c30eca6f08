import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ScriptRoute } from '../../core/model';
import { allChips, apiTable } from '../../core/targets';

const routes: readonly ScriptRoute[] = ['torch-npu', 'torch-tpu'];
const chinese = /[\u4e00-\u9fff]/;

/** Every object below `value`, with the path to it. */
function* objects(value: unknown, path = ''): Generator<readonly [path: string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, member] of Object.entries(value)) yield* objects(member, `${path}/${key}`);
}

for (const route of routes) {
  describe(`rules/migrations/${route}.json`, () => {
    const { file } = apiTable(route);

    test('every row has evidence with a source, a version and a place', () => {
      const {
        device,
        releases,
        cuda,
        environment,
        libraries,
        collectives,
        reductions,
        kernels,
        shims,
        dtypes,
        limits,
      } = file;
      const maps = [cuda, environment, collectives, reductions, shims].flatMap((map) => Object.values(map));
      const rows = [device, releases, ...maps, ...libraries, ...kernels, ...limits, ...Object.values(dtypes).flat()];
      const breaks = Object.values(shims).flatMap((shim) => shim.breaks);
      for (const row of [...rows, ...breaks]) {
        assert.ok(row.evidence.length > 0, JSON.stringify(row));
        for (const { source, version, where } of row.evidence)
          assert.ok(source && version && where, JSON.stringify(row));
      }
    });

    test('every text is in both languages, and the Chinese is Chinese', () => {
      let texts = 0;
      for (const [path, object] of objects(file)) {
        if (!('en' in object || 'zh' in object)) continue;
        texts++;
        assert.ok(typeof object.en === 'string' && object.en !== '' && !chinese.test(object.en), path);
        assert.ok(typeof object.zh === 'string' && object.zh !== '', path);
        // A line of code reads the same in both.
        if (object.en !== object.zh) assert.match(object.zh, chinese, path);
      }
      assert.ok(texts > 50);
    });

    test('ids are unique, and chip families exist', () => {
      const families = new Set(allChips().map(({ family }) => family));
      for (const rows of [file.limits, file.libraries, file.kernels]) {
        const ids = rows.map(({ id }) => id);
        assert.deepEqual(ids, [...new Set(ids)]);
      }
      for (const [path, { families: named }] of objects(file)) {
        for (const family of (named ?? []) as string[]) assert.ok(families.has(family), `${path}: ${family}`);
      }
    });
  });
}

/** route, name of torch.cuda -> support, replacement. */
const cuda: readonly (readonly [ScriptRoute, string, string | undefined, string?])[] = [
  ['torch-npu', 'torch.cuda.synchronize', 'same', 'torch.npu.synchronize'],
  ['torch-npu', 'torch.cuda.get_device_capability', 'different', 'torch.npu.get_device_capability'],
  ['torch-npu', 'torch.cuda.CUDAGraph', 'different', 'torch.npu.NPUGraph'],
  ['torch-npu', 'torch.cuda.memory_usage', 'missing'],
  ['torch-npu', 'torch.cuda.OutOfMemoryError', 'same', 'torch.OutOfMemoryError'],
  ['torch-npu', 'torch.cuda.is_bf16_supported', 'same', 'torch.npu.is_bf16_supported'],
  ['torch-npu', 'torch.cuda.nvtx.range_push', 'same', 'torch_npu.npu.mstx.range_push'],
  ['torch-npu', 'torch.cuda.no_such_name', undefined],
  ['torch-npu', 'torch.cuda.constructor', undefined],
  ['torch-tpu', 'torch.cuda.synchronize', 'same', 'torch.tpu.synchronize'],
  ['torch-tpu', 'torch.cuda.mem_get_info', 'unverified', 'torch.tpu.mem_get_info'],
  ['torch-tpu', 'torch.cuda.get_device_capability', 'different', 'torch.tpu.get_device_capability'],
  ['torch-tpu', 'torch.cuda.empty_cache', 'unverified', 'torch.tpu.empty_cache'],
  ['torch-tpu', 'torch.cuda.nvtx.mark', 'missing'],
  ['torch-tpu', 'torch.cuda.CUDAGraph', 'same', 'torch.tpu.TPUGraph'],
];

test('names of torch.cuda', () => {
  for (const [route, name, support, replacement] of cuda) {
    const row = apiTable(route).cudaApi(name);
    assert.equal(row?.support, support, `${route} ${name}`);
    assert.equal(row?.replacement, replacement, `${route} ${name}`);
  }
});

test('libraries are found by module and by requirement; what is not listed is unknown', () => {
  const npu = apiTable('torch-npu');
  assert.equal(npu.library('flash_attn.bert_padding')?.id, 'flash-attn');
  assert.equal(npu.library('torchvision.ops.nms')?.id, 'torchvision-ops');
  assert.equal(npu.library('torchvision.transforms'), undefined);
  assert.equal(npu.library('flash_attn_extra'), undefined);
  assert.equal(npu.distribution('Flash_Attn')?.id, 'flash-attn');
  assert.equal(npu.distribution('numpy'), undefined);
  assert.equal(npu.library('bitsandbytes')?.status, 'replace');
  assert.equal(apiTable('torch-tpu').library('triton')?.status, 'none');
});

test('what PyTorch itself says of a name: its effect without CUDA, and its portable form', () => {
  const npu = apiTable('torch-npu');
  const tpu = apiTable('torch-tpu');
  assert.equal(npu.cudaApi('torch.cuda.synchronize')?.withoutCuda?.effect, 'raises');
  assert.equal(npu.cudaApi('torch.cuda.manual_seed_all')?.withoutCuda?.effect, 'ignored');
  assert.equal(npu.cudaApi('torch.cuda.device_count')?.withoutCuda?.answer, '0');
  assert.equal(npu.cudaApi('torch.cuda.empty_cache')?.portable?.name, 'torch.accelerator.memory.empty_cache');
  assert.equal(npu.cudaApi('torch.cuda.empty_cache')?.portable?.since, '2.9');
  assert.equal(npu.cudaApi('torch.cuda.OutOfMemoryError')?.portable?.name, 'torch.OutOfMemoryError');
  assert.equal(tpu.cudaApi('torch.cuda.current_device')?.portable?.since, '2.6');
  assert.equal(tpu.cudaApi('torch.cuda.synchronize')?.portable, undefined, 'torch_tpu does not implement it');
  assert.equal(npu.cudaApi('torch.backends.cudnn.benchmark')?.withoutCuda?.effect, 'ignored');
});

test('collectives and reductions', () => {
  const tpu = apiTable('torch-tpu');
  assert.equal(tpu.collective('torch.distributed.reduce_scatter_tensor')?.verdict, 'unsupported');
  assert.equal(tpu.collective('all_reduce')?.verdict, 'native');
  assert.equal(tpu.collective('send')?.verdict, 'unknown');
  assert.equal(tpu.reduction('torch.distributed.ReduceOp.AVG')?.verdict, 'unsupported');
  assert.equal(tpu.reduction('SUM')?.verdict, 'native');
  assert.equal(apiTable('torch-npu').collective('torch.distributed.gather')?.verdict, 'slow');
  assert.equal(apiTable('torch-npu').collective('torch.distributed.all_reduce')?.verdict, 'native');
});

test('environment variables, types, kernels and shims', () => {
  const npu = apiTable('torch-npu');
  const tpu = apiTable('torch-tpu');
  assert.equal(npu.environmentVariable('CUDA_VISIBLE_DEVICES')?.replacement, 'ASCEND_RT_VISIBLE_DEVICES');
  assert.equal(npu.environmentVariable('NCCL_ALGO')?.replacement, undefined);
  assert.equal(npu.dtype('torch.bfloat16', '310P')?.verdict, 'unsupported');
  assert.equal(npu.dtype('torch.bfloat16', '910B')?.verdict, 'native');
  assert.equal(npu.dtype('torch.bfloat16', '310B'), undefined, 'sources disagree about the 310B');
  assert.equal(npu.dtype('float8_e4m3fn', '910B')?.verdict, 'unsupported');
  assert.equal(npu.dtype('float8_e4m3fn', '950'), undefined);
  assert.equal(tpu.dtype('torch.float8_e4m3fn', 'bm1690')?.verdict, 'native');
  assert.equal(tpu.dtype('torch.float8_e4m3fn', 'bm1684x')?.verdict, 'unsupported');
  const [attention] = npu.fusedKernel('flash_attn.flash_attn_func');
  assert.equal(attention?.name, 'torch_npu.npu_fusion_attention');
  assert.match(attention.signature!, /^torch_npu\.npu_fusion_attention\(query, key, value, head_num, input_layout/);
  assert.ok(attention.arguments?.some(({ from, to }) => from === 'dropout_p' && to === 'keep_prob'));
  assert.deepEqual(
    tpu.fusedPattern('rms-norm').map(({ name }) => name),
    ['torch.ops.my_ops.rmsnorm_forward'],
  );
  const shim = npu.shim('transfer_to_npu')!;
  assert.ok(npu.isPatched(shim, 'torch.cuda.empty_cache'));
  assert.ok(npu.isPatched(shim, 'torch.Tensor.to'));
  assert.ok(!npu.isPatched(shim, 'torch.nn.DataParallel'));
  assert.ok(shim.breaks.some(({ apis }) => apis.includes('torch.jit.script')));
});

test('an argument map names arguments that the kernel has', () => {
  for (const route of routes) {
    for (const { name, signature, arguments: maps = [] } of apiTable(route).file.kernels) {
      for (const { to } of maps) {
        for (const argument of to.split(', ')) assert.ok(signature?.includes(argument), `${name}: ${argument}`);
      }
    }
  }
});
