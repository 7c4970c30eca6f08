import type { Chip, Figure, Link, Localized, Precision, Rates } from '../../../core/model';
import { parseEvidence } from '../evidence';
import { readFacts } from '../facts';
import { rates, rounded, stated } from './figure';

const GiB = 2 ** 30;
const TiB = 2 ** 40;

/** A SoC's platform file, as CANN 8.1.RC1 ships it. */
interface SocFacts {
  soc_version: string;
  family: string;
  cube_cores: number;
  vector_cores: number;
  clock_mhz: number;
  memory_bytes: number | null;
  l2_bytes: number;
  l1_bytes: number;
  l0a_bytes: number;
  l0b_bytes: number;
  l0c_bytes: number;
  ub_bytes: number;
  rates_bytes_per_cycle_per_core: Record<string, number>;
  bf16_in_intrinsics: boolean;
  fp8_in_intrinsics: boolean;
  derived: { fp16_cube_tflops: number; int8_cube_tops: number; fp16_vector_tflops: number };
  source: string;
}

/** A device of Huawei's own performance model. */
interface ProfileFacts {
  name: string;
  tflops: Record<string, number>;
  vector?: Record<string, number>;
  mem_GiB: number;
  mem_TiBps: number;
  source: string;
}

const derivedRate: Localized = {
  en: 'Derived: cube cores x clock x 16 x 16 x 16 x 2 (8-bit: twice that).',
  zh: '推算值：Cube 核数 × 主频 × 16 × 16 × 16 × 2（8 位再翻倍）。',
};
const derivedVectorRate: Localized = {
  en: 'Derived: vector cores x clock x 128 lanes x 2.',
  zh: '推算值：Vector 核数 × 主频 × 128 路 × 2。',
};
const assumedCapacity: Localized = {
  en: 'The capacity that the compiler assumes for this SoC; products differ.',
  zh: '编译器对该 SoC 假定的容量；实际产品可能不同。',
};
const likelyProfile: Localized = {
  en: 'The profile names a class of servers; that this SoC is meant follows from its cores and clock.',
  zh: '该数据对应一类服务器；按核数与主频推断为此 SoC。',
};
const cubePlusVector: Localized = {
  en: 'The published figure counts the vector units too.',
  zh: '公布值包含 Vector 单元的算力。',
};
const hf32: Localized = {
  en: "HF32, Huawei's 19-bit format, which stands where TF32 stands on other parts.",
  zh: 'HF32（华为的 19 位格式），相当于其他芯片上的 TF32。',
};

const profileSource = 'Ascend/msmodeling@84fec853d670:tensor_cast/device.py';
const guideSource = 'hicann/ops-nn@e5c3fa9327ea:docs/zh/develop/cross_platform_migration_guide.md';
const dtypeSource = {
  bf16: 'Ascend/pytorch@9e73e708ab93:torch_npu/csrc/core/npu/NpuVariables.cpp:106',
  fp8: `vllm-project/vllm-ascend@182b75ea:vllm_ascend/quantization/fp8_config.py; ${guideSource}`,
  f64: 'Ascend/pytorch@9e73e708ab93:torch_npu/contrib/transfer_to_npu.py',
};

/** The family by which operator tables address a SoC. */
function familyOf(family: string): string {
  if (family.startsWith('950')) return '950';
  return family.split(' ')[0]!;
}

/** Which profile of the performance model describes a SoC: by its cores, its clock and its memory. */
const profileOf: Readonly<Record<string, string>> = {
  Ascend910B1: 'ATLAS_800_A2_376T_64G',
  Ascend910B2: 'ATLAS_800_A2_376T_64G',
  Ascend910B3: 'ATLAS_800_A2_313T_64G',
  'Ascend910B4-1': 'ATLAS_800_A2_280T_64G',
  Ascend910B4: 'ATLAS_800_A2_280T_32G_PCIE',
  Ascend910_9381: 'ATLAS_800_A3_752T_128G_DIE',
  Ascend910_9382: 'ATLAS_800_A3_752T_128G_DIE',
  Ascend910_9391: 'ATLAS_800_A3_752T_128G_DIE',
  Ascend910_9392: 'ATLAS_800_A3_752T_128G_DIE',
};

/** Names under which a SoC is a target; the others take their own, `Ascend910B2` -> `ascend-910b2`. */
const ids: Readonly<Record<string, string>> = {
  Ascend910B: 'ascend-910-30core',
  Ascend910_9362: 'ascend-910c-9362',
  Ascend910_9372: 'ascend-910c-9372',
  Ascend910_9381: 'ascend-910c-9381',
  Ascend910_9382: 'ascend-910c-9382',
  Ascend910_9391: 'ascend-910c-9391',
  Ascend910_9392: 'ascend-910c-9392',
  Ascend910_95: 'ascend-910-95',
  Ascend910_5591: 'ascend-910-5591',
};

const oldName: Localized = {
  en: 'The old name Ascend910B: a 30-core part of the first 910 family, without BF16. Not one of 910B1 to 910B4.',
  zh: '旧名称 Ascend910B：第一代 910 系列的 30 核型号，不支持 BF16，与 910B1～910B4 无关。',
};

export function ascendChips(): Chip[] {
  const facts = readFacts('ascend/chips.json');
  const profiles = new Map<string, ProfileFacts>(
    facts.device_profiles.map((profile: ProfileFacts) => [profile.name.split(' ')[0]!, profile]),
  );
  const socs = new Map<string, SocFacts>(facts.chips.map((soc: SocFacts) => [soc.soc_version, soc]));
  const bySoc = [...socs.values()].map((soc) => socChip(soc, profiles.get(profileOf[soc.soc_version] ?? '')));
  return [
    ...bySoc,
    dieOf910C(socs.get('Ascend910_9391')!, profiles.get('ATLAS_800_A3_752T_128G_DIE')!),
    guide950(socs.get('Ascend910_95')!, facts.generation_table.Ascend950),
    card950(socs.get('Ascend910_95')!, profiles.get('ATLAS_350_425T_112G')!),
  ];
}

function socChip(soc: SocFacts, profile: ProfileFacts | undefined): Chip {
  const family = familyOf(soc.family);
  const ini = (value: number, note?: Localized): Figure<number> => stated(rounded(value), soc.source, note);
  const f16 = ini(soc.derived.fp16_cube_tflops, derivedRate);
  const hasBf16 = soc.bf16_in_intrinsics && family !== '310B';
  const bf16 = profile && profileRate(profile, 'bf16', likelyProfile);
  const withProfile = bf16 !== undefined && Math.abs(bf16.value - f16.value) > 0.05 ? { ...f16, others: [bf16] } : f16;
  return {
    id: ids[soc.soc_version] ?? `ascend-${soc.soc_version.slice('Ascend'.length).toLowerCase()}`,
    name: soc.soc_version.replace(/^Ascend/, 'Ascend '),
    vendor: 'huawei',
    family,
    toolNames: [soc.soc_version],
    peak: rates([
      ['f16', withProfile],
      ['bf16', hasBf16 ? withProfile : undefined],
      ['int8', ini(soc.derived.int8_cube_tops, derivedRate)],
      ['f32', profile && profileRate(profile, 'fp32', likelyProfile)],
    ]),
    claimedPeak:
      profile &&
      rates([
        ['f16', profileRate(profile, 'fp16', cubePlusVector)],
        ['int8', profileRate(profile, 'int8', cubePlusVector)],
      ]),
    vectorPeak: soc.vector_cores === 0 ? undefined : { f16: ini(soc.derived.fp16_vector_tflops, derivedVectorRate) },
    ...memoryOf(soc, profile),
    lacks: lackedPrecisions(soc, family),
    ...coresOf(soc),
    links: profile && linksOf(profile),
    notes: soc.soc_version === 'Ascend910B' ? [oldName] : undefined,
    assumptions: profile && modelAssumptions(false),
    evidence: parseEvidence(soc.source),
  };
}

function memoryOf(soc: SocFacts, profile: ProfileFacts | undefined): Pick<Chip, 'memoryBytes' | 'memoryBandwidth'> {
  const assumed = soc.memory_bytes === null ? undefined : stated(soc.memory_bytes, soc.source, assumedCapacity);
  if (profile === undefined) return { memoryBytes: assumed };
  const modelled = stated(profile.mem_GiB * GiB, profileSource, likelyProfile);
  const differs = assumed !== undefined && assumed.value !== modelled.value;
  return {
    memoryBytes: differs ? { ...modelled, others: [assumed] } : modelled,
    memoryBandwidth: stated(Math.round(profile.mem_TiBps * TiB), profileSource, likelyProfile),
  };
}

function coresOf(soc: SocFacts) {
  const ini = (value: number) => stated(value, soc.source);
  return {
    cores: ini(soc.cube_cores),
    vectorCores: soc.vector_cores === 0 ? undefined : ini(soc.vector_cores),
    clock: ini(soc.clock_mhz * 1e6),
    sharedCacheBytes: ini(soc.l2_bytes),
    sharedCacheBandwidth: ini(soc.rates_bytes_per_cycle_per_core['l2_rate']! * soc.cube_cores * soc.clock_mhz * 1e6),
    coreMemoryBytes: {
      l0a: ini(soc.l0a_bytes),
      l0b: ini(soc.l0b_bytes),
      l0c: ini(soc.l0c_bytes),
      l1: ini(soc.l1_bytes),
      ub: ini(soc.ub_bytes),
    },
    compilerConstants: Object.fromEntries(
      Object.entries(soc.rates_bytes_per_cycle_per_core).map(([name, rate]) => [name, ini(rate)]),
    ),
  } satisfies Partial<Chip>;
}

function lackedPrecisions(soc: SocFacts, family: string): Chip['lacks'] {
  const lacks: Partial<Record<Precision, Figure<true>>> = { f64: stated(true, dtypeSource.f64) };
  if (!soc.bf16_in_intrinsics) lacks.bf16 = stated(true, `${soc.source}; ${dtypeSource.bf16}`);
  if (!soc.fp8_in_intrinsics) lacks.fp8 = stated(true, `${soc.source}; ${dtypeSource.fp8}`);
  if (family === '950') lacks.int4 = stated(true, guideSource);
  return lacks;
}

function profileRate(profile: ProfileFacts, precision: string, note?: Localized): Figure<number> | undefined {
  const rate = profile.tflops[precision];
  return rate === undefined ? undefined : stated(rate, profileSource, note);
}

/** Bandwidths and latencies of the profiles, which the facts hold as sentences. */
function linksOf(profile: ProfileFacts): Link[] | undefined {
  const evidence = parseEvidence(profileSource);
  const link = (name: string, scope: Link['scope'], bandwidth: number, latency?: number, devices?: number): Link => ({
    name,
    scope,
    bandwidth: stated(bandwidth, profileSource),
    latency: latency === undefined ? undefined : stated(latency, profileSource),
    devices,
    evidence,
  });
  if (profile.name.includes('A3')) {
    return [
      link('SIO', 'package', 224e9, undefined, 2),
      link('HCCS L1', 'node', 196e9, 0.5e-6, 16),
      link('HCCS L2', 'cluster', 196e9, 5.5e-6, 768),
    ];
  }
  if (profile.name.endsWith('PCIE')) return [link('PCIe', 'node', 64e9, undefined, 8)];
  return [link('HCCS', 'node', 196e9, 0.5e-6, 8), link('RoCE', 'cluster', 25e9, 1.5e-6, 1024)];
}

/** What Huawei's model assumes; its file says that the values need calibration. */
function modelAssumptions(is950: boolean): Chip['assumptions'] {
  const assumed = (value: number) => stated(value, profileSource);
  return {
    compute: assumed(is950 ? 0.9 : 0.7),
    memory: assumed(is950 ? 0.8 : 0.6),
    communication: assumed(0.7),
    matmulLatency: assumed(5e-6),
    vectorLatency: assumed(2e-6),
    communicationLatency: assumed(is950 ? 5e-6 : 10e-6),
  };
}

/** One of the two dies of a 910C, as the profile of the Atlas 800 A3 describes it. */
function dieOf910C(soc: SocFacts, profile: ProfileFacts): Chip {
  const bf16 = stated(profile.tflops['bf16']!, profileSource);
  const peak = { ...bf16, others: [stated(soc.derived.fp16_cube_tflops, soc.source, derivedRate)] };
  return {
    ...socChip(soc, profile),
    id: 'ascend-910c',
    name: 'Ascend 910C (one die)',
    toolNames: ['Ascend910_9391', 'Ascend910_9392', 'Ascend910_9381', 'Ascend910_9382'],
    peak: rates([
      ['f16', peak],
      ['bf16', peak],
      ['int8', stated(soc.derived.int8_cube_tops, soc.source, derivedRate)],
      ['f32', profileRate(profile, 'fp32')],
    ]),
    memoryBytes: stated(profile.mem_GiB * GiB, profileSource),
    memoryBandwidth: stated(Math.round(profile.mem_TiBps * TiB), profileSource),
    evidence: parseEvidence(profileSource),
  };
}

/** The 950 of Huawei's guide to operator developers (950DT class). */
function guide950(soc: SocFacts, guide: { memory_GB: number; memory_TBps: number }): Chip {
  const guided = (value: number, note?: Localized) => stated(value, guideSource, note);
  return {
    ...socChip(soc, undefined),
    id: 'ascend-950',
    name: 'Ascend 950',
    toolNames: ['Ascend950', soc.soc_version],
    peak: peakOf950(guided(426), guided(757), guided(1514)),
    vectorPeak: { f16: guided(54) },
    memoryBytes: { ...stated(guide.memory_GB * GiB, guideSource), others: [stated(soc.memory_bytes!, soc.source)] },
    memoryBandwidth: guided(guide.memory_TBps * 1e12),
    evidence: parseEvidence(guideSource),
  };
}

/** The 950PR on the Atlas 350 card. */
function card950(soc: SocFacts, profile: ProfileFacts): Chip {
  const rate = (precision: string, note?: Localized) => profileRate(profile, precision, note)!;
  const mesh: Link = {
    name: 'UB',
    scope: 'node',
    bandwidth: stated(3 * 53e9, profileSource),
    latency: stated(1.5e-6, profileSource),
    devices: 4,
    evidence: parseEvidence(profileSource),
  };
  const pcie: Link = {
    name: 'PCIe',
    scope: 'host',
    bandwidth: stated(32e9, profileSource),
    evidence: parseEvidence(profileSource),
  };
  return {
    id: 'ascend-950pr',
    name: 'Ascend 950PR',
    vendor: 'huawei',
    family: '950',
    toolNames: ['Ascend950PR'],
    peak: { ...peakOf950(rate('bf16'), rate('fp8'), rate('fp4')), tf32: rate('fp32_hf32', hf32) },
    vectorPeak: {
      f32: stated(profile.vector!['fp32']!, profileSource),
      f16: stated(profile.vector!['fp16']!, profileSource),
    },
    memoryBytes: stated(profile.mem_GiB * GiB, profileSource),
    memoryBandwidth: stated(Math.round(profile.mem_TiBps * TiB), profileSource),
    lacks: lackedPrecisions(soc, '950'),
    assumptions: modelAssumptions(true),
    links: [mesh, pcie],
    evidence: parseEvidence(profileSource),
  };
}

function peakOf950(bf16: Figure<number>, fp8: Figure<number>, fp4: Figure<number>): Rates {
  return { f16: bf16, bf16, fp8, int8: fp8, fp4 };
}
