import definitions from './ascend-950.json';

/** A kernel that a graph pass puts in the place of the one that the parser makes, and the pass. */
interface Replacement {
  readonly by: string;
  readonly source: string;
}

const nn = 'hicann/ops-nn@e5c3fa9327ea';
const math = 'hicann/ops-math@c41933244c31';

/** Where definitions were looked for: all four repositories of operators. */
export const definitionRepositories: readonly string[] = [
  nn,
  math,
  'hicann/ops-cv@6ae87653464d',
  'hicann/ops-transformer@c29bc1069d32',
].map((repository) => `${repository}:op_host/*_def.cpp`);

/** Graph passes that are made for the Ascend 950: their own check of the platform names it, or an ability that it has. */
export const replacedKernels: Readonly<Record<string, Replacement>> = {
  Conv2D: { by: 'Conv2DV2', source: `${nn}:conv/conv2d_v2/op_graph/fusion_pass/conv2d_to_conv2dv2_fusion_pass.cpp` },
  MatMulV2: {
    by: 'MatMulV3',
    source: `${nn}:matmul/mat_mul_v3/op_graph/fusion_pass/matmul_to_matmul_v3_fusion_pass.cpp`,
  },
  BatchMatMulV2: {
    by: 'BatchMatMulV3',
    source: `${nn}:matmul/mat_mul_v3/op_graph/fusion_pass/matmul_to_matmul_v3_fusion_pass.cpp`,
  },
  GlobalAveragePool: {
    by: 'ReduceMean',
    source: `${math}:math/reduce_mean/op_graph/fusion_pass/globalavgpool_fusion_pass.cpp`,
  },
  // By way of Conv3DTranspose, which a second pass of the same folder replaces.
  Conv2DTranspose: {
    by: 'Conv3DTransposeV2',
    source: `${nn}:conv/conv3d_transpose_v2/op_graph/fusion_pass/conv2d_transpose_to_v2_fusion_pass.cpp`,
  },
  CastLike: { by: 'Cast', source: `${math}:math/cast/op_graph/fusion_pass/castlike_fusion_pass.cpp` },
  RandomStandardNormal: {
    by: 'RandomStandardNormalV2',
    source: `${math}:random/random_standard_normal_v2/op_graph/fusion_pass/random_standard_normal_fusion_pass.cpp`,
  },
  RandomUniform: {
    by: 'RandomUniformV2',
    source: `${math}:random/random_uniform_v2/op_graph/fusion_pass/random_uniform_fusion_pass.cpp`,
  },
  StatelessBernoulliV2: {
    by: 'StatelessBernoulli',
    source: `${math}:random/stateless_bernoulli/op_graph/fusion_pass/stateless_bernoulli_fusion_pass.cpp`,
  },
};

interface Definition {
  readonly source: string;
  readonly types?: readonly string[];
}

/** The kernel that the Ascend 950 has of an operator of the library, under its own name or another. */
export interface DefinedKernel {
  readonly name: string;
  /** The element types of the data; undefined where the definition does not list them. */
  readonly types: readonly string[] | undefined;
  readonly sources: readonly string[];
}

const byName: Readonly<Record<string, Definition>> = JSON.parse(String(definitions));

export function definedKernel(name: string): DefinedKernel | undefined {
  const own = byName[name];
  if (own !== undefined) return { name, types: own.types, sources: [own.source] };
  const replacement = replacedKernels[name];
  const definition = replacement && byName[replacement.by];
  if (replacement === undefined || definition === undefined) return undefined;
  return { name: replacement.by, types: definition.types, sources: [definition.source, replacement.source] };
}
