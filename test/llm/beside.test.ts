import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSettings } from '../../core/lint';
import { lintCheckpoint } from '../../core/lint/checkpoint';
import {
  type CheckpointFolder,
  checkpointBytes,
  readBeside,
  readModelDescription,
  readModelSlim,
} from '../../core/llm';
import { bytesSource } from '../../core/model';

/** A folder whose .safetensors have as many bytes of BF16 as said. */
function folder(files: Readonly<Record<string, number | string>>): CheckpointFolder {
  return {
    list: async () => Object.keys(files),
    readText: async (name) => (typeof files[name] === 'string' ? files[name] : undefined),
    withSource: async (name, use) => {
      const bytes = files[name];
      if (typeof bytes !== 'number') return undefined;
      const json = new TextEncoder().encode(
        JSON.stringify({ w: { dtype: 'BF16', shape: [bytes / 2], data_offsets: [0, bytes] } }),
      );
      const head = new Uint8Array(8 + json.length);
      new DataView(head.buffer).setBigUint64(0, BigInt(json.length), true);
      head.set(json, 8);
      const { read } = bytesSource(head);
      return use({ size: head.length + bytes, read });
    },
  };
}

const index = (...names: string[]) =>
  JSON.stringify({ weight_map: Object.fromEntries(names.map((name) => [name, name])) });

const qwen = {
  architectures: ['Qwen3ForCausalLM'],
  model_type: 'qwen3',
  torch_dtype: 'bfloat16',
  hidden_size: 4096,
  intermediate_size: 12288,
  num_hidden_layers: 36,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  head_dim: 128,
  vocab_size: 151936,
};

test('sharded weights are added up', async () => {
  const { files, problems } = await readBeside(
    folder({
      'model.safetensors.index.json': index('a.safetensors', 'b.safetensors'),
      'a.safetensors': 100,
      'b.safetensors': 60,
      'consolidated.safetensors': 160,
    }),
  );
  assert.deepEqual(problems, []);
  assert.equal(files?.tensorBytes, 160, 'a file that the index does not name is another copy');
  assert.deepEqual([...files!.bytesByType], [['BF16', 160]]);
});

test('files that the index names and that are not there', async () => {
  const { files, problems } = await readBeside(
    folder({ 'model.safetensors.index.json': index('a.safetensors', 'b.safetensors'), 'a.safetensors': 100 }),
  );
  assert.equal(files?.tensorBytes, undefined);
  assert.match(problems[0]!.message.en, /1 files of weights .* b\.safetensors/);
});

test('a configuration by itself is no problem, nor is an index without weights', async () => {
  assert.deepEqual((await readBeside(folder({ 'config.json': '{}' }))).files, undefined);
  const { problems } = await readBeside(folder({ 'model.safetensors.index.json': index('a.safetensors') }));
  assert.deepEqual(problems, []);
});

test('an index that is no index counts as none', async () => {
  for (const text of ['', '[]', 'null', '{"weight_map": 3}', '{"weight_map": {"a": 3}}', '{']) {
    const { files } = await readBeside(folder({ 'model.safetensors.index.json': text, 'a.safetensors': 100 }));
    assert.ok(files === undefined || files.tensorBytes === 100 || files.tensorBytes === 0, text);
  }
});

test('a model whose weights are half as many bytes is told on its configuration', async () => {
  const text = JSON.stringify(qwen, undefined, 2);
  const bytes = checkpointBytes(readModelDescription(text).description!)!;
  const lint = async (size: number) => {
    const beside = await readBeside(folder({ 'model.safetensors': size }));
    return lintCheckpoint({ path: '/m/config.json', text, beside }, mergeSettings()).findings.filter(
      ({ rule }) => rule === 'llm/checkpoint-size',
    );
  };
  assert.deepEqual(await lint(bytes), []);
  const [finding] = await lint(bytes / 2);
  assert.equal(text.slice(finding!.span!.start, finding!.span!.end), '"bfloat16"');
});

test('the description of msModelSlim: what most weights are', () => {
  const described = JSON.stringify({
    model_quant_type: 'W8A8_DYNAMIC',
    'model.embed_tokens.weight': 'FLOAT',
    'model.layers.0.self_attn.q_proj.weight': 'W8A8',
    'model.layers.0.mlp.experts.0.gate_proj.weight': 'W8A8_DYNAMIC',
    'model.layers.0.mlp.experts.0.up_proj.weight': 'W8A8_DYNAMIC',
    'model.layers.0.mlp.experts.0.up_proj.weight_scale': 'W8A8_DYNAMIC',
  });
  const weights = readModelSlim(described);
  assert.deepEqual(weights, {
    method: 'ascend',
    isPartial: true,
    format: { kind: 'channel', bits: 8, scaleBytes: 8 },
    activations: 'int8',
  });
  assert.equal(readModelSlim(described.replaceAll('W8A8', 'FLOAT').replaceAll('_DYNAMIC', '')), undefined);
  assert.equal(readModelSlim('{"a.weight": "W4A8_DYNAMIC"}')?.format?.bits, 4);
  assert.equal(readModelSlim('{"a.weight": "W8A8_MXFP8"}')?.activations, undefined);
  const { description } = readModelDescription(JSON.stringify(qwen), weights);
  assert.equal(description?.quantization?.method, 'ascend');
  assert.equal(checkpointBytes(description!), undefined, 'layers that stay in 16 bits are not known from one kind');
});

test('a configuration that names another method keeps it', () => {
  const gptq = { ...qwen, quantization_config: { quant_method: 'gptq', bits: 4, group_size: 128 } };
  const weights = readModelSlim('{"a.weight": "W8A8"}');
  assert.equal(readModelDescription(JSON.stringify(gptq), weights).description?.quantization?.method, 'gptq');
});
