import { type Dimension, isKnown } from '../../../model';
import { missing, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { add, DimensionVariable, multiply, unifyShape } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { perHead } from './attention';

/** Operators that carry a state from step to step beside attention. */

function variables(count: number): DimensionVariable[] {
  return Array.from({ length: count }, () => new DimensionVariable());
}

/** Input B x C x L, weights C x 1 x K, bias C, state B x C x (K - 1). */
function causalConvolution(context: OperatorContext): void {
  const activation = context.string('activation') ?? 'none';
  if (!['none', 'silu', 'swish'].includes(activation)) {
    contradict('activation must be none, silu or swish', 'activation 必须为 none、silu 或 swish');
  }
  const [batch, channels, length, kernel, state] = variables(5) as [
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
  ];
  unifyShape(context, 0, [batch, channels, length]);
  unifyShape(context, 1, [channels, new DimensionVariable(1), kernel]);
  unifyShape(context, 2, [channels]);
  unifyShape(context, 3, [batch, channels, state]);
  if (isKnown(kernel.value)) {
    if (kernel.value < 1) contradict(`the kernel is ${kernel.value} long`, `卷积核长度为 ${kernel.value}`);
    state.unify(add(kernel.value, -1));
  }
  context.setTensor(0, context.elementType(0), context.shape(0));
  context.setTensor(1, context.elementType(0), [batch.value, channels.value, state.value]);
}

/** Which of decay and beta each rule takes. */
const updateRules = new Map([
  ['linear', { decay: false, beta: false }],
  ['gated', { decay: true, beta: false }],
  ['delta', { decay: false, beta: true }],
  ['gated_delta', { decay: true, beta: true }],
]);

function linearAttention(context: OperatorContext): void {
  const heads = context.int('q_num_heads') ?? missing('q_num_heads');
  const shared = context.int('kv_num_heads') ?? missing('kv_num_heads');
  if (heads <= 0 || shared <= 0 || BigInt(heads) % BigInt(shared) !== 0n) {
    contradict(`${heads} heads cannot share ${shared}`, `${heads} 个查询头不能均分到 ${shared} 个键值头`);
  }
  checkUpdateRule(context);
  const [batch, length, query, key, value, keySize, valueSize] = variables(7) as [
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
    DimensionVariable,
  ];
  unifyShape(context, 0, [batch, length, query]);
  unifyShape(context, 1, [batch, length, key]);
  unifyShape(context, 2, [batch, length, value]);
  unifyShape(context, 3, [batch, new DimensionVariable(shared), keySize, valueSize]);
  const [decay, beta] = [new DimensionVariable(), new DimensionVariable()];
  unifyShape(context, 4, [batch, length, decay]);
  unifyShape(context, 5, [batch, length, beta]);
  keySize.unify(perHead(query.value, heads));
  keySize.unify(perHead(key.value, shared));
  valueSize.unify(perHead(value.value, shared));
  checkLast('decay', decay.value, [shared, multiply(shared, keySize.value)]);
  checkLast('beta', beta.value, [1, shared]);
  const elementType = context.elementType(0);
  context.setTensor(0, elementType, [batch.value, length.value, multiply(heads, valueSize.value)]);
  const stateType = context.hasInput(3) ? context.elementType(3) || elementType : elementType;
  context.setTensor(1, stateType, [batch.value, shared, keySize.value, valueSize.value]);
}

function checkUpdateRule(context: OperatorContext): void {
  const name = context.string('update_rule') ?? 'gated_delta';
  const rule = updateRules.get(name);
  if (rule === undefined) contradict('update_rule has an unknown value', 'update_rule 的取值未知');
  if (rule.decay !== context.hasInput(4) || rule.beta !== context.hasInput(5)) {
    contradict(
      `update_rule ${name} ${rule.decay ? 'needs' : 'forbids'} decay and ${rule.beta ? 'needs' : 'forbids'} beta`,
      `update_rule 为 ${name} 时${rule.decay ? '必须' : '不得'}提供 decay，${rule.beta ? '必须' : '不得'}提供 beta`,
    );
  }
}

function checkLast(name: string, last: Dimension, allowed: readonly Dimension[]): void {
  if (isKnown(last) && allowed.every((dimension) => isKnown(dimension) && dimension !== last)) {
    contradict(
      `the last dimension of ${name} is ${last}, not ${allowed.join(' or ')}`,
      `${name} 的最后一维为 ${last}，应为 ${allowed.join(' 或 ')}`,
    );
  }
}

export const stateful: RuleTable = [
  ...sharedRule(['CausalConvWithState'], causalConvolution),
  ...sharedRule(['LinearAttention'], linearAttention),
];
