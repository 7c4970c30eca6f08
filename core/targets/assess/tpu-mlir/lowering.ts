import type { Chip, Precision, Reason } from '../../../model';
import { compileQuestion } from '../../language';
import type { OperatorTable } from '../../operator-table';
import type { LoweringRow, OperatorRow } from '../../table';
import { localized } from '../reasons';
import type { AskedCondition } from '../row-assessor';

/** What holds for every operator of a row, and what depends on the operator. */
export interface LoweringReasons {
  readonly always: Reason[];
  readonly asked: AskedCondition[];
}

/** How the compiler lowers a row's operator on a chip, as far as that is worth telling. */
export function loweringReasons(
  table: OperatorTable,
  name: string,
  row: OperatorRow,
  chip: Chip,
  precision: Precision | undefined,
): LoweringReasons {
  const reasons: LoweringReasons = { always: [], asked: [] };
  for (const way of row.lowering ?? []) {
    const reason = reasonOf(table, name, row, way, chip, precision);
    if (reason === undefined) continue;
    if (way.when === undefined) reasons.always.push(reason);
    else reasons.asked.push({ ask: compileQuestion(way.when), broken: reason, open: undefined });
  }
  return reasons;
}

type Outcome = LoweringRow['on'][number];

function reasonOf(
  table: OperatorTable,
  name: string,
  row: OperatorRow,
  way: LoweringRow,
  chip: Chip,
  precision: Precision | undefined,
): Reason | undefined {
  const outcome = way.on.find(({ chips }) => chips.includes(chip.family));
  if (outcome === undefined) return undefined;
  const evidence = table.evidenceOf(way.evidence);
  if (outcome.missing === true) return missingReason(table, name, row, chip);
  if (covers(outcome.aborts, precision, chip)) return { ...abortReason(name, chip, precision!), evidence };
  if (covers(outcome.host, precision, chip)) return { ...hostReason(name, chip), evidence };
  return coversF32(outcome, precision) ? { ...f32Reason(name, chip, precision), evidence } : undefined;
}

/** A precision that the chip lacks altogether is told once, for the model. */
function covers(precisions: readonly string[] | undefined, precision: Precision | undefined, chip: Chip): boolean {
  if (precisions === undefined) return false;
  if (precision === undefined)
    return precisions.includes('f16') && precisions.includes('bf16') && precisions.includes('int8');
  return precisions.includes(precision) && chip.lacks[precision] === undefined;
}

/** Without a chosen precision, F32 is told where both 16-bit modes come to it. */
function coversF32({ f32 = [] }: Outcome, precision: Precision | undefined): boolean {
  return precision === undefined ? f32.includes('f16') && f32.includes('bf16') : f32.includes(precision);
}

const precisionNames: Readonly<Partial<Record<Precision, string>>> = {
  f32: 'F32',
  f16: 'F16',
  bf16: 'BF16',
  fp8: 'F8E4M3',
  int8: 'INT8',
  int4: 'INT4',
};

type Draft = Omit<Reason, 'evidence'>;

function f32Reason(name: string, chip: Chip, precision: Precision | undefined): Draft {
  const mode = precision === undefined ? 'F16 / BF16' : precisionNames[precision];
  const slower = slowdown(chip);
  return {
    id: `${name}/computes-in-f32`,
    kind: 'lowering',
    verdict: 'slow',
    outcome: 'broken',
    message: localized(
      `On ${chip.name} ${name} computes in F32 in ${mode} mode too, with casts before and after it${slower.en}.`,
      `在 ${chip.name} 上，${mode} 模式下的 ${name} 仍以 F32 计算，前后会插入类型转换${slower.zh}。`,
    ),
  };
}

/** How much slower F32 is, where both peaks are known. */
function slowdown({ peak }: Chip): { en: string; zh: string } {
  if (peak.f16 === undefined || peak.f32 === undefined) return { en: '', zh: '' };
  const times = Math.round(peak.f16.value / peak.f32.value);
  return { en: `; the peak rate of F32 is 1/${times} of that of F16`, zh: `；F32 峰值算力仅为 F16 的 1/${times}` };
}

function abortReason(name: string, chip: Chip, precision: Precision): Draft {
  const mode = precisionNames[precision] ?? precision;
  return {
    id: `${name}/not-lowered`,
    kind: 'lowering',
    verdict: 'unsupported',
    outcome: 'broken',
    message: localized(
      `tpu-mlir has no ${mode} lowering of ${name} on ${chip.name}: model_deploy aborts ("Not Implemented").`,
      `在 ${chip.name} 上 tpu-mlir 未实现 ${name} 的 ${mode} 下沉，model_deploy 会中止（"Not Implemented"）。`,
    ),
    advice: localized(
      'Keep it in F16, BF16 or F32 with --quantize_table.',
      '请用 --quantize_table 将该算子保持为 F16、BF16 或 F32。',
    ),
  };
}

function hostReason(name: string, chip: Chip): Draft {
  return {
    id: `${name}/on-host`,
    kind: 'placement',
    verdict: 'host',
    outcome: 'broken',
    message: localized(
      `On ${chip.name} ${name} is a layer of the host CPU, and splits the graph.`,
      `在 ${chip.name} 上 ${name} 是主机 CPU 层，会切分计算图。`,
    ),
  };
}

/**
 * No lowering is registered for the chip. That alone proves little, since passes before it may rewrite the operator; where
 * the vendor's tests of it all fail on the chip too, it does not work; where they pass, it does.
 */
function missingReason(table: OperatorTable, name: string, row: OperatorRow, chip: Chip): Reason | undefined {
  const tests = row.failing?.chips[chip.family];
  const evidence = [
    ...table.general('missing'),
    ...(tests === undefined ? [] : table.evidenceOf(row.failing!.evidence)),
  ];
  if (tests === undefined && row.passing?.includes(chip.family)) return undefined;
  return {
    id: `${name}/no-lowering`,
    kind: 'lowering',
    verdict: tests === undefined ? 'unknown' : 'unsupported',
    outcome: tests === undefined ? 'undecided' : 'broken',
    message:
      tests === undefined
        ? localized(
            `tpu-mlir registers no lowering of ${name} for ${chip.name}, though a pass before may rewrite it; the vendor's tests do not tell.`,
            `tpu-mlir 未为 ${chip.name} 注册 ${name} 的下沉，但之前的优化可能将其改写；厂商测试中没有结论。`,
          )
        : localized(
            `tpu-mlir registers no lowering of ${name} for ${chip.name} ("unimplemented tpu dialect"), and the vendor's own tests of it fail there.`,
            `tpu-mlir 未为 ${chip.name} 注册 ${name} 的下沉（"unimplemented tpu dialect"），厂商自己的测试在该芯片上也不通过。`,
          ),
    evidence,
  };
}
