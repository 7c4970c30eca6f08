import { type NodeTime, nodeTime } from '../../estimate';
import {
  elementBits,
  elementTypeName,
  type GraphRoute,
  type Localized,
  type ModelFacts,
  type OperatorFacts,
  type Precision,
  precisionBits,
  type Target,
} from '../../model';

export interface GraphRequest {
  readonly facts: ModelFacts;
  /** How often each graph is run in one run of the model, by its path. */
  readonly calls: ReadonlyMap<string, bigint>;
  readonly target: Target;
  readonly route: GraphRoute | undefined;
  /** In which floats are computed and stored; undefined: 16 bits. */
  readonly precision?: Precision | undefined;
}

export interface TimedNode {
  readonly facts: OperatorFacts;
  /** How often it is run in one run of the model. */
  readonly count: number;
  readonly time: NodeTime;
  /** As deployed: operations (2 per MAC) and bytes of one run. */
  readonly flops: number;
  readonly bytes: number;
}

export interface GraphTime {
  /** Operators whose time is known, in the order of the model. */
  readonly nodes: readonly TimedNode[];
  /** Microseconds of one run of the model. */
  readonly totalUs: number;
  /** Operators left out because a shape is not known. */
  readonly unknown: number;
  /** Operators that take no time: they change shapes alone, or are computed when the model is compiled. */
  readonly free: number;
  readonly precision: Precision;
  readonly assumptions: readonly Localized[];
}

const usual: Precision = 'f16';
/** Below this the beginning of a kernel decides on every device that was measured. */
export const startUs = 2;

/** Operators that matrix units compute. Others are as long as the bytes that they move. */
const matrixOperators: ReadonlySet<string> = new Set([
  'MatMul',
  'Gemm',
  'Conv',
  'ConvTranspose',
  'DeformConv',
  'Einsum',
  'Attention',
  'LSTM',
  'GRU',
  'RNN',
  'MatMulInteger',
  'ConvInteger',
  'QLinearMatMul',
  'QLinearConv',
]);

/** The time of every operator of a graph on one device by its roofline, and their sum; a problem where the chip is not known. */
export function graphTime(request: GraphRequest): GraphTime | { readonly problem: Localized } {
  const { facts, calls, precision = usual } = request;
  const nodes: TimedNode[] = [];
  let totalUs = 0;
  let unknown = 0;
  let free = 0;
  for (const { graph, operators } of facts.graphs) {
    const count = Number(calls.get(graph.path) ?? 0n);
    if (count === 0) continue;
    for (const operator of operators) {
      // A call's cost is that of the body, whose operators are listed too.
      if (operator.function !== undefined || operator.cost.isNested) continue;
      if (takesNoTime(operator)) {
        free += 1;
        continue;
      }
      const work = workOf(operator, precision);
      if (work === undefined) {
        unknown += 1;
        continue;
      }
      const { time, problem } = nodeTime({ ...work, precision }, request.target, request.route);
      if (problem !== undefined) return { problem };
      totalUs += count * time.timeUs;
      nodes.push({ facts: operator, count, time, flops: work.flops, bytes: work.bytes });
    }
  }
  return {
    nodes,
    totalUs,
    unknown,
    free,
    precision,
    assumptions: assumptionsOf(request, precision, unknown, free, nodes),
  };
}

/** Operators that move no element: a compiler leaves the data where they are. */
const renamings: ReadonlySet<string> = new Set([
  'Constant',
  'Flatten',
  'Identity',
  'Reshape',
  'Shape',
  'Size',
  'Squeeze',
  'Unsqueeze',
]);

function takesNoTime(facts: OperatorFacts): boolean {
  return facts.domain === '' && (renamings.has(facts.operator.opType) || isFolded(facts));
}

/** Whether it is computed when the model is compiled: from weights, and from elements that follow from fixed shapes. */
function isFolded(facts: OperatorFacts): boolean {
  const { inputCount } = facts.operator;
  for (let index = 0; index < inputCount; index++) {
    if (facts.hasInput(index) && facts.inputIsConstant(index) !== true && !isKnown(facts.inputElements(index)))
      return false;
  }
  return inputCount > 0;
}

function isKnown(elements: ReturnType<OperatorFacts['inputElements']>): boolean {
  return elements?.every((element) => element !== null && typeof element !== 'string') === true;
}

/** The time of one operator; undefined where it takes none, and where a shape or the chip is not known. */
export function operatorTime(
  facts: OperatorFacts,
  { target, route, precision = usual }: Pick<GraphRequest, 'target' | 'route' | 'precision'>,
): NodeTime | undefined {
  if (takesNoTime(facts)) return undefined;
  const work = workOf(facts, precision);
  return work && nodeTime({ ...work, precision }, target, route).time;
}

function workOf(facts: OperatorFacts, precision: Precision) {
  const { macs, bytes } = facts.cost;
  if (bytes === undefined) return undefined;
  const matrix = matrixOperators.has(facts.operator.opType);
  if (matrix && macs === undefined) return undefined;
  return { flops: 2 * Number(macs ?? 0), bytes: Number(bytes) * shrinking(facts, precision), matrix };
}

/** Floats are stored in the deployment's precision; what is smaller already stays as it is. */
function shrinking(facts: OperatorFacts, precision: Precision): number {
  const stored = storedBits(facts);
  return stored === undefined ? 1 : Math.min(1, precisionBits[precision] / stored);
}

const floats: ReadonlySet<string> = new Set(['float', 'double', 'float16', 'bfloat16']);

/** Bits of the floats that an operator reads or makes; undefined where it has none. */
function storedBits(facts: OperatorFacts): number | undefined {
  for (const type of [facts.inputType(0), facts.outputType(0)]) {
    if (type?.kind === 'tensor' && floats.has(elementTypeName(type.elementType))) return elementBits(type.elementType);
  }
  return undefined;
}

function assumptionsOf(
  { route }: GraphRequest,
  precision: Precision,
  unknown: number,
  free: number,
  nodes: readonly TimedNode[],
): Localized[] {
  const said: Localized[] = [
    {
      en: `Floats are computed and stored in ${precision}; each operator reads its inputs and writes its outputs once. What the compiler fuses takes less.`,
      zh: `浮点数以 ${precision} 计算和存储；每个算子读一次输入、写一次输出。被编译器融合的部分耗时更少。`,
    },
  ];
  if (free > 0) {
    said.push({
      en: `${free} operators take no time: they change shapes alone, or are computed when the model is compiled.`,
      zh: `${free} 个算子不计耗时：它们只改变形状，或在编译时即可算出。`,
    });
  }
  if (route === 'tpu-mlir' || route === 'atc') {
    const short = nodes.filter(({ time }) => time.timeUs < startUs).length;
    const some = short === 0 ? { en: '', zh: '' } : tooShort(short, nodes.length);
    said.push({
      en: `The compiler makes one program of the graph; how long the device takes to begin an operator of it is not published and not in the times.${some.en}`,
      zh: `编译器将整图编译为一个程序；设备启动其中每个算子的时间未公布，未计入。${some.zh}`,
    });
  }
  if (unknown > 0) {
    said.push({
      en: `${unknown} operators are not in the sum, because a shape is not known.`,
      zh: `${unknown} 个算子因形状未知未计入合计。`,
    });
  }
  const borrowed = nodes[0]?.time.borrowedFrom;
  if (borrowed !== undefined) {
    said.push({
      en: `No kernel measurements of this chip are published: efficiencies are those of ${borrowed}.`,
      zh: `该芯片没有公开的算子实测数据：效率借用 ${borrowed} 的数值。`,
    });
  }
  return said;
}

function tooShort(short: number, all: number): Localized {
  return {
    en: ` ${short} of ${all} operators take less than ${startUs} µs here; they will take longer.`,
    zh: `此处有 ${short}/${all} 个算子短于 ${startUs} µs，实际会更长。`,
  };
}
