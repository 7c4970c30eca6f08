/**
 * The groups of operators that tpu-mlir's importer makes one operator of (python/transform/OnnxOpt.py, the Torch...Pattern
 * functions; names as in the table's fusions). A pattern's steps stand one behind the other in the file, constants and
 * removed casts aside.
 */
export interface Pattern {
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly op: string;
  readonly inputs: readonly Operand[];
  /** The axes that a reduction must have. */
  readonly axes?: 'last' | 'channel';
  /** HardSigmoid with the parameters of HardSwish. */
  readonly isHardSwish?: true;
}

/** `x`: the pattern's input; `constant`: any constant; a number: a constant of that one value; `{step}`: a step's output. */
export type Operand = 'x' | 'constant' | number | { readonly step: number };

const at = (step: number): Operand => ({ step });

function normalization(name: string, axes: 'last' | 'channel', affine: boolean): Pattern {
  const steps: Step[] = [
    { op: 'ReduceMean', inputs: ['x'], axes },
    { op: 'Sub', inputs: ['x', at(0)] },
    { op: 'Pow', inputs: [at(1), 2] },
    { op: 'ReduceMean', inputs: [at(2)], axes },
    { op: 'Add', inputs: [at(3), 'constant'] },
    { op: 'Sqrt', inputs: [at(4)] },
    { op: 'Div', inputs: [at(1), at(5)] },
  ];
  if (affine) steps.push({ op: 'Mul', inputs: [at(6), 'constant'] }, { op: 'Add', inputs: [at(7), 'constant'] });
  return { name, steps };
}

const clipped: readonly Step[] = [
  { op: 'Add', inputs: ['x', 3] },
  { op: 'Clip', inputs: [at(0), 0, 6] },
];

/** Longer patterns before those that they begin with. */
export const patterns: readonly Pattern[] = [
  normalization('LayerNormalization', 'last', true),
  normalization('LayerNormalization', 'last', false),
  normalization('PixelNormalization', 'channel', true),
  normalization('PixelNormalization', 'channel', false),
  {
    name: 'GELU',
    steps: [
      { op: 'Div', inputs: ['x', 'constant'] },
      { op: 'Erf', inputs: [at(0)] },
      { op: 'Add', inputs: [at(1), 1] },
      { op: 'Mul', inputs: ['x', at(2)] },
      { op: 'Mul', inputs: [at(3), 0.5] },
    ],
  },
  {
    name: 'GELU-tanh',
    steps: [
      { op: 'Mul', inputs: ['x', 0.5] },
      { op: 'Pow', inputs: ['x', 3] },
      { op: 'Mul', inputs: [at(1), 'constant'] },
      { op: 'Add', inputs: ['x', at(2)] },
      { op: 'Mul', inputs: [at(3), 'constant'] },
      { op: 'Tanh', inputs: [at(4)] },
      { op: 'Add', inputs: [at(5), 1] },
      { op: 'Mul', inputs: [at(0), at(6)] },
    ],
  },
  {
    name: 'HardSwish',
    steps: [...clipped, { op: 'Div', inputs: [at(1), 6] }, { op: 'Mul', inputs: ['x', at(2)] }],
  },
  {
    name: 'HardSwish',
    steps: [...clipped, { op: 'Mul', inputs: ['x', at(1)] }, { op: 'Div', inputs: [at(2), 6] }],
  },
  { name: 'HardSigmoid', steps: [...clipped, { op: 'Div', inputs: [at(1), 6] }] },
  {
    name: 'HardSwish',
    steps: [
      { op: 'HardSigmoid', inputs: ['x'], isHardSwish: true },
      { op: 'Mul', inputs: ['x', at(0)] },
    ],
  },
];
