import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assessment, GraphRoute, ModelFacts, OperatorAssessment, Precision } from '../../core/model';
import { assess, findTarget } from '../../core/targets';
import { factsOfText, operatorCase } from './operator-case';

function assessed(facts: ModelFacts, target: string, route: GraphRoute, precision?: Precision): Assessment {
  return assess(facts, findTarget(target)!, route, { precision });
}

/** What a target and route make of the operator of a case (operator-case.ts). */
function ofCase(line: string, target: string, route: GraphRoute, precision?: Precision): OperatorAssessment {
  const { facts, operator } = operatorCase(line);
  return assessed(facts, target, route, precision).of(operator.graph, operator.operator);
}

const shown = ({ verdict, reasons }: OperatorAssessment) =>
  [verdict, ...reasons.map(({ id, outcome }) => (outcome === 'undecided' ? `${id}?` : id))].join(' ');

describe('verdicts', () => {
  const cases: readonly (readonly [line: string, target: string, route: GraphRoute, expected: string])[] = [
    ['MatMul (float[2,3], float[3,4])', 'sophgo-sc11-fp300', 'tpu-mlir', 'native'],
    ['opset 20 Gelu (float[2])', 'sophgo-sc11-fp300', 'tpu-mlir', 'unsupported Gelu/not-imported'],
    ['__proto__ (float[2])', 'sophgo-sc11-fp300', 'tpu-mlir', 'unsupported __proto__/not-imported'],
    ['__proto__ (float[2])', 'ascend-910b2', 'atc', 'unsupported __proto__/no-parser'],
    // tpu-mlir looks at the type alone.
    ['com.microsoft:MatMul (float[2,3], float[3,4])', 'sophgo-bm1684x', 'tpu-mlir', 'limited MatMul/domain?'],
    ['tpu_mlir:ConcatVolume (float[2])', 'sophgo-bm1684x', 'tpu-mlir', 'native'],
    ['com.microsoft:MatMul (float[2,3], float[3,4])', 'ascend-910b2', 'atc', 'unsupported MatMul/no-parser'],
    [
      'com.microsoft:FusedMatMul (float[2,3], float[3,4])',
      'ascend-910b2',
      'ort-cann',
      'host com.microsoft.FusedMatMul/on-host',
    ],
    ['my.own:Operator (float[2])', 'ascend-910b2', 'ort-cann', 'unknown my.own.Operator/on-host'],
    // Tests of the vendor that all fail.
    ['Trilu (float[3,3])', 'sophgo-sc11-fp300', 'tpu-mlir', 'unknown Trilu/computes-in-f32 Trilu/vendor-tests'],
    ['Trilu (float[3,3])', 'sophgo-bm1684x', 'tpu-mlir', 'slow Trilu/computes-in-f32'],
    // No lowering for the chip, and failing tests too; a lowering that a pass before makes needless.
    ['Erf (float[2])', 'sophgo-bm1684', 'tpu-mlir', 'unsupported Erf/no-lowering'],
    ['Squeeze (float[1,2], int64[1] = {0})', 'sophgo-bm1684', 'tpu-mlir', 'native'],
    ['Ceil (float[2])', 'sophgo-bm1684', 'tpu-mlir', 'limited Ceil/no-lowering?'],
    // ATC's parser has a key for each model opset.
    ['opset 18 Add (float[2], float[2])', 'ascend-910b2', 'atc', 'native'],
    ['opset 19 Add (float[2], float[2])', 'ascend-910b2', 'atc', 'unsupported Add/opset'],
    ['opset 7 Add (float[2], float[2])', 'ascend-910b2', 'atc', 'unsupported Add/opset'],
    ['opset 18 ReduceL2 (float[2,3])', 'ascend-910b2', 'atc', 'unsupported ReduceL2/opset'],
    [
      'opset 10 MaxUnpool <kernel_shape = [2,2]> (float[1,1,2,2], int64[1,1,2,2])',
      'ascend-910b2',
      'atc',
      'unsupported MaxUnpool/opset',
    ],
    ['opset 21 Constant <value = float {1}> ()', 'ascend-910b2', 'atc', 'native'],
    ['Loop (int64, bool)', 'ascend-910b2', 'atc', 'unsupported Loop/no-parser'],
    ['npu:NPURmsNorm (float16[2,3], float16[3])', 'ascend-910b2', 'atc', 'native'],
    // Kernels by chip and element type.
    ['Erf (bfloat16[2])', 'ascend-910b2', 'atc', 'native'],
    ['Erf (bfloat16[2])', 'ascend-310p', 'atc', 'unsupported Erf/bfloat16'],
    // Of Mul no list of types is known, on any chip.
    ['Mul (bfloat16[2], bfloat16[2])', 'ascend-910b2', 'atc', 'native'],
    ['Mul (bfloat16[2], bfloat16[2])', 'ascend-310p', 'atc', 'unsupported Mul/bfloat16'],
    ['MatMul (bfloat16[2,3], bfloat16[3,4])', 'ascend-910a', 'atc', 'unsupported MatMul/bfloat16'],
    ['Cosh (double[2])', 'ascend-910b2', 'atc', 'slow Cosh/ai-cpu'],
    ['Sinh (double[2])', 'ascend-910b2', 'atc', 'unknown Sinh/type-double'],
    ['Det (float[2,2])', 'ascend-910b2', 'atc', 'slow Det/ai-cpu'],
    // The branches decide, not the condition.
    ['Where (bool[2], float[2], float[2])', 'ascend-910b2', 'atc', 'native'],
    ['ConstantOfShape (int64[2])', 'ascend-910b2', 'atc', 'native'],
    ['GridSample (float[1,2,4,4], float[1,3,3,2])', 'ascend-310b', 'atc', 'slow GridSample/ai-cpu'],
    ['NonMaxSuppression (float[1,6,4], float[1,2,6])', 'ascend-310p', 'atc', 'native'],
    [
      'NonMaxSuppression (float[1,6,4], float[1,2,6])',
      'ascend-910b2',
      'atc',
      'unknown NonMaxSuppression/no-kernel-listed',
    ],
    ['Dropout (float[2])', 'ascend-910b2', 'atc', 'unknown Dropout/no-kernel-known'],
    ['Slice (float[4,4], int64[1] = {0}, int64[1] = {2})', 'ascend-910b2', 'atc', 'converted Slice/derived-kernel'],
    ['Add (float[2], float[2])', 'ascend-610', 'atc', 'unknown Add/chip-not-listed'],
    // Of the Ascend 950 the public definitions are known; what has none there may still have a kernel.
    ['Add (float[2], float[2])', 'ascend-950', 'atc', 'native'],
    ['Add (double[2], double[2])', 'ascend-950', 'atc', 'slow Add/ai-cpu'],
    [
      'Conv <strides = [1,1], pads = [0,0,0,0]> (float[1,2,8,8], float[4,2,3,3] = ?)',
      'ascend-950',
      'atc',
      'converted Conv/derived-kernel',
    ],
    ['CastLike (float[2], float16[2])', 'ascend-950', 'atc', 'converted CastLike/derived-kernel'],
    ['Det (float[2,2])', 'ascend-950', 'atc', 'unknown Det/no-kernel-listed'],
    ['Resize <mode = "nearest"> (float[1,1,2,2], -, float[4] = {1,1,2,2})', 'ascend-950', 'atc', 'native'],
    ['ScatterND (float[4,4], int64[2,1], float[2,4])', 'ascend-950', 'atc', 'native'],
    // The graph engine needs no kernel for these, whatever the chip and the type.
    ['Size (string[2])', 'ascend-310p', 'atc', 'native'],
    ['Squeeze (complex64[1,2], int64[1] = {0})', 'ascend-950', 'atc', 'native'],
    // Constants are folded on the host whatever the kernels.
    ['Det (float[2,2] = ?)', 'ascend-910b2', 'atc', 'native'],
    // ONNX Runtime: a compiled graph through ATC, single kernels, the host.
    ['Add (float[2], float[2])', 'ascend-910b2', 'ort-cann', 'native'],
    ['opset 19 Add (float[2], float[2])', 'ascend-910b2', 'ort-cann', 'unsupported Add/opset'],
    ['opset 7 Add (float[2], float[2])', 'ascend-910b2', 'ort-cann', 'native'],
    ['opset 7 Add (string[2], string[2])', 'ascend-910b2', 'ort-cann', 'host Add/on-host'],
    ['LayerNormalization (float[2,3], float[3])', 'ascend-910b2', 'ort-cann', 'host LayerNormalization/on-host'],
  ];
  for (const [line, target, route, expected] of cases) {
    test(`${line} on ${target} by ${route}: ${expected}`, () => {
      assert.equal(shown(ofCase(line, target, route)), expected);
    });
  }
});

describe('precision', () => {
  const cases: readonly (readonly [
    line: string,
    target: string,
    precision: Precision | undefined,
    expected: string,
  ])[] = [
    ['Sigmoid (float[2])', 'sophgo-sc11-fp300', undefined, 'slow Sigmoid/computes-in-f32'],
    ['Sigmoid (float[2])', 'sophgo-sc11-fp300', 'bf16', 'slow Sigmoid/computes-in-f32'],
    ['Sigmoid (float[2])', 'sophgo-sc11-fp300', 'f32', 'native'],
    ['Sigmoid (float[2])', 'sophgo-sc11-fp300', 'int8', 'native'],
    // F32 in F16 mode only.
    ['GlobalAveragePool (float[1,2,4,4])', 'sophgo-sc11-fp300', undefined, 'native'],
    ['GlobalAveragePool (float[1,2,4,4])', 'sophgo-sc11-fp300', 'f16', 'slow GlobalAveragePool/computes-in-f32'],
    ['GlobalAveragePool (float[1,2,4,4])', 'sophgo-sc11-fp300', 'bf16', 'native'],
    ['Exp (float[2])', 'sophgo-sc11-fp300', 'fp8', 'unsupported Exp/not-lowered'],
    // A division by a constant is a multiplication; one by a computed value is not.
    ['Div (float[2], float = {3})', 'sophgo-sc11-fp300', 'f16', 'native'],
    ['Div (float[2], float[2])', 'sophgo-sc11-fp300', 'f16', 'slow Div/computes-in-f32'],
    ['Div (float[2], float[2])', 'sophgo-bm1688', 'f16', 'native'],
  ];
  for (const [line, target, precision, expected] of cases) {
    test(`${line} in ${precision ?? 'any precision'} on ${target}: ${expected}`, () => {
      assert.equal(shown(ofCase(line, target, 'tpu-mlir', precision)), expected);
    });
  }

  const lacks: readonly (readonly [
    target: string,
    route: GraphRoute,
    precision: Precision,
    reason: string | undefined,
  ])[] = [
    ['sophgo-bm1684', 'tpu-mlir', 'f16', 'model/precision-f16'],
    ['sophgo-sc11-fp300', 'tpu-mlir', 'f16', undefined],
    ['ascend-310p', 'atc', 'bf16', 'model/precision-bf16'],
    ['ascend-910b2', 'atc', 'fp8', 'model/precision-fp8'],
    ['ascend-910b2', 'ort-cann', 'bf16', undefined],
  ];
  for (const [target, route, precision, reason] of lacks) {
    test(`${target} ${reason === undefined ? 'has' : 'lacks'} ${precision}`, () => {
      const { facts } = operatorCase('Relu (float[2])');
      const [first] = assessed(facts, target, route, precision).modelReasons;
      assert.equal(first?.id, reason);
      if (first !== undefined) assert.ok(first.evidence.length > 0);
    });
  }
});

describe('rules of the whole model', () => {
  const cases: readonly (readonly [line: string, route: GraphRoute, reasons: readonly string[]])[] = [
    ['Relu (float[2])', 'tpu-mlir', []],
    ['Relu (float[N,2])', 'tpu-mlir', ['model/dynamic-dimension undecided']],
    ['Gather (float[4], int64[2])', 'tpu-mlir', ['model/int64-input undecided']],
    ['Relu (float16[2])', 'tpu-mlir', ['model/input-to-f32 broken']],
    ['Add (float[2], float16[2] = {1,2})', 'tpu-mlir', ['model/weights-to-f32 broken']],
    ['Gather (float[4], int64[1] = {16777217})', 'tpu-mlir', ['model/large-integers broken']],
    ['Slice (float[4], int64[1] = {0}, int64[1] = {9223372036854775807})', 'tpu-mlir', []],
    ['Relu (double[2])', 'atc', ['model/input-type undecided']],
  ];
  for (const [line, route, reasons] of cases) {
    test(`${line} by ${route}: ${reasons.join(', ') || 'nothing'}`, () => {
      const target = route === 'atc' ? 'ascend-910b2' : 'sophgo-bm1684x';
      const { modelReasons } = assessed(operatorCase(line).facts, target, route);
      assert.deepEqual(
        modelReasons.map(({ id, outcome }) => `${id} ${outcome}`),
        reasons,
      );
    });
  }
});

test('operators of one kind share their assessment, reasons and all', () => {
  const facts = factsOfText(`<ir_version: 8, opset_import: ["" : 17]>
g (float[2] x) => (float[2] y) { a = Elu (x) b = Elu (a) y = Elu (b) }`);
  const { of } = assessed(facts, 'sophgo-bm1684x', 'tpu-mlir');
  const [first, second, third] = facts.graphs[0]!.operators.map(({ graph, operator }) => of(graph, operator));
  assert.equal(first, second);
  assert.equal(second, third);
  assert.equal(first!.verdict, 'silent');
});

test('every reason of every verdict has evidence and both languages', () => {
  const lines = [
    'Gelu (float[2])',
    'Elu (float[2])',
    'Erf (float[2])',
    'Det (float[2,2])',
    'opset 19 Add (float[2], float[2])',
  ];
  const targets: readonly (readonly [string, GraphRoute])[] = [
    ['sophgo-sc11-fp300', 'tpu-mlir'],
    ['ascend-310p', 'atc'],
    ['ascend-910c', 'ort-cann'],
  ];
  for (const line of lines) {
    for (const [target, route] of targets) {
      for (const { message, advice, evidence } of ofCase(line, target, route).reasons) {
        assert.ok(evidence.length > 0 && evidence.every(({ source, version, where }) => source && version && where));
        for (const text of [message, advice])
          if (text !== undefined) assert.ok(text.en !== '' && /\p{Script=Han}/u.test(text.zh));
      }
    }
  }
});

test('cancelled, an assessment knows nothing of the rest', () => {
  const { facts, operator } = operatorCase('Relu (float[2])');
  const many = { ...facts, graphs: [{ ...facts.graphs[0]!, operators: Array(5000).fill(operator) }] };
  const target = findTarget('sophgo-bm1684x')!;
  let asked = 0;
  const { of } = assess(many, target, 'tpu-mlir', { task: { isCancelled: () => ++asked > 0 } });
  assert.equal(asked, 1);
  assert.equal(of(operator.graph, { ...operator.operator, index: 4999 }).verdict, 'unknown');
});

test('what follows from fixed shapes is as good as a constant to ATC', () => {
  const expanded = (input: string) => {
    const facts = factsOfText(`<ir_version: 8, opset_import: ["" : 17]>
      g (${input} x, float[1] v) => (float[] y) { s = Shape (x) y = Expand (v, s) }`);
    const [, expand] = facts.graphs[0]!.operators;
    return shown(assessed(facts, 'ascend-310', 'atc').of(expand!.graph, expand!.operator));
  };
  assert.equal(expanded('float[2,3]'), 'native');
  assert.equal(expanded('float[N,3]'), 'limited Expand/constant-shape?');
});

test('what ONNX Runtime writes into a model: the one from before is to be converted', () => {
  const adviceOf = (line: string, target: string, route: GraphRoute) =>
    ofCase(line, target, route)
      .reasons.map(({ advice }) => advice?.en)
      .join();
  const fused = 'com.microsoft:BiasGelu (float[2,3], float[3])';
  for (const [target, route] of [
    ['sophgo-bm1684x', 'tpu-mlir'],
    ['ascend-910b2', 'atc'],
    ['ascend-910b2', 'ort-cann'],
  ] as const) {
    assert.match(adviceOf(fused, target, route), /optimizer and quantizer write such operators/, route);
  }
  assert.match(adviceOf('SimplifiedLayerNormalization (float[2,3], float[3])', 'ascend-910b2', 'atc'), /optimizer/);
  assert.doesNotMatch(adviceOf('my.own:Operator (float[2])', 'ascend-910b2', 'atc'), /optimizer/);
});
