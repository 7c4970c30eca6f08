import type { Chip, Figure, Localized } from '../../../core/model';
import { parseEvidence } from '../evidence';
import { readFacts } from '../facts';
import { rates, rounded, stated } from './figure';

const GiB = 2 ** 30;

interface PartFacts {
  name: string;
  bf16?: number;
  fp16?: number;
  fp8?: number;
  int8?: number;
  mem_GB?: number;
  mem_TBps?: number;
  mem_GBps?: number;
  nvlink_GBps_uni?: number;
  nvlink_GBps?: number;
  nvlink_GBps_bidir?: number;
  inter_GBps?: number;
  pcie_GBps?: number;
  source: string;
}

const one16BitRate: Localized = {
  en: 'The source gives one rate for 16-bit arithmetic.',
  zh: '来源只给出一个 16 位算力数值。',
};
const binaryGigabytes: Localized = {
  en: 'HBM capacities are binary: N GB counted as N x 2^30 bytes.',
  zh: 'HBM 容量按二进制计：N GB 计为 N × 2^30 字节。',
};
const halfOfBoth: Localized = {
  en: 'Half of 400 GB/s for both directions; from memory, not verified against a data sheet.',
  zh: '取双向 400 GB/s 的一半；凭经验记录，未经规格书核实。',
};
/** deepseek-ai/FlashMLA reads 3000 GB/s and calls it 90 % of the H800's bandwidth. */
const flashMla = 'deepseek-ai/FlashMLA@9241ae3e:README.md';
/** In the name of the A800 only. */
const memoryInName = /-(\d+)GB$/;

export function nvidiaChips(): Chip[] {
  return readFacts('ascend/chips.json').nvidia_reference.map(nvidiaChip);
}

function nvidiaChip(part: PartFacts): Chip {
  const family = part.name.split('-')[0]!.toLowerCase();
  const id = part.name === 'H20-3E' ? 'nvidia-h20-3e' : `nvidia-${family}`;
  const figure = (value: number | undefined, note?: Localized) =>
    value === undefined ? undefined : stated(rounded(value), part.source, note);
  const sixteenBit = part.bf16 ?? part.fp16;
  const memory = part.mem_GB ?? Number(memoryInName.exec(part.name)?.[1] ?? Number.NaN);
  const nvlink = part.nvlink_GBps_uni ?? part.nvlink_GBps ?? (part.nvlink_GBps_bidir ?? Number.NaN) / 2;
  const evidence = parseEvidence(part.source);
  return {
    id,
    name: `NVIDIA ${part.name}`,
    vendor: 'nvidia',
    family,
    toolNames: [part.name],
    peak: rates([
      ['f16', figure(sixteenBit, one16BitRate)],
      ['bf16', figure(sixteenBit, one16BitRate)],
      ['fp8', figure(part.fp8)],
      ['int8', figure(part.int8)],
    ]),
    memoryBytes: figure(memory * GiB, binaryGigabytes),
    memoryBandwidth: bandwidthOf(part),
    lacks: {},
    links: [
      {
        name: 'NVLink',
        scope: 'node',
        bandwidth: figure(nvlink * 1e9, part.nvlink_GBps_bidir === undefined ? undefined : halfOfBoth),
        devices: 8,
        evidence,
      },
      ...(part.inter_GBps === undefined
        ? []
        : [{ name: 'RDMA', scope: 'cluster' as const, bandwidth: figure(part.inter_GBps * 1e9), evidence }]),
      ...(part.pcie_GBps === undefined
        ? []
        : [{ name: 'PCIe', scope: 'host' as const, bandwidth: figure(part.pcie_GBps * 1e9), evidence }]),
    ],
    evidence,
  };
}

/** Of the H800 the facts' source says 4 TB/s, more than the H100 that it is derived from; DeepSeek measured against 3.35. */
function bandwidthOf({ name, mem_TBps, mem_GBps, source }: PartFacts): Figure<number> {
  const listed = stated(rounded(mem_TBps === undefined ? mem_GBps! * 1e9 : mem_TBps * 1e12), source);
  return name === 'H800' ? { ...stated(3.35e12, flashMla), others: [listed] } : listed;
}
