import type { Way } from '../../operators/tpu-mlir-lowering';

const comparison: readonly Way[] = [{ to: ['Compare'] }];

/**
 * Operators that the importer turns into different compiler operators, and when; the facts list only which ones occur. An
 * operator that is not here becomes the one that the facts name. An empty list: no row of the facts describes it.
 */
export const ways: Readonly<Record<string, readonly Way[]>> = {
  And: comparison,
  Equal: comparison,
  Greater: comparison,
  GreaterOrEqual: comparison,
  Less: comparison,
  LessOrEqual: comparison,
  Xor: comparison,
  Atan: [{ to: ['Abs', 'AddConst', 'Arccos', 'Mul', 'Reciprocal', 'Sign', 'Sqrt'] }],
  Clip: [{ to: ['Clip'] }],
  Div: [
    { when: 'scalar(input[0])', to: ['Reciprocal'] },
    { when: 'scalar(input[1]) and not scalar(input[0])', to: ['MulConst'] },
    { when: 'not scalar(input[0]) and not scalar(input[1])', to: ['Div'] },
  ],
  Mod: [{ to: ['Mod'] }],
  OneHot: [],
  Or: [{ to: ['Add', 'CompareConst'] }],
  PRelu: [
    { when: 'scalar(input[1])', to: ['LeakyRelu'] },
    { when: 'not scalar(input[1])', to: ['PRelu'] },
  ],
  Pow: [
    { when: 'scalar(input[1]) and not (at(elements(input[1]), 0) in [1, 2])', to: ['Pow'] },
    { when: 'not scalar(input[1]) and scalar(input[0])', to: ['Pow2'] },
    { when: 'not scalar(input[1]) and not scalar(input[0])', to: ['Pow3'] },
  ],
  ReduceLogSumExp: [{ to: ['Add', 'Exp', 'Log', 'Reduce', 'Sub'] }],
  // Interp, of which the facts have no row.
  Resize: [],
  RoiAlign: [{ to: ['RoiAlign'] }],
  Slice: [{ to: ['Slice'] }],
  Sub: [
    { when: 'scalar(input[0])', to: ['SubConst'] },
    { when: 'scalar(input[1]) and not scalar(input[0])', to: ['AddConst'] },
    { when: 'not scalar(input[0]) and not scalar(input[1])', to: ['Sub'] },
  ],
};
