import { type Dimension, type Graph, tensor, type ValueType } from '../../../model';
import { normalizeAxis, type OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { unify, withoutDimension } from '../rules/dimensions';
import { type RuleTable, sharedRule } from '../rules/operator-rules';
import { isAnonymous, mapDimensions } from '../symbols';
import { conflictOf, isTensor, mergeTypes, unionTypes } from '../type-merging';

const int64 = 7;

/** What both branches make; where the condition is known, what the branch that is taken makes. */
function choose(context: OperatorContext): void {
  const yes = context.inferSubgraph(context.graph('then_branch'), []);
  const no = context.inferSubgraph(context.graph('else_branch'), []);
  const count = context.outputCount;
  if (count < yes.length && yes.length === no.length) context.engine.warnOfLeftOut(context, yes.length);
  else if (yes.length !== no.length || yes.length !== count) {
    contradict(
      `has ${count} outputs, its branches ${yes.length} and ${no.length}`,
      `有 ${count} 个输出，而两个分支分别有 ${yes.length} 和 ${no.length} 个`,
    );
  }
  const condition = context.scalar(0);
  for (let i = 0; i < count; i++) {
    const conflict = conflictOf(yes[i], no[i]);
    if (conflict === 'kind' || conflict === 'element type') {
      contradict(`output ${i} has another type in each branch`, `第 ${i} 个输出在两个分支中的类型不同`);
    }
    context.setType(i, condition === 1 ? yes[i] : condition === 0 ? no[i] : unionTypes(yes[i], no[i]));
  }
}

/** Nested deeper than this, a loop's body is inferred once, as each level multiplies the work. */
const deepestRepeated = 3;

/**
 * A loop's state may change its shape from one iteration to the next. Its body is inferred for the shape that the state
 * begins with; what comes out different is unknown, and the body is inferred again until nothing is left that changes.
 */
function loop(context: OperatorContext): void {
  const body = context.graph('body');
  const count = Math.max(context.inputCount - 2, 0);
  const initial = Array.from({ length: count }, (_, i) => context.type(i + 2));
  const [state, outputs] = stableState(context, body, initial);
  if (outputs.length !== context.outputCount + 1) {
    contradict(
      `the body has ${outputs.length} outputs, not ${context.outputCount + 1}`,
      `循环体有 ${outputs.length} 个输出，应为 ${context.outputCount + 1} 个`,
    );
  }
  for (let i = 0; i < context.outputCount; i++) {
    const made = outputs[i + 1];
    if (i < count) {
      checkSameKind(state[i], made, i);
      const isWrapped = state[i]?.kind === 'optional' && made?.kind !== 'optional';
      context.setType(i, isWrapped ? made : (state[i] ?? withoutShape(made)));
    } else context.setType(i, stacked(made, i));
  }
}

function stableState(
  context: OperatorContext,
  body: Graph,
  initial: readonly (ValueType | undefined)[],
): [state: readonly (ValueType | undefined)[], outputs: readonly (ValueType | undefined)[]] {
  const condition = context.hasInput(1) ? withoutShape(context.type(1)) : undefined;
  const inferWith = (state: readonly (ValueType | undefined)[]) =>
    context.inferSubgraph(body, [tensor(int64), condition, ...state]);
  let state = initial;
  for (let attempt = 0; attempt < 2 && context.scope.depth < deepestRepeated; attempt++) {
    const undo = context.engine.beginAttempt();
    const outputs = inferWith(state);
    const next = state.map((type, i) => unionTypes(type, outputs[i + 1]));
    if (next.every((type, i) => isSameType(type, state[i]))) return [state, outputs];
    undo();
    state = next.map((type, i) => type ?? withoutShape(state[i]));
  }
  state = initial.map(withoutShape);
  return [state, inferWith(state)];
}

function isSameType(a: ValueType | undefined, b: ValueType | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind) return a === b;
  if (isTensor(a) && isTensor(b)) {
    if (a.elementType !== b.elementType) return false;
    if (a.shape === undefined || b.shape === undefined) return a.shape === b.shape;
    return a.shape.length === b.shape.length && a.shape.every((dimension, i) => dimension === b.shape![i]);
  }
  if ((a.kind === 'sequence' || a.kind === 'optional') && (b.kind === 'sequence' || b.kind === 'optional')) {
    return isSameType(a.element, b.element);
  }
  return false;
}

function checkSameKind(a: ValueType | undefined, b: ValueType | undefined, index: number): void {
  // What begins as an empty optional may leave the body as what it is to hold.
  if (a?.kind === 'optional' && b?.kind !== 'optional') return;
  const conflict = conflictOf(a, b);
  if (conflict === 'kind' || conflict === 'element type') {
    contradict(`state ${index} leaves the body with another type`, `第 ${index} 个循环状态离开循环体时类型改变`);
  }
}

export function withoutShape(type: ValueType | undefined): ValueType | undefined {
  if (type === undefined) return undefined;
  if (isTensor(type)) return type.elementType === 0 ? undefined : { ...type, shape: undefined };
  return type.kind === 'sequence' || type.kind === 'optional'
    ? ({ ...type, element: withoutShape(type.element) } as ValueType)
    : type;
}

/** The outputs of all iterations, one after the other along a new first axis. */
function stacked(type: ValueType | undefined, index: number): ValueType | undefined {
  if (type === undefined) return undefined;
  if (!isTensor(type)) contradict(`scan output ${index} is not a tensor`, `第 ${index} 个扫描输出不是张量`);
  return { ...type, shape: type.shape && [null, ...type.shape] };
}

/** The numbers of inputs and outputs that are state, and of those that are scanned. */
function scanCounts(context: OperatorContext, skipped: number): [states: number, scanned: number] {
  const scanned = context.requiredNumber('num_scan_inputs');
  const states = context.inputCount - skipped - scanned;
  if (scanned < 0 || states < 0 || states > context.outputCount) {
    contradict(
      `num_scan_inputs ${scanned} does not fit ${context.inputCount} inputs and ${context.outputCount} outputs`,
      `num_scan_inputs 为 ${scanned}，与 ${context.inputCount} 个输入、${context.outputCount} 个输出不符`,
    );
  }
  return [states, scanned];
}

function axesAttribute(context: OperatorContext, name: string, count: number): readonly number[] {
  const axes = context.ints(name);
  if (axes !== undefined && axes.length !== count) {
    contradict(`${name} has ${axes.length} axes, not ${count}`, `${name} 有 ${axes.length} 个轴，应为 ${count} 个`);
  }
  return axes?.map(Number) ?? new Array<number>(count).fill(0);
}

function scan(context: OperatorContext): void {
  const [states, scanned] = scanCounts(context, 0);
  const inputAxes = axesAttribute(context, 'scan_input_axes', scanned);
  const outputAxes = axesAttribute(context, 'scan_output_axes', context.outputCount - states);
  let length: Dimension = null;
  const inputs = context.operator.inputs.map((_, i) => {
    const type = context.tensor(i);
    if (i < states || type?.shape === undefined) return type;
    const axis = normalizeAxis(inputAxes[i - states]!, type.shape.length);
    length = unify(length, type.shape[axis]!);
    return { ...type, shape: withoutDimension(type.shape, axis) };
  });
  const outputs = scanOutputs(context, inputs);
  outputs.forEach((made, i) => {
    if (i < states) context.setType(i, stateType(inputs[i], made, i));
    else context.setType(i, insertAxis(made, outputAxes[i - states]!, length));
  });
}

/** Version 8: a batch of sequences, their lengths as the first input. */
function batchedScan(context: OperatorContext): void {
  const [states] = scanCounts(context, 1);
  let [batch, length]: Dimension[] = [null, null];
  const inputs = context.operator.inputs.slice(1).map((_, i) => {
    const type = context.tensor(i + 1);
    if (type?.shape === undefined) return type;
    const shape = context.shapeOfRankAtLeast(i + 1, i < states ? 1 : 2)!;
    batch = unify(batch!, shape[0]!);
    if (i >= states) length = unify(length!, shape[1]!);
    return { ...type, shape: shape.slice(i < states ? 1 : 2) };
  });
  scanOutputs(context, inputs).forEach((made, i) => {
    const type = i < states ? stateType(inputs[i], made, i) : made;
    const shaped = i < states ? type : insertAxis(type, 0, length!);
    context.setType(i, insertAxis(shaped, 0, batch!));
  });
}

function scanOutputs(
  context: OperatorContext,
  inputs: readonly (ValueType | undefined)[],
): readonly (ValueType | undefined)[] {
  const outputs = context.inferSubgraph(context.graph('body'), inputs);
  if (outputs.length !== context.outputCount) {
    contradict(
      `the body has ${outputs.length} outputs, the operator ${context.outputCount}`,
      `循环体有 ${outputs.length} 个输出，而算子有 ${context.outputCount} 个`,
    );
  }
  outputs.forEach((type, i) => {
    if (type !== undefined && !isTensor(type))
      contradict(`output ${i} of the body is not a tensor`, `循环体的第 ${i} 个输出不是张量`);
  });
  return outputs;
}

/** State keeps its shape from step to step. What is unknown in one step may differ in the next. */
function stateType(before: ValueType | undefined, after: ValueType | undefined, index: number): ValueType | undefined {
  const conflict = conflictOf(before, after);
  if (conflict !== undefined) {
    contradict(`state ${index} changes its type in the body`, `第 ${index} 个状态在循环体中类型改变`);
  }
  const forget = (dimension: Dimension) => (isAnonymous(dimension) ? null : dimension);
  return mergeTypes(mapDimensions(after, forget), before);
}

function insertAxis(type: ValueType | undefined, axis: number, dimension: Dimension): ValueType | undefined {
  if (!isTensor(type) || type.shape === undefined) return type;
  const at = normalizeAxis(axis, type.shape.length + 1);
  return { ...type, shape: [...type.shape.slice(0, at), dimension, ...type.shape.slice(at)] };
}

export const controlFlow: RuleTable = [
  ...sharedRule(['If'], choose),
  ...sharedRule(['Loop'], loop),
  ...sharedRule(['Scan'], (context) => (context.opset < 9 ? batchedScan(context) : scan(context))),
];
