import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { CodeAction, CodeLens, Hover, InlayHint, MarkupContent } from 'vscode-languageserver-protocol';
import { deepseekR1 } from '../cli/deepseek-r1';
import { eventually, LanguageSession, plainClient } from './language-session';

const r1 = JSON.stringify({ ...deepseekR1, torch_dtype: 'bfloat16', max_position_embeddings: 163840 }, undefined, 2);
/** A model that every chip can be asked about: DeepSeek's attention is refused on 310P before anything else. */
const qwen3 = JSON.stringify(
  {
    model_type: 'qwen3',
    architectures: ['Qwen3ForCausalLM'],
    hidden_size: 2560,
    intermediate_size: 9728,
    num_hidden_layers: 36,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    head_dim: 128,
    vocab_size: 151936,
    tie_word_embeddings: true,
    torch_dtype: 'bfloat16',
    max_position_embeddings: 40960,
    quantization_config: { quant_method: 'fp8', weight_block_size: [128, 128] },
  },
  undefined,
  2,
);
const settings = { targets: ['sophgo-sc11-fp300', 'ascend-910b2'] };
const ours = { commandLinks: true };

async function open(context: Parameters<typeof LanguageSession.start>[0], options = {}, text = r1) {
  const session = await LanguageSession.start(context, {
    settings,
    initializationOptions: ours,
    files: { 'config.json': text },
    ...options,
  });
  const uri = session.uri('config.json');
  await session.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 1, text },
  });
  const textDocument = { uri };
  const at = (key: string) => {
    const line = text.split('\n').findIndex((each) => each.includes(`"${key}"`));
    return { line, character: text.split('\n')[line]!.indexOf(key) + 1 };
  };
  return { session, uri, textDocument, at };
}

test('lenses on the first line: fits? devices, time per token, tokens per second, for each target', async (context) => {
  const { session, uri, textDocument } = await open(context);
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  const titles = lenses.map(({ command }) => command!.title);
  assert.ok(lenses.every(({ range }) => range.start.line === 0));
  assert.match(
    titles.find((title) => title.includes('SC11'))!,
    /^\$\(pass\) SC11 FP300: fits on 8 devices \(4 × SC11 FP300\) · TPOT [\d.]+ ms \([\d.]+–[\d.]+\) · [\d.]+ tokens\/s per user, [\d.]+ with 16 at once$/,
  );
  assert.match(titles.find((title) => title.includes('910B2'))!, /fits on 16 devices · TPOT/);
  const sc11 = lenses.find(({ command }) => command!.title.includes('SC11'))!;
  assert.deepEqual(sc11.command!.arguments, [uri, 'sophgo-sc11-fp300']);
  assert.equal(sc11.command!.command, 'portolan.openEstimate');
});

test('the settings say what is served; a number that makes no sense counts as not said', async (context) => {
  const estimate = { prompt: 8192, output: -1, concurrency: 64 };
  const { session, uri, textDocument } = await open(context, { settings: { ...settings, estimate } });
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  assert.ok(lenses.some(({ command }) => command!.title.endsWith('with 64 at once')));
  const page = await session.request<string>('portolan/estimatePage', { uri, target: 'ascend-910b2' });
  assert.match(page, /8192 tokens in, 1024 out, 64 requests at once/);
});

test('other editors get lenses without icons and commands of ours', async (context) => {
  const { session, textDocument } = await open(context, { initializationOptions: {}, locale: 'zh-cn' });
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  assert.equal(lenses.length, 2);
  assert.ok(lenses.every(({ command }) => command!.command === '' && !command!.title.includes('$(')));
  assert.match(lenses[0]!.command!.title, /SC11 FP300: 8 个设备（4 × SC11 FP300）放得下 · TPOT/);
});

test('a hover says what a key is and what more of it costs, in bytes and time', async (context) => {
  const { session, textDocument, at } = await open(context);
  const hover = async (key: string) => {
    const answer = await session.request<Hover | null>('textDocument/hover', { textDocument, position: at(key) });
    return answer && (answer.contents as MarkupContent).value;
  };
  const layers = (await hover('num_hidden_layers'))!;
  assert.match(layers, /Decoder layers/);
  // One more layer with experts: 11.5 B parameters; 576 values of 2 bytes per token.
  assert.match(layers, /parameters: \+11\.5 B \(1\.7 %\)/);
  assert.match(layers, /KV cache per token: \+1\.1 KiB/);
  assert.match(layers, /TPOT on SC11 FP300: \+[\d.]+ ms/);
  assert.match(layers, /TPOT on Ascend 910B2: \+[\d.]+ ms/);
  assert.match((await hover('kv_lora_rank'))!, /KV cache per token: \+7\.6 KiB/);
  assert.match((await hover('num_experts_per_tok'))!, /parameters: unchanged/);
  assert.match((await hover('quantization_config'))!, /FP8 does not run on 910B/);
  assert.equal(await hover('architectures'), null);
});

test('inlay hints: bytes beside the keys that decide memory', async (context) => {
  const { session, textDocument } = await open(context);
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const hints = await session.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
  const lines = r1.split('\n');
  const shown = hints.map(({ position, label }) => `${lines[position.line]!.trim().split('"')[1]} ${label}`);
  for (const expected of [
    'num_hidden_layers 671.0 B parameters, 641 GiB',
    'vocab_size 3.5 GiB embedding and head',
    'kv_lora_rank 68.6 KiB of KV cache per token',
    'max_position_embeddings 10.7 GiB of KV cache for one full request',
  ]) {
    assert.ok(shown.includes(expected), `${expected} in\n${shown.join('\n')}`);
  }
  assert.ok(
    shown.some((each) => /^n_routed_experts 6\d\d GiB routed experts$/.test(each)),
    shown.join('\n'),
  );
  const some = await session.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
  });
  assert.ok(some.length < hints.length);
});

test('diagnostics stand on the keys, with rule pages; a fix changes the key', async (context) => {
  const { session, uri, textDocument } = await open(
    context,
    { settings: { targets: ['ascend-310p', 'ascend-910b2'] } },
    qwen3,
  );
  const diagnostics = await session.diagnostics(uri);
  const lines = qwen3.split('\n');
  const marked = (code: string) =>
    diagnostics
      .filter((each) => each.code === code)
      .map(({ range }) => lines[range.start.line]!.slice(range.start.character, range.end.character));
  assert.deepEqual(marked('llm/unsupported-weights'), ['"fp8"', '"fp8"']);
  assert.deepEqual(marked('llm/unsupported-dtype'), ['"bfloat16"']);
  const dtype = diagnostics.find(({ code }) => code === 'llm/unsupported-dtype')!;
  assert.match(dtype.message, /^\[.*310P.*\] 310P has no BF16/);
  assert.match(await session.text(dtype.codeDescription!.href), /^# llm\/unsupported-dtype/);
  const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: dtype.range,
    context: { diagnostics: [dtype] },
  });
  const fix = actions.find(({ title }) => title === 'Compute in float16')!;
  assert.deepEqual(fix.edit?.changes?.[uri], [{ range: dtype.range, newText: '"float16"' }]);
  assert.ok(!fix.isPreferred, 'a fix that wants a reader is not preferred');
  assert.ok(actions.some(({ title }) => title.startsWith('Explain')));
});

test('the text in the editor counts, not the file', async (context) => {
  const { session, uri } = await open(context, { settings: { targets: ['ascend-310p'] } }, qwen3);
  const changed = qwen3.replace('"bfloat16"', '"float16"');
  await session.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: changed }],
  });
  const codes = (await session.diagnostics(uri)).map(({ code }) => code);
  assert.ok(codes.includes('llm/unsupported-weights') && !codes.includes('llm/unsupported-dtype'), String(codes));
});

test('the page: one target, or all side by side', async (context) => {
  const { session, uri } = await open(context);
  const one = await session.request<string>('portolan/estimatePage', { uri, target: 'ascend-910b2' });
  assert.match(one, /^<!DOCTYPE html>/);
  assert.ok(one.includes('Roofline of one device') && !one.includes('Side by side'));
  const all = await session.request<string>('portolan/estimatePage', { uri });
  assert.ok(all.includes('Side by side') && all.includes('sophgo-sc11-fp300'));
  assert.equal(await session.request('portolan/estimatePage', { uri: session.uri('none/config.json') }), null);
});

test('other programs’ config.json stays untouched', async (context) => {
  const text = '{\n  "port": 8080\n}\n';
  const { session, uri, textDocument } = await open(context, {}, text);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  assert.deepEqual(await session.diagnostics(uri), []);
  assert.deepEqual((await session.request<CodeLens[] | null>('textDocument/codeLens', { textDocument })) ?? [], []);
  assert.deepEqual(await session.request('textDocument/inlayHint', { textDocument, range }), []);
  assert.equal(await session.request('textDocument/hover', { textDocument, position: range.start }), null);
});

test('in the workspace: configurations that nobody opened are reported, and weights beside them are looked at', async (context) => {
  const session = await LanguageSession.start(context, { settings, files: {} });
  const folder = path.join(session.folder, 'model');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'config.json'), r1);
  writeFileSync(path.join(folder, 'model.safetensors'), new Uint8Array(16).fill(255));
  const { items } = await session.request<{ items: { uri: string; items?: { code: string; message: string }[] }[] }>(
    'workspace/diagnostic',
    { previousResultIds: [] },
  );
  const [report] = items;
  assert.equal(report?.uri, session.uri('model/config.json'));
  const codes = report.items!.map(({ code }) => code);
  assert.ok(codes.includes('llm/expert-routing'), String(codes));
  assert.match(
    report.items!.find(({ code }) => code === 'safetensors/header')!.message,
    /model\.safetensors: The header/,
  );
});

test('pushed to a client that cannot ask', async (context) => {
  const { session, uri } = await open(context, { capabilities: plainClient, initializationOptions: { settings } });
  const pushed = await eventually('diagnostics', () => session.published.get(uri));
  assert.ok(pushed.some(({ code }) => code === 'llm/unsupported-weights'));
});
