import { type Dimension, isKnown, type Shape } from '../../../../model';
import type { OperatorContext } from '../../context';
import { multiply, withDimension } from '../../rules/dimensions';
import * as integers from '../../rules/integers';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { notations, sharedNotation } from '../../rules/shape-notation';
import { quotient, shapeOfRank } from './attention';

/**
 * Attention of linear cost and what comes with it, in models since Mamba2 and Qwen3-Next (docs/ContribOperators.md of
 * microsoft/onnxruntime at 004b79e, and the schemas of ONNX Runtime 1.32). These are newer than the table of schemas.
 */

/** Batch x length x heads * head size; the state is batch x heads x key size x value size. */
function linearAttentionRule(context: OperatorContext): void {
  const [query, key, value] = [0, 1, 2].map((input) => shapeOfRank(context, input, 3));
  const [queryHeads, heads] = [context.int('q_num_heads') ?? null, context.int('kv_num_heads') ?? null];
  const valueSize = quotient(value?.[2] ?? null, heads);
  const batch = query?.[0] ?? null;
  const outputHeads = isKnown(queryHeads) && isKnown(heads) ? integers.maximum(queryHeads, heads) : null;
  context.setTensor(0, context.elementType(0), [batch, query?.[1] ?? null, multiply(outputHeads, valueSize)]);
  const state: Dimension[] = [batch, heads, quotient(key?.[2] ?? null, heads), valueSize];
  setState(context, windowed(context, state));
}

/** Input and output are batch x channels x spatial dimensions, or the channels last; the state is what comes before. */
function causalConvolution(context: OperatorContext): void {
  const input = context.shape(0);
  const weights = context.shape(1);
  const channelsLast = context.int('channels_last') === 1;
  const last = context.int('input_channels') || undefined;
  context.setTensor(0, context.elementType(0), input && (last ? withDimension(input, input.length - 1, last) : input));
  const kernel = weights?.length === 3 ? weights[2]! : null;
  const length = isKnown(kernel) ? integers.multiply(integers.subtract(kernel, 1), context.int('dilation') ?? 1) : null;
  const extended = ['state_length', 'state_channels_last', 'input_channels'];
  const isPlain = input?.length === 3 && extended.every((name) => context.attribute(name) === undefined);
  const [batch, channels] = [input?.[0] ?? null, weights?.[0] ?? null];
  setState(
    context,
    isPlain ? windowed(context, channelsLast ? [batch, length, channels] : [batch, channels, length]) : undefined,
  );
}

/** The state after is like the one before, where that is given. */
function setState(context: OperatorContext, otherwise: Shape): void {
  const past = context.shape(3);
  context.setTensor(1, context.elementType(context.hasInput(3) ? 3 : 0), context.hasInput(3) ? past : otherwise);
}

/** A window of states has an axis of its own, the first. */
function windowed(context: OperatorContext, state: readonly Dimension[]): readonly Dimension[] {
  const window = context.int('state_window') ?? 0;
  return window > 0 ? [window, ...state] : state;
}

/** Without a second input the first holds both halves. */
function gatedLinearUnit(context: OperatorContext): void {
  const gate = context.shape(0);
  const isWhole = context.hasInput(1) || gate === undefined || gate.length === 0;
  const shape = isWhole ? gate : withDimension(gate, gate.length - 1, quotient(gate.at(-1)!, 2));
  context.setTensor(0, context.elementType(0), shape);
}

/** Streams side by side in the last axis, or in an axis of their own, become one. */
function mixStreams(context: OperatorContext): void {
  const streams = context.shape(0);
  const branches = context.int('num_branches') ?? 0;
  const shape =
    branches > 0
      ? streams?.with(-1, quotient(streams.at(-1) ?? null, branches))
      : streams && streams.length >= 2
        ? [...streams.slice(0, -2), streams.at(-1)!]
        : undefined;
  context.setTensor(0, context.elementType(0), shape);
}

/** The router's logits, then both halves of what an expert makes of them: columns of one product. */
function routerProjection(context: OperatorContext): void {
  const [input, columns] = [context.shape(0), shapeOfRank(context, 1, 2)?.[1]];
  const router = context.int('router_size') ?? null;
  const both = isKnown(columns) && isKnown(router) ? integers.subtract(columns, router) : null;
  for (const [output, length] of [router, quotient(both, 2)].entries()) {
    const shape = input?.length ? withDimension(input, input.length - 1, length) : undefined;
    context.setTensor(output, context.elementType(0), shape);
  }
}

export const linearAttention: RuleTable = [
  ...sharedRule(['LinearAttention'], linearAttentionRule),
  ...sharedRule(['CausalConvWithState'], causalConvolution),
  ...sharedRule(['SwiGLU'], gatedLinearUnit),
  ...sharedRule(['HyperConnectionPreMix'], mixStreams),
  ...sharedRule(['RouterGateUpProj'], routerProjection),
  ...sharedNotation(
    ['GatedAdd', 'GatedRMSNorm', 'ScaledSiLU', 'BranchwiseRMSNorm', 'HyperConnectionPostMix', 'MoEPacked'],
    '[...] -> 0[...]',
  ),
  ...sharedNotation(['LinearAttentionGate', 'EngramGate'], '[...] -> 0[...] 0[...]'),
  ...sharedNotation(['MatMulNBitsQLoRA', 'MatMulPacked'], '[...,_] -> 0[...,@N]'),
  ...notations({
    GatherPacked: '_ [...] -> @output_dtype=bfloat16[...,@K]',
    VarlenCausalConvWithState: '[...] _ _ _ [B,C,L] -> 0[...] 4[B,C,L]',
  }),
];
