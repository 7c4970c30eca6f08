import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOfText } from '../harness/text-model';

const header = `<ir_version: 10, opset_import: ["" : 23, "com.microsoft" : 1, "ai.onnx.ml" : 5, "custom" : 1]>`;

/** MACs of the last operator of a graph, the only one that has any, with these inputs. */
function macs(inputs: string, outputs: string, node: string): unknown {
  const { graphs, total } = factsOfText(`${header} g (${inputs}) => (${outputs}) { ${node} }`);
  const { cost } = graphs[0]!.operators.at(-1)!;
  assert.equal(total.macs, cost.macs);
  return cost.macs;
}

/** [what, inputs, outputs, node, MACs]; the factors stand in the order batch, output, inner. */
const cases: readonly (readonly [string, string, string, string, number | bigint | undefined])[] = [
  ['convolution', 'float[2,3,8,8] x, float[16,3,3,3] w', 'float[2,16,6,6] y', 'y = Conv (x, w)', 2 * 16 * 36 * 27],
  ['with a bias, which is added', 'float[1,3,8,8] x, float[4,3,1,1] w, float[4] b', 'y', 'y = Conv (x, w, b)', 4 * 64 * 3],
  ['depthwise', 'float[1,8,9] x, float[8,1,3] w', 'y', 'y = Conv <group = 8, pads = [1, 1]> (x, w)', 8 * 9 * 3],
  ['dilated, strided', 'float[1,1,9,9] x, float[1,1,3,3] w', 'y', 'y = Conv <dilations = [2, 2], strides = [2, 2]> (x, w)', 9 * 9],
  ['of unknown batch', 'float[N,3,8,8] x, float[4,3,1,1] w', 'y', 'y = Conv (x, w)', undefined],
  ['of integers', 'uint8[1,3,4,4] x, uint8[2,3,2,2] w', 'y', 'y = ConvInteger (x, w)', 2 * 9 * 12],
  ['quantised', 'uint8[1,3,4,4] x, float s, uint8 z, uint8[2,3,2,2] w', 'y', 'y = QLinearConv (x, s, z, w, s, z, s, z)', 2 * 9 * 12],
  ['transposed', 'float[1,4,5,5] x, float[4,2,3,3] w', 'y', 'y = ConvTranspose <strides = [2, 2]> (x, w)', 4 * 25 * 2 * 9],
  ['deformable', 'float[1,4,6,6] x, float[2,4,3,3] w, float[1,18,4,4] o', 'y', 'y = DeformConv (x, w, o)', 2 * 16 * 36],
  ['matrices', 'float[5,2,3] a, float[3,4] b', 'y', 'y = MatMul (a, b)', 5 * 2 * 4 * 3],
  ['broadcast batches', 'float[5,1,2,3] a, float[6,3,4] b', 'y', 'y = MatMul (a, b)', 30 * 2 * 4 * 3],
  ['vectors', 'float[7] a, float[7] b', 'y', 'y = MatMul (a, b)', 7],
  ['matrices of integers', 'int8[2,3] a, int8[3,4] b', 'y', 'y = MatMulInteger (a, b)', 24],
  ['quantised matrices', 'int8[2,3] a, float s, int8 z, int8[3,4] b', 'y', 'y = QLinearMatMul (a, s, z, b, s, z, s, z)', 24],
  ['general product', 'float[2,3] a, float[3,4] b, float[4] c', 'y', 'y = Gemm (a, b, c)', 24],
  ['transposed general product', 'float[3,2] a, float[4,3] b', 'y', 'y = Gemm <transA = 1, transB = 1> (a, b)', 24],
  ['matrices beyond 2^53', 'float[3000000000,3] a, float[3,3000000001] b', 'y', 'y = MatMul (a, b)', 27000000009000000000n],
  ['einsum of two', 'float[2,3,4] a, float[2,4,5] b', 'y', 'y = Einsum <equation = "bij,bjk->bik"> (a, b)', 2 * 3 * 4 * 5],
  ['einsum of one', 'float[3,4] a', 'y', 'y = Einsum <equation = "ij->ji"> (a)', 0],
  ['einsum of three, from the left', 'float[2,3] a, float[3,4] b, float[4,5] c', 'y', 'y = Einsum <equation = "ij,jk,kl->il"> (a, b, c)', 24 + 40],
  ['einsum with an ellipsis', 'float[7,2,3] a, float[3,5] b', 'y', 'y = Einsum <equation = "...ij,jk->...ik"> (a, b)', 7 * 2 * 3 * 5],
  ['einsum without an output', 'float[2,3] a, float[3,5] b', 'y', 'y = Einsum <equation = "ij,jk"> (a, b)', 30],
  ['LSTM', 'float[7,2,3] x, float[1,20,3] w, float[1,20,5] r', 'y', 'y = LSTM <hidden_size = 5> (x, w, r)', 7 * 2 * (60 + 100)],
  ['bidirectional GRU', 'float[7,2,3] x, float[2,15,3] w, float[2,15,5] r', 'y', 'y = GRU <hidden_size = 5, direction = "bidirectional"> (x, w, r)', 14 * (90 + 150)],
  ['RNN', 'float[7,2,3] x, float[1,5,3] w, float[1,5,5] r', 'y', 'y = RNN <hidden_size = 5> (x, w, r)', 14 * (15 + 25)],
  ['attention', 'float[2,4,5,8] q, float[2,2,6,8] k, float[2,2,6,3] v', 'y', 'y = Attention (q, k, v)', 2 * 4 * 5 * 6 * (8 + 3)],
  ['attention, heads in the last axis', 'float[2,5,32] q, float[2,6,16] k, float[2,6,6] v', 'y', 'y = Attention <q_num_heads = 4, kv_num_heads = 2> (q, k, v)', 2 * 4 * 5 * 6 * (8 + 3)],
  ['attention with a past', 'float[1,2,1,8] q, float[1,2,1,8] k, float[1,2,1,8] v, float[1,2,9,8] pk, float[1,2,9,8] pv', 'y, p, r', 'y, p, r = Attention (q, k, v, "", pk, pv)', 2 * 1 * 10 * 16],
  ['affine grid', 'float[2,2,3] theta', 'y', 'y = AffineGrid <a = 1> (theta, size)', undefined],
  ['linear regressor', 'float[9,3] x', 'float[9,2] y', 'y = ai.onnx.ml.LinearRegressor <coefficients = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], targets = 2> (x)', 9 * 6],
  ['fused product', 'float[3,2] a, float[3,4] b', 'float[2,4] y', 'y = com.microsoft.FusedMatMul <transA = 1> (a, b)', 24],
  ['fused product of vectors', 'float[3] a, float[3,4] b', 'float[4] y', 'y = com.microsoft.FusedMatMul <transA = 1> (a, b)', 12],
  ['product with four-bit weights', 'float[2,64] a, uint8[4,2,16] b, float[8] s', 'float[2,4] y', 'y = com.microsoft.MatMulNBits <K = 64, N = 4, bits = 4, block_size = 32> (a, b, s)', 2 * 4 * 64],
  ['projected attention', 'float[2,5,12] x, float[12,36] w, float[36] b', 'float[2,5,12] y', 'y = com.microsoft.Attention <num_heads = 3> (x, w, b)', 2 * 5 * 12 * 36 + 2 * 25 * 24],
  ['attention of many heads', 'float[2,5,12] q, float[2,7,12] k, float[2,7,6] v', 'float[2,5,6] y', 'y = com.microsoft.MultiHeadAttention <num_heads = 3> (q, k, v)', 2 * 5 * 7 * 18],
  ['attention of grouped heads', 'float[1,5,32] q, float[1,5,16] k, float[1,5,16] v, int32[1] n, int32 t', 'float[1,5,32] y, float[1,2,9,8] pk, float[1,2,9,8] pv', 'y, pk, pv = com.microsoft.GroupQueryAttention <num_heads = 4, kv_num_heads = 2> (q, k, v, "", "", n, t)', 5 * 9 * 64],
  ['experts', 'float[6,8] x, float[6,4] r, float[4,8,16] w1, float[4,16,8] w2', 'float[6,8] y', 'y = com.microsoft.MoE <k = 2> (x, r, w1, "", w2)', 6 * 2 * 256],
  ['experts of four bits', 'float[6,8] x, float[6,4] r, uint8[4,8,8] w1, uint8[4,16,4] w2, float[4,16] s', 'float[6,8] y', 'y = com.microsoft.QMoE <k = 1> (x, r, w1, s, "", w2, s)', 6 * 256],
  ['softmax', 'float[2,3] x', 'y', 'y = Softmax (x)', 0],
  ['pooling', 'float[1,3,8,8] x', 'y', 'y = AveragePool <kernel_shape = [2, 2]> (x)', 0],
  ['skip layer normalization', 'float[1,3,8] x, float[8] g', 'float[1,3,8] y', 'y = com.microsoft.SkipLayerNormalization (x, x, g)', 0],
  ['attention of one packed sequence', 'float[5,12] x, float[12,36] w, float[36] b, int32[1,5] o, int32[2] c', 'float[5,12] y', 'y = com.microsoft.PackedAttention <num_heads = 3> (x, w, b, o, c)', 5 * 12 * 36 + 25 * 24],
  ['attention of packed sequences of unknown lengths', 'float[5,12] x, float[12,36] w, float[36] b, int32[2,5] o, int32[3] c', 'float[5,12] y', 'y = com.microsoft.PackedAttention <num_heads = 3> (x, w, b, o, c)', undefined],
  ['attention of one packed sequence, projected', 'float[5,3,3,4] q, int32[1,5] o, int32[2] c', 'float[5,12] y', 'y = com.microsoft.PackedMultiHeadAttention <num_heads = 3> (q, "", "", "", o, c)', 25 * 24],
  ['a step of a decoder', 'float[2,1,12] q, float[2,1,12] k, float[2,1,12] v, float[2,3,9,4] p', 'float[2,1,12] y', 'y = com.microsoft.DecoderMaskedMultiHeadAttention <num_heads = 3> (q, k, v, "", "", p, p)', 2 * 10 * 24],
  ['a step of a decoder, over an encoder', 'float[2,1,12] q, float[2,3,7,4] k, float[2,3,7,4] v', 'float[2,1,12] y', 'y = com.microsoft.DecoderMaskedMultiHeadAttention <num_heads = 3> (q, k, v)', 2 * 7 * 24],
  ['gates of a position bias', 'float[2,5,12] q, float[12] qb, float[1,3,5,5] r, float[4,8] w, float[8] b, float[1,3,1,1] e', 'float[2,3,5,5] y', 'y = com.microsoft.GatedRelativePositionBias <num_heads = 3> (q, qb, r, w, b, e)', 2 * 5 * 12 * 8],
  ['a Fourier transform, as it is defined', 'float[3,8,1] x', 'y', 'y = DFT (x)', 3 * (8 * 2) * 8],
  ['of complex numbers', 'float[3,8,2] x', 'y', 'y = DFT (x)', 3 * (8 * 2) * (8 * 2)],
  ['one side of it', 'float[3,8,1] x', 'y', 'y = DFT <onesided = 1> (x)', 3 * (5 * 2) * 8],
  ['along an axis', 'float[3,8,5,1] x', 'y', 'a = Constant <value = int64 {1}> () y = DFT (x, "", a)', 3 * 5 * (8 * 2) * 8],
  ['of a signal that zeros fill up', 'float[3,8,1] x', 'y', 'n = Constant <value = int64 {16}> () y = DFT (x, n)', 3 * (16 * 2) * 8],
  ['of unknown length', 'float[3,8,1] x, int64 n', 'y', 'y = DFT (x, n)', undefined],
  ['support vectors', 'float[9,2] x', 'float[9,1] y', 'y = ai.onnx.ml.SVMRegressor <kernel_type = "RBF", n_supports = 3, support_vectors = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], coefficients = [1.0, 2.0, 3.0]> (x)', 9 * (6 + 3)],
  ['a linear support vector machine', 'float[9,2] x', 'float[9,1] y', 'y = ai.onnx.ml.SVMRegressor <kernel_type = "LINEAR", coefficients = [1.0, 2.0]> (x)', 9 * 2],
  ['an operator of nobody', 'float[2] x', 'float[2] y', 'y = custom.Op (x)', undefined],
]; // biome-ignore format: a row a line

for (const [what, inputs, outputs, node, expected] of cases) {
  test(`MACs: ${what}`, () => assert.equal(macs(inputs, outputs, node), expected));
}

/** MACs and bytes of a whole model. */
function total(text: string): unknown {
  const { total } = factsOfText(`${header} ${text}`);
  return [total.macs, total.isLowerBound ?? false];
}

const body = 'float[4,4] w';

test('an If costs what its dearer branch costs', () => {
  assert.deepEqual(
    total(`g (bool c, ${body}, float[2,4] x) => (y) { y = If (c) <
      then_branch: graph = t () => (z) { z = MatMul (x, w) },
      else_branch: graph = e () => (z) { a = MatMul (x, w) z = MatMul (a, w) }> }`),
    [64, false],
  );
});

test('a Loop costs its body as often as it runs', () => {
  const loop = (trips: string) => `g (${body}, float[2,4] x${trips ? '' : ', int64 n'}) => (y) <bool t = {1}> {
    ${trips ? `n = Constant <value = int64 {${trips}}> ()` : ''}
    y = Loop (n, t, x) <body: graph = b (int64 i, bool c, float[2,4] a) => (bool c2, float[2,4] z) {
      c2 = Identity (c) z = MatMul (a, w) }> }`;
  assert.deepEqual(total(loop('5')), [5 * 32, false]);
  assert.deepEqual(total(loop('')), [32, true], 'a trip count that is not known');
  assert.deepEqual(total(loop('9223372036854775807')), [32, true], 'a trip count that stands for none');
});

test('a Scan costs its body for each element', () => {
  const scan = (length: string, axes = '') => `g (${body}, float[${length}] xs) => (y) {
    y = Scan (xs) <num_scan_inputs: int = 1${axes}, body: graph = b (float[2,4] x) => (float[2,4] z) { z = MatMul (x, w) }> }`;
  assert.deepEqual(total(scan('7,2,4')), [7 * 32, false]);
  assert.deepEqual(total(scan('2,7,4', ', scan_input_axes: ints = [1]')), [7 * 32, false]);
  assert.deepEqual(total(scan('N,2,4')), [32, true]);
});

test('a call costs its body for the types of the call, and a body is counted for each call', () => {
  assert.deepEqual(
    total(`g (${body}, float[2,4] x, float[3,4] y) => (a, b, c) {
        a = custom.f (x, w)  b = custom.f (y, w)  c = custom.f (a, w) }
      <domain: "custom", opset_import: ["" : 23]> f (p, q) => (r) { s = MatMul (p, q) r = MatMul (s, q) }`),
    [2 * (32 + 48 + 32), false],
  );
});

test('doublings of doublings are counted, not run', () => {
  const depth = 80;
  const functions = Array.from({ length: depth }, (_, level) => {
    const inner = level === 0 ? 'MatMul (x, w)' : `custom.f${level - 1} (x, w)`;
    const again = inner.replace('x,', 'a,');
    return `<domain: "custom", opset_import: ["" : 23, "custom" : 1]> f${level} (x, w) => (y) { a = ${inner} y = ${again} }`;
  });
  const call = `y = custom.f${depth - 1} (x, w)`;
  assert.deepEqual(total(`g (float[1,1] w, float[1,1] x) => (y) { ${call} } ${functions.join('\n')}`), [
    2n ** 80n,
    false,
  ]);
});

test('a function that calls itself costs nobody knows what', () => {
  assert.deepEqual(
    total(`g (float[1] x) => (y) { y = custom.f (x) }
      <domain: "custom", opset_import: ["custom" : 1]> f (x) => (y) { y = custom.f (x) }`),
    [undefined, false],
  );
});

const bytes = (inputs: string, outputs: string, node: string): unknown =>
  factsOfText(`${header} g (${inputs}) => (${outputs}) { ${node} }`).total.bytes;

for (const [what, inputs, outputs, node, expected] of [
  ['each input and output', 'float[2,3] a, float[3,4] b', 'y', 'y = MatMul (a, b)', 4 * (6 + 12 + 8)],
  ['a value that is named twice, once', 'float16[8] x', 'y', 'y = Add (x, x)', 2 * 16],
  ['elements of four bits, packed', 'int4[5] x, float s', 'y', 'y = DequantizeLinear (x, s)', 3 + 4 + 20],
  ['nothing for inputs left out', 'float[4] x', 'y', 'y = Clip (x, "", "")', 32],
  ['not known for a symbol', 'float[N] x', 'y', 'y = Relu (x)', undefined],
  ['not known for texts', 'string[2] x', 'y', 'y = Identity (x)', undefined],
] as const) {
  test(`bytes: ${what}`, () => assert.equal(bytes(inputs, outputs, node), expected));
}

/** What people who have no STFT export instead: a kernel for the real and one for the imaginary part of each bin. */
test('a short-time Fourier transform costs what the convolution with its kernels does', () => {
  const constant = (name: string, value: number) => `${name} = Constant <value = int64 {${value}}> ()`;
  const transform = macs(
    'float[2,1000,1] x, float[400] w',
    'float[2,4,201,2] y',
    `${constant('s', 160)} ${constant('l', 400)} y = STFT (x, s, w, l)`,
  );
  const kernels = macs('float[2,1,1000] x, float[402,1,400] k', 'y', 'y = Conv <strides = [160]> (x, k)');
  assert.equal(transform, kernels);
});

test('operators of one type that read other lengths cost their own', () => {
  assert.deepEqual(
    total(`g (float[1,8,1] x) => (a, b) <int64 m = {4}, int64 n = {16}> { a = DFT (x, m) b = DFT (x, n) }`),
    [4 * 2 * 4 + 16 * 2 * 8, false],
  );
});

test('packed sequences with offsets that are known cost their pairs', () => {
  const node = 'com.microsoft.PackedMultiHeadAttention <num_heads = 2>';
  const inputs = 'float[6,8] q, int32[2,4] o';
  assert.deepEqual(
    total(`g (${inputs}) => (float[6,8] y) <int32[3] c = {0, 2, 6}> { y = ${node} (q, q, q, "", o, c) }`),
    [(4 + 16) * 16, false],
  );
  const paged = 'com.microsoft.PagedAttention <num_heads = 4, kv_num_heads = 2>';
  assert.deepEqual(
    total(`g (float16[3,32] q, float16[3,16] k, float16[9,16,2,8] kc, int32[2,4] t) => (float16[3,32] y)
      <int32[3] c = {0, 1, 3}, int32[2] p = {5, 0}> { y = ${paged} (q, k, k, kc, kc, c, p, t) }`),
    [(1 * 6 + 2 * 2) * 2 * 32, false],
  );
});
