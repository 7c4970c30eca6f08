import type { ConditionRow, KernelRow, OperatorRow, RefusedRow, TableFile } from '../../../core/targets/table';
import { atcConditions } from '../conditions/atc';
import { dataInputs, type KernelChoice, kernelChoices, newestParts } from '../conditions/atc/kernels';
import { internalMessage } from '../conditions/atc/shared';
import { type ConditionInput, type Entry, limited, refused, text } from '../conditions/entry';
import { readFacts } from '../facts';
import { type DefinedKernel, definedKernel, definitionRepositories } from '../kernels/ascend-950';
import { graphEngineOperators } from '../kernels/graph-engine';
import { checkIds, pairEntries, TableBuilder } from './build';
import { elementTypes } from './element-types';

type Types = Record<string, string[]>;

interface AiCoreFacts {
  chips: string[];
  in?: Types;
}

interface NpuOperatorFacts {
  aicore?: AiCoreFacts[];
  AICPU?: { tf_kernel?: true; 'in/out'?: Record<string, string> };
  ir?: { in?: Types };
}

interface AtcFacts {
  op: string;
  domain: string | null;
  opsets: number[];
  npu_ops: string[];
  sources: string[];
  standard_onnx: boolean;
  placement: string;
  aicore_chips: string[] | null;
  aicpu: boolean | null;
  npu_op_info: Record<string, NpuOperatorFacts>;
  plugin_messages?: [severity: string, text: string][];
  doc?: { constraints: string[]; source: string };
  lowered_to?: { kernel: string; aicore: AiCoreFacts[] }[];
}

const parser = 'hicann/ge@ffdcbc9f7496:parser/parser/onnx/onnx_parser.cc:412-468';
const functions = 'hicann/ge@ffdcbc9f7496:graph_metadef/proto/onnx/ge_onnx.proto, ModelProto without functions';
const library = 'leideng/CANN-8.1.RC1@551ed27c2928:operator information of every SoC';
const documentSource = 'CANN 5.x list of ONNX operators';

export function atcTable(): TableFile {
  const facts = readFacts('ascend/onnx-ops.json');
  const builder = new TableBuilder();
  const known: AtcFacts[] = facts.atc_ops.filter(({ domain }: AtcFacts) => domain !== null);
  const operators = known.map((operator) => [keyOf(operator), operatorRow(builder, operator)] as const);
  checkNames(known);
  return builder.finish({
    route: 'atc',
    evidence: builder.evidence(parser)[0]!,
    operators: Object.fromEntries(operators),
    refused: refusedRows(builder, facts.standard_onnx_ops_without_registration),
    model: [
      { over: 'inputs', ...builder.condition(inputTypes, 'hicann/ge@ffdcbc9f7496:docs general_restrictions.md') },
    ],
    fusions: {},
    general: {
      parser: builder.evidence(parser),
      functions: builder.evidence(functions, parser),
      definitions: builder.evidence(...definitionRepositories),
    },
  });
}

const inputTypes: ConditionInput = limited(
  'input-type',
  'dtype(input[0]) in [double, bfloat16, float8e4m3fn, float8e5m2, uint16, uint32, uint64, complex64, complex128] and undecidable',
  text(
    'ATC documents float, float16, uint8 and integer inputs of ONNX models; one of this model is of another type.',
    'ATC 文档支持的 ONNX 模型输入类型为 float、float16、uint8 及整型；该模型有其他类型的输入。',
  ),
  text('Convert the input where the model is called.', '请在调用模型处转换输入类型。'),
);

function keyOf({ domain, op }: AtcFacts): string {
  return domain === 'ai.onnx' ? op : `${domain}::${op}`;
}

function operatorRow(builder: TableBuilder, facts: AtcFacts): OperatorRow {
  const conditions = conditionRows(builder, facts);
  const kernels = kernelRow(builder, facts);
  return {
    evidence: builder.evidence(...sourcesOf(facts)),
    ...(facts.opsets.length === 0 ? {} : { opsets: ranges(facts.opsets) }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(kernels === undefined ? {} : { kernels }),
  };
}

/** What the parser itself maps has no plugin to name. */
function sourcesOf({ sources, doc }: AtcFacts): string[] {
  const plugins = sources.filter((source) => source.startsWith('hicann/'));
  if (plugins.length > 0) return plugins;
  return doc === undefined ? [parser] : [parser, documentSource];
}

/** `[8, 9, 10, 12]` as `[[8, 10], [12, 12]]`. */
function ranges(opsets: readonly number[]): [number, number][] {
  const result: [number, number][] = [];
  for (const opset of [...opsets].sort((a, b) => a - b)) {
    const last = result.at(-1);
    if (last !== undefined && last[1] + 1 === opset) last[1] = opset;
    else result.push([opset, opset]);
  }
  return result;
}

function conditionRows(builder: TableBuilder, facts: AtcFacts): ConditionRow[] {
  const plugin = sourcesOf(facts)[0]!;
  const messages = [...new Set((facts.plugin_messages ?? []).map(([, message]) => message))]
    .filter((message) => !internalMessage.test(message))
    .map((message) => ({ text: message, source: plugin }));
  const documents = (facts.doc?.constraints ?? []).map((constraint) => ({ text: constraint, source: documentSource }));
  const all = [...messages, ...documents];
  const entries = facts.standard_onnx
    ? (atcConditions[facts.op] ?? [])
    : requiredAttributes(all.map(({ text }) => text));
  const paired = pairEntries(
    `atc ${keyOf(facts)}`,
    all.map(({ text }) => text),
    entries,
  );
  const rows = paired.flatMap(({ fact, entry }) =>
    entry.conditions.map((input) => builder.condition(input, fact === undefined ? undefined : all[fact]!.source)),
  );
  checkIds(`atc ${keyOf(facts)}`, rows);
  return rows;
}

/** Of Ascend's own operators the messages are alike: an attribute that must be there. Others are beyond the graph's say. */
function requiredAttributes(messages: readonly string[]): Entry[] {
  const known = new Set<string>();
  return messages.map((message) => {
    const list =
      /must have attr ([\w, ]+)/.exec(message)?.[1] ??
      /op has no (\w+) attr/.exec(message)?.[1] ??
      /attr ([\w, ]+) (?:is|are) required/.exec(message)?.[1];
    const names = (list ?? '').split(/,| and /).map((name) => name.trim());
    const conditions = names
      .filter((name) => /^\w+$/.test(name) && !known.has(name))
      .map((name) => {
        known.add(name);
        const what = text(`ATC's parser stops: ${name} is required.`, `ATC 解析器报错退出：必须写出 ${name}。`);
        return refused(name, `attr.${name} absent`, what);
      });
    return { fact: message, conditions };
  });
}

function kernelRow(builder: TableBuilder, facts: AtcFacts): KernelRow | undefined {
  if (facts.op === 'Constant') return undefined;
  if (facts.op === 'If') return undefined;
  const derived = facts.lowered_to?.[0];
  if (derived !== undefined) return derivedRow(builder, facts, derived);
  const choice = chosen(facts);
  const info = choice === null ? undefined : facts.npu_op_info[choice.name];
  if (choice === null || info === undefined) return wholeRow(builder, facts);
  const core = coreOf(builder, info.aicore ?? []);
  const cpu = cpuTypes(builder, info);
  const prototype = typesOf(info.ir?.in);
  const own = graphEngineOperators[choice.name];
  if (own !== undefined) return { evidence: builder.evidence(own), name: choice.name, on: 'graph', core: [] };
  const { input = 0, on950 = choice.name } = choice;
  return {
    evidence: builder.evidence(library),
    name: choice.name,
    on: core.length > 0 ? 'core' : cpu !== undefined ? 'cpu' : 'none',
    ...(input === 'none' ? {} : { input }),
    core: [...core, ...coreOf950(builder, on950)],
    ...(cpu === undefined ? {} : { cpu }),
    ...(prototype === undefined ? {} : { prototype: builder.types(prototype) }),
  };
}

function chosen({ op, npu_ops, standard_onnx }: AtcFacts): KernelChoice | null {
  const choice = standard_onnx ? kernelChoices[op] : undefined;
  if (choice !== undefined) return choice;
  if (npu_ops.length === 1) return { name: npu_ops[0]! };
  if (standard_onnx && npu_ops.length > 1) throw new Error(`atc ${op}: which of ${npu_ops}?`);
  return null;
}

/** Of several NPU operators of which none stands for the whole, only where they run is known. */
function wholeRow(builder: TableBuilder, facts: AtcFacts): KernelRow {
  const chips = (facts.aicore_chips ?? []).map(familyOf);
  return {
    evidence: builder.evidence(library),
    name: facts.npu_ops.join(' + ') || facts.op,
    on: chips.length > 0 ? 'core' : facts.aicpu === true ? 'cpu' : 'none',
    core: [...(chips.length === 0 ? [] : [{ chips }]), ...wholeOn950(builder, newestParts[facts.op] ?? facts.npu_ops)],
    ...(facts.aicpu === true ? { cpu: true as const } : {}),
  };
}

function derivedRow(
  builder: TableBuilder,
  facts: AtcFacts,
  { kernel, aicore }: { kernel: string; aicore: AiCoreFacts[] },
): KernelRow {
  const info = Object.values(facts.npu_op_info)[0];
  const cpu = info === undefined ? undefined : cpuTypes(builder, info);
  return {
    evidence: builder.evidence(library),
    name: kernel,
    on: 'derived',
    input: 0,
    core: [...coreOf(builder, aicore), ...coreOf950(builder, ...facts.npu_ops, kernel)],
    ...(cpu === undefined ? {} : { cpu }),
  };
}

function coreOf(builder: TableBuilder, aicore: readonly AiCoreFacts[]): KernelRow['core'] {
  return aicore.map((entry) => {
    const types = typesOf(entry.in);
    return { chips: entry.chips.map(familyOf), ...(types === undefined ? {} : { types: builder.types(types) }) };
  });
}

/** The kernel of the Ascend 950 for the first of these operators that has one. */
function coreOf950(builder: TableBuilder, ...names: readonly string[]): KernelRow['core'] {
  const kernel = names.map(definedKernel).find((defined) => defined !== undefined);
  if (kernel === undefined) return [];
  const { name, types, sources } = kernel;
  return [
    {
      chips: ['950'],
      ...(types === undefined ? {} : { types: builder.types(types) }),
      ...(name === names[0] ? {} : { name }),
      evidence: builder.evidence(...sources),
    },
  ];
}

/** Several operators of which none stands for the whole run on the Ascend 950 where each of them does. */
function wholeOn950(builder: TableBuilder, names: readonly string[]): KernelRow['core'] {
  const needed = names.filter((name) => graphEngineOperators[name] === undefined);
  const kernels = needed.map(definedKernel);
  const defined = kernels.filter((kernel): kernel is DefinedKernel => kernel !== undefined);
  if (needed.length === 0 || defined.length < needed.length) return [];
  return [{ chips: ['950'], evidence: builder.evidence(...defined.flatMap(({ sources }) => sources)) }];
}

function cpuTypes(builder: TableBuilder, { AICPU: cpu }: NpuOperatorFacts): number | true | undefined {
  if (cpu === undefined) return undefined;
  const inputs = cpu['in/out'];
  if (inputs === undefined) return true;
  const lists = Object.fromEntries(Object.entries(inputs).map(([name, types]) => [name, types.split(',')]));
  const types = typesOf(lists) ?? elementTypes(Object.values(lists)[0] ?? []);
  return types.length === 0 ? true : builder.types(types);
}

/** The types of the input that stands for the data. */
function typesOf(inputs: Types | undefined): string[] | undefined {
  const name = dataInputs.find((candidate) => inputs?.[candidate] !== undefined);
  if (name === undefined || inputs![name]!.includes('all')) return undefined;
  const types = elementTypes(inputs![name]!);
  return types.length === 0 ? undefined : types;
}

/** `910B(A2)` as the chip tables call it. */
function familyOf(chip: string): string {
  return chip.replace(/\(.*\)$/, '');
}

function refusedRows(builder: TableBuilder, facts: readonly { op: string }[]): Record<string, RefusedRow> {
  const evidence = builder.evidence(parser, 'onnx/onnx docs/Operators.md @f7546912001bc31e92a238b17068a21b373d882e');
  return Object.fromEntries(
    facts.map(({ op }) => {
      const advice = refusedAdvice[op];
      return [op, { evidence, ...(advice === undefined ? {} : { advice: builder.text(advice) }) }];
    }),
  );
}

const quantized = text(
  'Quantise with AMCT, or export without quantisation and deploy in FP16.',
  '请用 AMCT 量化，或导出非量化模型以 FP16 部署。',
);
const decomposed = text('Export it decomposed into elementary operators.', '请以基本算子的分解形式导出。');

const refusedAdvice: Readonly<Record<string, ReturnType<typeof text>>> = {
  QuantizeLinear: quantized,
  DequantizeLinear: quantized,
  DynamicQuantizeLinear: quantized,
  QLinearConv: quantized,
  QLinearMatMul: quantized,
  MatMulInteger: quantized,
  ConvInteger: quantized,
  Gelu: text(
    'Export at opset 19 or below (then at most 18): the erf form is parsed.',
    '请以 opset 18 及以下导出，erf 分解形式可被解析。',
  ),
  GroupNormalization: text(
    'Export it as Reshape, InstanceNormalization, Reshape, Mul and Add.',
    '请导出为 Reshape、InstanceNormalization、Reshape、Mul、Add。',
  ),
  RMSNormalization: decomposed,
  RotaryEmbedding: decomposed,
  Attention: text('Export it decomposed: MatMul, Softmax, MatMul.', '请以 MatMul、Softmax、MatMul 的分解形式导出。'),
  Swish: text('Export it as Sigmoid and Mul.', '请导出为 Sigmoid 加 Mul。'),
  Loop: text('Unroll the loop at export, or keep it in the calling program.', '请在导出时展开循环，或放到调用程序中。'),
  Scan: text(
    'Unroll the scan at export, or keep it in the calling program.',
    '请在导出时展开 Scan，或放到调用程序中。',
  ),
  RNN: text('Use LSTM or GRU, or unroll it.', '请改用 LSTM/GRU，或展开。'),
};

function checkNames(known: readonly AtcFacts[]): void {
  const names = new Set(known.filter(({ standard_onnx }) => standard_onnx).map(({ op }) => op));
  const unknown = Object.keys(atcConditions).filter((name) => !names.has(name));
  if (unknown.length > 0) throw new Error(`conditions of operators that the facts do not name: ${unknown}`);
}
