import type { Chip, Figure, Localized, Precision } from '../../../core/model';
import { parseEvidence } from '../evidence';
import { readFacts } from '../facts';
import { type Fact, figure, gibibytes, gigabytesPerSecond, megahertz, rates, stated } from './figure';

/** What the facts say of a chip, under the facts' names. */
interface ChipFacts {
  tool_values: string[];
  aliases?: string[];
  compiler_constants?: Record<string, number | boolean | string>;
  local_memory?: { per_core_bytes: number; source: string };
  regression_quant_support?: Record<string, boolean | string> & { source: string };
  lowering_summary: { source: string };
  accepted_source?: string;
  cores?: { value: number; source: string };
  clock_MHz?: { value: { TIU: number }; source: string };
  tpu_freq_MHz?: Fact;
  peak?: Record<string, Fact>;
  memory?: { capacity_GB?: number | Fact; bandwidth_GBps?: Fact };
  l2_sram?: { bytes?: Fact; modelled_bw_GBps?: Fact };
  card_p2p_GBps?: Fact;
  llm_profiler_efficiencies?: { value: Record<string, number>; source: string };
  c2c?: { facts: { value: string; source: string }[] };
}

const precisionsOfPeak: Readonly<Record<string, readonly Precision[]>> = {
  INT8_TOPS: ['int8'],
  INT4_TOPS: ['int4'],
  INT8_FP8_TOPS: ['int8', 'fp8'],
  FP16_BF16_TFLOPS: ['f16', 'bf16'],
  FP16_TFLOPS: ['f16'],
  TF32_TFLOPS: ['tf32'],
  FP32_TFLOPS: ['f32'],
};

const halfOfCard: Localized = {
  en: "No figure per chip is published: half of the vendor's claim for the SC11 FP300 card.",
  zh: '厂商未公布单芯片数据：取 SC11 FP300 整卡宣称值的一半。',
};
const halfOfMemory: Localized = {
  en: 'Half of the 256 GB card; equals the start plus the size of the documented shared memory.',
  zh: '256 GB 整卡的一半；与文档中共享内存的起始地址加大小一致。',
};
const usableAfterEdit: Localized = {
  en: 'After editing sc11_config*.ini (share-mem-size=0x1e20000000); by default a part is kept for multimedia.',
  zh: '需修改 sc11_config*.ini（share-mem-size=0x1e20000000）；默认会为多媒体保留一部分内存。',
};
const simulatorLink: Localized = {
  en: "A constant of a Sophgo engineer's simulator; the vendor has not published the bandwidth of SG-Link.",
  zh: '取自算能工程师的仿真器常量；厂商未公布 SG-Link 带宽。',
};
const remappedToBf16: Localized = {
  en: 'tpu-mlir computes in BF16 where F16 is asked for.',
  zh: '指定 F16 时 tpu-mlir 实际以 BF16 计算。',
};

/** Precisions that the compiler's own regression leaves out; for fp8 it runs on the BM1690 alone. */
const regressionNames: Readonly<Partial<Record<Precision, string>>> = {
  f32: 'F32',
  f16: 'F16',
  bf16: 'BF16',
  int8: 'INT8_sym',
  int4: 'INT4_sym',
};
const claimsFp8 = new Set(['BM1690', 'BM1690E', 'BM1684X2', 'SG2262', 'SG2380']);
const noLongerTested = 'SG2380';

export function sophgoChips(): Chip[] {
  const facts = readFacts('sophgo/chips.json');
  return Object.entries<ChipFacts>(facts.chips).map(([name, chip]) => sophgoChip(name, chip));
}

function sophgoChip(name: string, facts: ChipFacts): Chip {
  const family = facts.tool_values[0]!;
  const isBm1690 = name === 'BM1690';
  const constants = facts.compiler_constants;
  const capacity = facts.memory?.capacity_GB;
  const link = facts.c2c?.facts.find((fact) => fact.value.startsWith('link_bw'));
  return {
    id: `sophgo-${family}`,
    name,
    vendor: 'sophgo',
    family,
    toolNames: [family, ...(facts.aliases ?? []).map((alias) => alias.split(' ')[0]!)],
    peak: rates(
      Object.entries(facts.peak ?? {}).flatMap(([key, fact]) =>
        (precisionsOfPeak[key] ?? []).map(
          (precision) => [precision, figure(fact, 1, isBm1690 ? halfOfCard : undefined)] as const,
        ),
      ),
    ),
    memoryBytes:
      capacity === undefined
        ? undefined
        : typeof capacity === 'number'
          ? gibibytes({ value: capacity, source: firstSource(facts.memory!.bandwidth_GBps!) })
          : gibibytes(capacity, halfOfMemory),
    usableMemoryBytes: isBm1690
      ? stated(
          0x1e20000000,
          'sophgo/vllm-tpu README.md:319-325 @9b474f2480628e98e6b0a9b7faad41f35c17012d',
          usableAfterEdit,
        )
      : undefined,
    memoryBandwidth: facts.memory?.bandwidth_GBps && gigabytesPerSecond(facts.memory.bandwidth_GBps),
    lacks: lackedPrecisions(name, facts),
    cores: facts.cores && figure(facts.cores),
    clock: facts.clock_MHz
      ? megahertz({ value: facts.clock_MHz.value.TIU, source: facts.clock_MHz.source })
      : facts.tpu_freq_MHz && megahertz(facts.tpu_freq_MHz),
    sharedCacheBytes:
      (facts.l2_sram?.bytes && figure(facts.l2_sram.bytes)) ??
      (typeof constants?.['L2_SRAM_SIZE'] === 'number'
        ? stated(constants['L2_SRAM_SIZE'], constants['source'] as string)
        : undefined),
    sharedCacheBandwidth: facts.l2_sram?.modelled_bw_GBps && gigabytesPerSecond(facts.l2_sram.modelled_bw_GBps),
    coreMemoryBytes: facts.local_memory && {
      local: stated(facts.local_memory.per_core_bytes, facts.local_memory.source),
    },
    compilerConstants:
      constants &&
      Object.fromEntries(
        Object.entries(constants)
          .filter(([key]) => key !== 'source')
          .map(([key, value]) => [key, stated(value as number | boolean, constants['source'] as string)]),
      ),
    assumptions: facts.llm_profiler_efficiencies && assumptions(facts.llm_profiler_efficiencies),
    links: [
      ...(facts.card_p2p_GBps
        ? [
            {
              name: 'PCIe P2P',
              scope: 'node' as const,
              bandwidth: gigabytesPerSecond(facts.card_p2p_GBps),
              evidence: parseEvidence(firstSource(facts.card_p2p_GBps)),
            },
          ]
        : []),
      ...(link === undefined
        ? []
        : [
            {
              name: 'SG-Link',
              scope: 'node' as const,
              bandwidth: stated(11.2e9, link.source, simulatorLink),
              devices: 16,
              evidence: parseEvidence(facts.c2c!.facts[0]!.source),
            },
          ]),
    ],
    evidence: parseEvidence((constants?.['source'] as string | undefined) ?? facts.lowering_summary.source),
  };
}

function lackedPrecisions(name: string, facts: ChipFacts): Chip['lacks'] {
  const support = facts.regression_quant_support;
  const lacks: Partial<Record<Precision, Figure<true>>> = {};
  if (support === undefined || name === noLongerTested) return lacks;
  const source = facts.accepted_source ?? support.source;
  for (const [precision, key] of Object.entries(regressionNames) as [Precision, string][]) {
    if (support[key] !== false) continue;
    const remapped = precision === 'f16' && support['BF16'] === true;
    lacks[precision] = stated(true, source, remapped ? remappedToBf16 : undefined);
  }
  if (!claimsFp8.has(name)) {
    const onlyOnBm1690 = 'sophgo/tpu-mlir python/test/test_onnx.py:397-400 @36e3c625ae35b3db55eaffe34be37e1f86c5ab09';
    lacks.fp8 = stated(true, `${support.source}; ${onlyOnBm1690}`);
  }
  return lacks;
}

function assumptions({ value, source }: { value: Record<string, number>; source: string }) {
  const names: Record<string, string> = {
    prefill_mac: 'prefillCompute',
    prefill_ddr: 'prefillMemory',
    decode_mac: 'decodeCompute',
    decode_ddr: 'decodeMemory',
  };
  return Object.fromEntries(Object.entries(value).map(([key, fraction]) => [names[key]!, stated(fraction, source)]));
}

function firstSource(fact: Fact): string {
  return (Array.isArray(fact) ? fact[0] : fact).source;
}
