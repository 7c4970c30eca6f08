import type { ConditionRow, LoweringRow, OperatorRow, RefusedRow, TableFile } from '../../../core/targets/table';
import { sophgoChips } from '../chips/sophgo';
import type { Entry } from '../conditions/entry';
import { tpuMlirConditions } from '../conditions/tpu-mlir';
import { fusions, modelEntries } from '../conditions/tpu-mlir/model';
import { refusedAdvice } from '../conditions/tpu-mlir/refused';
import { ways } from '../conditions/tpu-mlir/ways';
import { readFacts } from '../facts';
import { checkIds, pairEntries, TableBuilder } from './build';
import { type ChipFamily, type LoweringFacts, lowerings } from './tpu-mlir-lowering';

interface RestrictionFacts {
  condition: string;
  source: string;
}

interface OperatorFacts {
  source: string;
  top_ops: string[];
  restrictions: RestrictionFacts[];
  regression_by_chip: Record<string, string> | null;
  regression_cases: Record<string, { line: number; support: Record<string, boolean> }> | null;
}

const commit = '36e3c625ae35b3db55eaffe34be37e1f86c5ab09';
const inRepository = (where: string) => `sophgo/tpu-mlir ${where} @${commit}`;
/** Read at another commit than the facts: the option by which onnxsim leaves batch normalisations alone. */
const simplifierSource = 'sophgo/tpu-mlir python/transform/OnnxConverter.py:model_simplify @0033e680e76f';

export function tpuMlirTable(): TableFile {
  const facts = readFacts('sophgo/onnx-ops.json');
  const builder = new TableBuilder();
  const families: Record<string, { tool_values: string[]; family: string }> = readFacts('sophgo/chips.json').chips;
  const chips: ChipFamily[] = sophgoChips().map(({ name, family, lacks }) => ({
    chip: family,
    family: families[name]!.family,
    lacks: Object.keys(lacks),
  }));
  const lowering: LoweringFacts = facts.top_op_lowering.table;
  const operators = Object.entries<OperatorFacts>(facts.ops).map(
    ([name, operator]) => [name, operatorRow(builder, name, operator, lowering, chips)] as const,
  );
  checkNames(Object.keys(tpuMlirConditions), facts.ops);
  return builder.finish({
    route: 'tpu-mlir',
    evidence: builder.evidence(inRepository('python/transform/OnnxConverter.py'))[0]!,
    operators: Object.fromEntries(operators),
    refused: refusedRows(builder, facts.unsupported_standard_ops),
    model: modelRows(builder, facts.global_rules),
    fusions: fusionRows(builder, facts.fusions),
    general: {
      import: builder.evidence(facts.unsupported_message.source),
      domain: builder.evidence(inRepository('python/transform/OnnxConverter.py:generate_mlir')),
      folding: builder.evidence(simplifierSource),
      // Neither folding (ONNX Runtime, for constants) nor the simplifier that tpu-mlir pins expands functions.
      functions: builder.evidence(
        inRepository('python/transform/OnnxConverter.py:generate_mlir'),
        simplifierSource,
        'sophgo/tpu-mlir docker/requirements.txt @147c0e33eb78',
        'onnxsim 0.4.17',
      ),
      missing: builder.evidence(inRepository('lib/Conversion/TopToTpu/TopToTpuPass.cpp:1832')),
    },
  });
}

function operatorRow(
  builder: TableBuilder,
  name: string,
  facts: OperatorFacts,
  lowering: LoweringFacts,
  chips: readonly ChipFamily[],
): OperatorRow {
  const conditions = conditionRows(builder, name, facts.restrictions ?? [], tpuMlirConditions[name] ?? []);
  const lowered = loweringRows(builder, name, facts, lowering, chips);
  const failing = failingTests(builder, facts);
  const passing = passingTests(facts, lowered);
  return {
    evidence: builder.evidence(facts.source),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(lowered.length === 0 ? {} : { lowering: lowered }),
    ...(failing === undefined ? {} : { failing }),
    ...(passing.length === 0 ? {} : { passing }),
  };
}

function conditionRows(
  builder: TableBuilder,
  name: string,
  facts: readonly RestrictionFacts[],
  entries: readonly Entry[],
): ConditionRow[] {
  const texts = facts.map(({ condition }) => condition);
  const rows = pairEntries(`tpu-mlir ${name}`, texts, entries).flatMap(({ fact, entry }) =>
    entry.conditions.map((input) => builder.condition(input, fact === undefined ? undefined : facts[fact]!.source)),
  );
  checkIds(`tpu-mlir ${name}`, rows);
  return rows;
}

function loweringRows(
  builder: TableBuilder,
  name: string,
  facts: OperatorFacts,
  table: LoweringFacts,
  chips: readonly ChipFamily[],
): LoweringRow[] {
  const taken = ways[name] ?? (facts.top_ops.length === 1 ? [{ to: facts.top_ops }] : undefined);
  if (taken === undefined && facts.top_ops.length > 1) throw new Error(`tpu-mlir ${name}: which of ${facts.top_ops}?`);
  return (taken ?? []).flatMap((way) => {
    const on = lowerings(way, table, chips);
    if (on.length === 0) return [];
    const sources = way.to.map((top) => inRepository(`lib/Conversion/TopToTpu/*/${top}.cpp`));
    return [{ ...way, on, evidence: builder.evidence(...sources) }];
  });
}

/** Chips for which the vendor marks every test of the operator as failing. A chip that the tests do not name is not told. */
function failingTests(builder: TableBuilder, facts: OperatorFacts): OperatorRow['failing'] {
  const cases = Object.values(facts.regression_cases ?? {});
  const chips = Object.entries(facts.regression_by_chip ?? {})
    .filter(([, result]) => result === 'none')
    .map(([chip]) => [chip, cases.length] as const);
  if (chips.length === 0) return undefined;
  const lines = cases.map(({ line }) => line).sort((a, b) => a - b);
  return {
    chips: Object.fromEntries(chips),
    evidence: builder.evidence(inRepository(`python/test/test_onnx.py:${lines.join(',')}`)),
  };
}

/** Of interest only where no lowering is registered: passing tests show that a pass before rewrites the operator. */
function passingTests(facts: OperatorFacts, lowered: readonly LoweringRow[]): string[] {
  const missing = new Set(lowered.flatMap(({ on }) => on.flatMap((one) => (one.missing === true ? one.chips : []))));
  return Object.entries(facts.regression_by_chip ?? {})
    .filter(([chip, result]) => result !== 'none' && missing.has(chip))
    .map(([chip]) => chip);
}

function refusedRows(
  builder: TableBuilder,
  facts: { source: string; ops: Record<string, { workaround_or_note: string | null }> },
): Record<string, RefusedRow> {
  const evidence = builder.evidence(
    'onnx/onnx docs/Operators.md @f7546912001bc31e92a238b17068a21b373d882e',
    inRepository('python/transform/OnnxConverter.py, keys of the operator factory'),
  );
  const rows = Object.entries(facts.ops).map(([name, { workaround_or_note: note }]) => {
    if (note === null) return [name, { evidence }] as const;
    const advice = refusedAdvice[note];
    if (advice === undefined) throw new Error(`tpu-mlir ${name}: no text for the note "${note}"`);
    return [name, { evidence, advice: builder.text(advice) }] as const;
  });
  return Object.fromEntries(rows);
}

function modelRows(builder: TableBuilder, facts: readonly RestrictionFacts[]): TableFile['model'] {
  const texts = facts.map(({ condition }) => condition);
  const entries = modelEntries.map(({ entry }) => entry);
  return pairEntries('tpu-mlir model', texts, entries).flatMap(({ fact, entry }) => {
    const { over } = modelEntries.find((candidate) => candidate.entry === entry)!;
    const source = fact === undefined ? undefined : facts[fact]!.source.replace(/ \(data[^)]*\)+/, '');
    return entry.conditions.map((input) => ({ over, ...builder.condition(input, source) }));
  });
}

function fusionRows(
  builder: TableBuilder,
  facts: readonly { name: string; source: string }[],
): Record<string, { evidence: number[]; operator: string }> {
  const rows = facts.map(({ name, source }) => {
    const fusion = fusions[name];
    if (fusion === undefined) throw new Error(`tpu-mlir: no entry for the fusion ${name}`);
    return [fusion.name, { operator: fusion.operator, evidence: builder.evidence(source) }] as const;
  });
  const batchNormalization = { operator: 'Conv', evidence: builder.evidence(simplifierSource) };
  return { ...Object.fromEntries(rows), 'Conv+BatchNormalization': batchNormalization };
}

function checkNames(names: readonly string[], operators: Readonly<Record<string, unknown>>): void {
  const unknown = names.filter((name) => !(name in operators));
  if (unknown.length > 0) throw new Error(`conditions of operators that the facts do not name: ${unknown}`);
}
