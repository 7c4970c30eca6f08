import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintModel, mergeSettings, type SettingsLayer } from '../../core/lint';
import { bytesSource } from '../../core/model';
import { annotatedModel } from '../harness/annotated-model';
import { memoryWorkspace } from '../harness/memory-workspace';

/*
 * Pitfalls of ports that were collected from the sources and the users of both vendors, each in the smallest model that
 * has it, and the rule that tells it. SG: Sophgo, by tpu-mlir onto BM1684X unless it says otherwise; AS: Ascend, by atc.
 */
interface Pitfall {
  readonly id: string;
  readonly model: string;
  readonly rule: string;
  /** A part of the message or advice. */
  readonly says?: RegExp;
  readonly opset?: number;
  readonly settings?: SettingsLayer;
}

const f16: SettingsLayer = { precision: new Map([['*', 'f16']]) };
const silent = 'onnx/silent-miscompilation';
const broken = 'onnx/broken-condition';
const missing = 'onnx/unsupported-operator';
const cann: SettingsLayer = { routes: ['ort-cann'] };

const sophgo: readonly Pitfall[] = [
  { id: 'SG001', rule: missing, model: '(float[4] x) => (float[4] y) { y = Acosh (x) }' },
  { id: 'SG002', rule: missing, opset: 20, model: '(float[4] x) => (float[4] y) { y = Gelu (x) }' },
  {
    id: 'SG003 norm',
    rule: missing,
    opset: 23,
    model: '(float[2,4] x, float[4] s) => (float[2,4] y) { y = RMSNormalization (x, s) }',
  },
  {
    id: 'SG003 attention',
    rule: missing,
    opset: 23,
    model: '(float[1,2,4,8] q) => (float[1,2,4,8] y) { y = Attention (q, q, q) }',
  },
  {
    id: 'SG004',
    rule: broken,
    says: /transA/,
    model: '(float[8,4] a, float[8,2] b) => (float[4,2] y) { y = Gemm <transA = 1> (a, b) }',
  },
  {
    id: 'SG005 transB',
    rule: silent,
    says: /transB/,
    model: '(float[4,8] a, float[8,8] b) => (float[4,8] y) { y = Gemm <transB = 1> (a, b) }',
  },
  {
    id: 'SG005 alpha',
    rule: silent,
    says: /alpha/,
    model: '(float[4,8] a, float[8,2] b) => (float[4,2] y) { y = Gemm <alpha = 0.5> (a, b) }',
  },
  { id: 'SG006', rule: silent, model: '(float[4] x) => (bool[4] y) { y = Cast <to = 9> (x) }' },
  {
    id: 'SG007',
    rule: broken,
    opset: 16,
    model: '(float[1,1,4,4] x, float[1,4,4,2] g) => (float[1,1,4,4] y) { y = GridSample (x, g) }',
  },
  {
    id: 'SG008',
    rule: silent,
    says: /cubic/,
    model:
      '(float[1,1,4,4] x) => (float[1,1,8,8] y) <float[4] s = {1, 1, 2, 2}> { y = Resize <mode = "cubic"> (x, "", s) }',
  },
  {
    id: 'SG009',
    rule: silent,
    opset: 18,
    model:
      '(float[1,1,4,4] x) => (float[1,1,8,8] y) <float[4] s = {1, 1, 2, 2}> { y = Resize <mode = "linear", antialias = 1> (x, "", s) }',
  },
  { id: 'SG010', rule: broken, model: '(float[4] a, float[4] b, float[4] c) => (float[4] y) { y = Min (a, b, c) }' },
  {
    id: 'SG011',
    rule: broken,
    says: /axis/,
    model:
      '(int32[4] i) => (float[3,4] y) <int64 depth = {3}, float[2] v = {0, 1}> { y = OneHot <axis = 0> (i, depth, v) }',
  },
  { id: 'SG012', rule: broken, model: '(float[4,4] x, int32 axis) => (float[4,4] y) { y = CumSum (x, axis) }' },
  {
    id: 'SG013',
    rule: silent,
    model: '(float[4,4] x) => (float[4,4] y) <int32 axis = {1}> { y = CumSum <reverse = 1> (x, axis) }',
  },
  {
    id: 'SG014',
    rule: silent,
    says: /ignores k/,
    opset: 14,
    model: '(float[4,4] x) => (float[4,4] y) <int64 k = {1}> { y = Trilu (x, k) }',
  },
  {
    id: 'SG015',
    rule: broken,
    says: /keepdims/i,
    model: '(float[4,4] x) => (float[4,1] y) { y = ReduceLogSumExp <axes = [1], keepdims = 1> (x) }',
  },
  {
    id: 'SG016 reduce',
    rule: broken,
    opset: 18,
    model: '(float[4,4] x, int64[1] a) => (float[?,?] y) { y = ReduceMean (x, a) }',
  },
  { id: 'SG016 squeeze', rule: broken, model: '(float[4,1] x, int64[1] a) => (float[?] y) { y = Squeeze (x, a) }' },
  {
    id: 'SG017',
    rule: broken,
    says: /axis/,
    model: '(float[4,4] x) => (float[2,4] a, float[2,4] b) <int64[2] s = {2, 2}> { a, b = Split (x, s) }',
  },
  {
    id: 'SG018',
    rule: broken,
    opset: 16,
    model:
      '(float[4,4] x, int64[2,1] i, float[2,4] u) => (float[4,4] y) { y = ScatterND <reduction = "add"> (x, i, u) }',
  },
  {
    id: 'SG019',
    rule: broken,
    model: '(float[4] x, uint8[4] q) => (float[4] y) <float s = {0.5}> { y = DequantizeLinear (q, s) }',
  },
  {
    id: 'SG020',
    rule: broken,
    opset: 14,
    model:
      '(float[4,1,2] x, int32[1] n) => (float[4,1,1,3] y) <float[1,12,2] w = ["location": "w.bin"], float[1,12,3] r = ["location": "w.bin"]> { y = LSTM <hidden_size = 3> (x, w, r, "", n) }',
  },
  {
    id: 'SG021',
    rule: silent,
    opset: 14,
    model:
      '(float[4,1,2] x) => (float[4,1,1,3] y) <float[1,12,2] w = ["location": "w.bin"], float[1,12,3] r = ["location": "w.bin"]> { y = LSTM <hidden_size = 3, direction = "reverse"> (x, w, r) }',
  },
  { id: 'SG022 Elu', rule: silent, model: '(float[4] x) => (float[4] y) { y = Elu (x) }' },
  { id: 'SG022 LeakyRelu', rule: silent, model: '(float[4] x) => (float[4] y) { y = LeakyRelu (x) }' },
  {
    id: 'SG023',
    rule: silent,
    model: '(float[1,1,8,8] x) => (float[1,1,7,7] y) { y = MaxPool <kernel_shape = [2, 2]> (x) }',
  },
  {
    id: 'SG024',
    rule: broken,
    model: '(float[4] x) => (float[4] y) { c = Constant <value_float = 2.0> () y = Mul (x, c) }',
  },
  { id: 'SG025', rule: broken, model: '(float[4,4] x) => (float[4] y) { y = Einsum <equation = "ii->i"> (x) }' },
  {
    id: 'SG026',
    rule: broken,
    opset: 19,
    model: '(float[4] x) => (float[6] y) <int64[2] p = {1, 1}> { y = Pad <mode = "wrap"> (x, p) }',
  },
  {
    id: 'SG027',
    rule: broken,
    opset: 17,
    model: '(float[2,4] x, float[4] s) => (float[2,4] y, float[2,1] m) { y, m = LayerNormalization (x, s) }',
  },
  {
    id: 'SG028 If',
    rule: broken,
    model:
      '(bool c, float[4] x) => (float[4] y, float[4] z) { y, z = If (c) <then_branch = t () => (float[4] a, float[4] b) { a = Abs (x) b = Neg (x) }, else_branch = e () => (float[4] a2, float[4] b2) { a2 = Neg (x) b2 = Abs (x) }> }',
  },
  {
    id: 'SG028 Loop',
    rule: broken,
    model:
      '(float[4] x) => (float[4] y) { y = Loop ("", "", x) <body = b (int64 i, bool k, float[4] s) => (bool k2, float[4] t) { k2 = Identity (k) t = Abs (s) }> }',
  },
  {
    id: 'SG036 NMS',
    rule: silent,
    model:
      '(float[1,6,4] boxes, float[1,1,6] scores) => (int64[?,3] i) { i = NonMaxSuppression <center_point_box = 1> (boxes, scores) }',
  },
  {
    id: 'SG029',
    rule: 'onnx/host-fallback',
    model: '(float[2,4,4] x, int64[2,1] i) => (float[2,4] y) { y = GatherND <batch_dims = 1> (x, i) }',
  },
  {
    id: 'SG030',
    rule: 'onnx/host-fallback',
    opset: 16,
    model:
      '(float[1,1,4,4,4] x, float[1,4,4,4,3] g) => (float[1,1,4,4,4] y) { y = GridSample <mode = "nearest", padding_mode = "zeros"> (x, g) }',
  },
  {
    id: 'SG031',
    rule: 'onnx/slow-operator',
    model: '(float[1,9] x) => (float[1,2] v, int64[1,2] i) <int64[1] k = {2}> { v, i = TopK (x, k) }',
  },
  {
    id: 'SG031 BM1684',
    rule: 'onnx/host-fallback',
    settings: { targets: ['sophgo-bm1684'] },
    model: '(float[1,9] x) => (float[1,2] v, int64[1,2] i) <int64[1] k = {2}> { v, i = TopK (x, k) }',
  },
  { id: 'SG032', rule: 'onnx/dynamic-dimension', model: '(float[N] x) => (float[N] y) { y = Abs (x) }' },
  { id: 'SG033 input', rule: 'onnx/int64-narrowing', model: '(int64[4] x) => (int64[4] y) { y = Abs (x) }' },
  {
    id: 'SG033 weight',
    rule: 'onnx/int64-narrowing',
    model: '(int32[4] x) => (int32[4] y) <int32 c = {16777217}> { y = Add (x, c) }',
  },
  {
    id: 'SG034',
    rule: 'onnx/host-memory',
    model:
      '(float16[1,65536] x) => (float16[1,8192] y) <float16[65536,8192] w = ["location": "w.bin"]> { y = MatMul (x, w) }',
  },
  { id: 'SG035', rule: silent, model: '(float[4] x) => (float[4] y) { y = RandomNormalLike (x) }' },
  { id: 'SG036 Mod', rule: silent, model: '(float[4] x, float[4] d) => (float[4] y) { y = Mod <fmod = 1> (x, d) }' },
  {
    id: 'SG077',
    rule: 'onnx/f32-only-lowering',
    settings: { targets: ['sophgo-sc11-fp300'], ...f16 },
    model: '(float[4] x) => (float[4] y) { y = Softplus (x) }',
  },
];

const ascend: readonly Pitfall[] = [
  { id: 'AS087', rule: 'onnx/unsupported-opset', opset: 19, model: '(float[4] x) => (float[4] y) { y = Abs (x) }' },
  { id: 'AS088', rule: missing, model: '(float[4] x) => (uint8[4] y) <float s = {0.5}> { y = QuantizeLinear (x, s) }' },
  {
    id: 'AS088 Loop',
    rule: missing,
    model:
      '(float[4] x, int64 n, bool c) => (float[4] y) { y = Loop (n, c, x) <body = b (int64 i, bool k, float[4] s) => (bool k2, float[4] t) { k2 = Identity (k) t = Abs (s) }> }',
  },
  {
    id: 'AS089',
    rule: 'onnx/unsupported-opset',
    opset: 18,
    model: '(float[4] x) => (float[1] y) { y = ReduceL1 (x) }',
  },
  { id: 'AS090', rule: missing, model: '(float[4] x) => (float[4] y) { y = mmcv.grid_sampler (x) }' },
  { id: 'AS093', rule: 'onnx/dynamic-dimension', model: '(float[N] x) => (float[N] y) { y = Abs (x) }' },
  {
    id: 'AS093 NonZero',
    rule: 'onnx/data-dependent-shape',
    model: '(float[4] x) => (int64[1,?] y) { y = NonZero (x) }',
  },
  {
    id: 'AS096 ArgMax',
    rule: broken,
    model: '(float[4,4] x) => (int64[4,1] y) { y = ArgMax <axis = 1, select_last_index = 1> (x) }',
  },
  {
    id: 'AS096 ScatterND',
    rule: broken,
    opset: 16,
    model:
      '(float[4,4] x, int64[2,1] i, float[2,4] u) => (float[4,4] y) { y = ScatterND <reduction = "mul"> (x, i, u) }',
  },
  {
    id: 'AS097',
    rule: 'onnx/slow-operator',
    says: /AI CPU/,
    model:
      '(float16[1,1,512,512] x) => (float16[1,1,8,8] y) { y = MaxPool <kernel_shape = [64, 64], strides = [64, 64]> (x) }',
  },
  { id: 'AS100', rule: 'onnx/graph-input-type', model: '(double[4] x) => (float[4] y) { y = Cast <to = 1> (x) }' },
  {
    id: 'AS103',
    rule: 'onnx/host-fallback',
    settings: cann,
    opset: 17,
    model: '(float[2,4] x, float[4] s) => (float[2,4] y) { y = LayerNormalization (x, s) }',
  },
  {
    id: 'AS103 split',
    rule: 'onnx/graph-split',
    settings: cann,
    opset: 17,
    model: '(float[2,4] x, float[4] s) => (float[2,4] y) { a = Abs (x) b = LayerNormalization (a, s) y = Abs (b) }',
  },
  {
    id: 'AS103 shapes',
    rule: 'onnx/dynamic-dimension',
    settings: cann,
    says: /every input shape/,
    model: '(float[N] x) => (float[N] y) { y = Abs (x) }',
  },
  {
    id: 'AS019',
    rule: 'onnx/unsupported-precision',
    settings: { targets: ['ascend-310p'] },
    model: '(bfloat16[4] x) => (bfloat16[4] y) { y = Abs (x) }',
  },
];

const workspace = memoryWorkspace(new Map());

for (const [pitfalls, target] of [
  [sophgo, 'sophgo-bm1684x'],
  [ascend, 'ascend-910b2'],
] as const) {
  for (const { id, model, rule, says = /./, opset = 13, settings = {} } of pitfalls) {
    test(`${id} is told by ${rule}`, async () => {
      const text = `<ir_version: 8, opset_import: ["" : ${opset}, "mmcv" : 1]> net ${model}`;
      const source = bytesSource(annotatedModel(text).bytes);
      const { findings } = await lintModel(
        { path: '/a.onnx', source, workspace },
        mergeSettings({ targets: [target] }, settings),
      );
      const told = findings.filter((finding) => finding.rule === rule);
      assert.ok(
        told.length > 0,
        `only ${findings.map((finding) => `${finding.rule}: ${finding.message.en}`).join('; ')}`,
      );
      assert.ok(
        told.some(({ message, advice }) => says.test(`${message.en} ${advice?.en}`)),
        told.map(({ message }) => message.en).join('; '),
      );
    });
  }
}
