import type { Figure, Link, Localized, Target } from '../../../core/model';
import { parseEvidence } from '../evidence';
import { stated } from './figure';

const mcuBoards = 'sophgo/mcu BoardType.md @00d952af0d22';
const mcuSc11 = 'sophgo/mcu SC11FP300/common.h @0d0e72f85f20';
const survey = 'third-party survey "Sophgo (算能) Hardware Architecture" as_of 2026-08-08';
const filing = 'vendor-authored filing';
const msmodeling = 'Ascend/msmodeling@84fec853d670:tensor_cast/device.py';
const vllmAscend = 'vllm-project/vllm-ascend@182b75ea:docs/source/faqs.md';
const GB = 1e9;
const GiB = 2 ** 30;
const TiB = 2 ** 40;

/** A product of the facts: what the chip tables cannot say. The routes follow from the chip. */
export interface ProductSpec {
  readonly id: string;
  readonly name: Localized;
  readonly chip: string;
  readonly devices: number;
  readonly source: string;
  readonly memoryBytes?: Figure<number>;
  readonly memoryBandwidth?: Figure<number>;
  readonly power?: Figure<number>;
  readonly links?: readonly Link[];
  readonly notes?: readonly Localized[];
}

function same(name: string): Localized {
  return { en: name, zh: name };
}

function cards(count: number, chip: string, kind: Localized): Localized {
  const chips = count === 1 ? chip : `${count} x ${chip}`;
  return { en: `${kind.en} (${chips})`, zh: `${kind.zh}（${chips.replace(' x ', ' × ')}）` };
}

const perChip16: Figure<number> = stated(16 * GiB, survey);

const sophgo: readonly ProductSpec[] = [
  {
    id: 'sophgo-sc11-fp300',
    name: cards(2, 'BM1690', same('SC11 FP300')),
    chip: 'sophgo-bm1690',
    devices: 2,
    source: `${mcuSc11}; ${mcuBoards}`,
    power: stated(300, filing),
    notes: [
      {
        en: 'The card states 256 GB, more than 1.1 TB/s, 400 TOPS INT8/FP8 and 200 TFLOPS FP16/BF16 for its two chips together.',
        zh: '整卡标称 256 GB、超过 1.1 TB/s、INT8/FP8 400 TOPS、FP16/BF16 200 TFLOPS，均为两颗芯片之和。',
      },
    ],
  },
  {
    id: 'sophgo-sc11e-fp300',
    name: cards(2, 'BM1690E', same('SC11E FP300')),
    chip: 'sophgo-bm1690e',
    devices: 2,
    source: survey,
  },
  {
    id: 'sophgo-bm1690evb',
    name: cards(1, 'BM1690', { en: 'BM1690 evaluation board', zh: 'BM1690 评估板' }),
    chip: 'sophgo-bm1690',
    devices: 1,
    source: mcuBoards,
  },
  {
    id: 'sophgo-sg-link-4u',
    name: cards(16, 'BM1690', { en: '4U SG-Link chassis, 8 x SC11 FP300', zh: '4U SG-Link 机箱，8 张 SC11 FP300' }),
    chip: 'sophgo-bm1690',
    devices: 16,
    source: filing,
  },
  {
    id: 'sophgo-sc7pro',
    name: cards(8, 'BM1684X', same('SC7PRO')),
    chip: 'sophgo-bm1684x',
    devices: 8,
    source: mcuBoards,
    memoryBytes: perChip16,
  },
  {
    id: 'sophgo-sc7fp150',
    name: cards(6, 'BM1684X', same('SC7FP150')),
    chip: 'sophgo-bm1684x',
    devices: 6,
    source: mcuBoards,
    memoryBytes: perChip16,
  },
  {
    id: 'sophgo-sc7hp75',
    name: cards(3, 'BM1684X', same('SC7HP75')),
    chip: 'sophgo-bm1684x',
    devices: 3,
    source: mcuBoards,
    memoryBytes: perChip16,
  },
  {
    id: 'sophgo-sc7hp75-1',
    name: cards(1, 'BM1684X', same('SC7HP75_1')),
    chip: 'sophgo-bm1684x',
    devices: 1,
    source: mcuBoards,
    memoryBytes: perChip16,
  },
  {
    id: 'sophgo-se7-32',
    name: cards(1, 'BM1684X', { en: 'SE7-32 compute box', zh: 'SE7-32 微服务器' }),
    chip: 'sophgo-bm1684x',
    devices: 1,
    source: mcuBoards,
    memoryBytes: perChip16,
  },
  {
    id: 'sophgo-sm7',
    name: cards(1, 'BM1684X', { en: 'SM7 module', zh: 'SM7 模组' }),
    chip: 'sophgo-bm1684x',
    devices: 1,
    source: mcuBoards,
  },
  {
    id: 'sophgo-sc5-plus',
    name: cards(3, 'BM1684', same('SC5+')),
    chip: 'sophgo-bm1684',
    devices: 3,
    source: 'https://blog.51cto.com/u_15531854/5575540',
  },
  {
    id: 'sophgo-sc5h3',
    name: cards(3, 'BM1684', same('SC5H3')),
    chip: 'sophgo-bm1684',
    devices: 3,
    source: mcuBoards,
  },
  {
    id: 'sophgo-se5',
    name: cards(1, 'BM1684', { en: 'SE5 compute box', zh: 'SE5 微服务器' }),
    chip: 'sophgo-bm1684',
    devices: 1,
    source: mcuBoards,
    notes: [
      {
        en: "Sophgo's own board table says BM1684; a third-party survey lists the SE5 with a BM1684X.",
        zh: '算能官方板卡表标注为 BM1684；第三方资料写作 BM1684X。',
      },
    ],
  },
  {
    id: 'sophgo-se9-16',
    name: cards(1, 'BM1688', { en: 'SE9-16 compute box', zh: 'SE9-16 微服务器' }),
    chip: 'sophgo-bm1688',
    devices: 1,
    source: 'sophgo/sophon-demo sample/Qwen/README.md @c7c94bb0',
    memoryBytes: stated(8 * GiB, survey),
  },
  {
    id: 'sophgo-se9-8',
    name: cards(1, 'CV186X', { en: 'SE9-8 compute box', zh: 'SE9-8 微服务器' }),
    chip: 'sophgo-cv186x',
    devices: 1,
    source: 'sophgo/sophon-demo sample/Qwen/README.md @c7c94bb0',
  },
];

function meshPcie(): Link[] {
  const evidence = parseEvidence(msmodeling);
  return [{ name: 'PCIe', scope: 'node', bandwidth: stated(64 * GB, msmodeling), devices: 8, evidence }];
}

const cloudMatrix = 'arxiv.org/html/2506.12708v2';
const cloudMatrixLinks: readonly Link[] = [
  {
    name: 'UB',
    scope: 'cluster',
    bandwidth: stated(196 * GB, cloudMatrix),
    latency: stated(1e-6, cloudMatrix),
    devices: 768,
    evidence: parseEvidence(cloudMatrix),
  },
];

const server = { en: 'server', zh: '服务器' };
const ascend: readonly ProductSpec[] = [
  {
    id: 'ascend-910c',
    name: { en: 'Ascend 910C (two dies, two devices)', zh: '昇腾 910C（双 die，两个设备）' },
    chip: 'ascend-910c',
    devices: 2,
    source: msmodeling,
  },
  {
    id: 'ascend-atlas-300i-duo',
    name: cards(2, 'Ascend 310P3', same('Atlas 300I Duo')),
    chip: 'ascend-310p3',
    devices: 2,
    source: 'avalanchenoticias.com.br teardown report',
    memoryBytes: stated(48 * GB, 'avalanchenoticias.com.br teardown report', {
      en: 'Half of the 96 GB card; a 48 GB variant may exist.',
      zh: '96 GB 整卡的一半；可能另有 48 GB 版本。',
    }),
    memoryBandwidth: stated(204 * GB, 'avalanchenoticias.com.br teardown report', {
      en: 'Half of 408 GB/s.',
      zh: '408 GB/s 的一半。',
    }),
    power: stated(150, 'avalanchenoticias.com.br teardown report'),
  },
  {
    id: 'ascend-atlas-300i-pro',
    name: cards(1, 'Ascend 310P3', same('Atlas 300I Pro')),
    chip: 'ascend-310p3',
    devices: 1,
    source: 'leideng/CANN-8.1.RC1@551ed27c2928:Ascend310P3.ini',
  },
  {
    id: 'ascend-atlas-300t',
    name: cards(1, 'Ascend 910A', same('Atlas 300T 9000')),
    chip: 'ascend-910a',
    devices: 1,
    source: 'manuals.plus Atlas 300T white paper',
  },
  {
    id: 'ascend-atlas-800-9000',
    name: cards(8, 'Ascend 910A', { en: 'Atlas 800 9000 server', zh: 'Atlas 800 9000 服务器' }),
    chip: 'ascend-910a',
    devices: 8,
    source: 'hxnews.com Atlas 900 introduction',
  },
  ...[
    ['376t-64g', 'ascend-910b2', '376T, 64 GB', undefined],
    ['313t-64g', 'ascend-910b3', '313T, 64 GB', undefined],
    ['280t-64g', 'ascend-910b4-1', '280T, 64 GB', undefined],
    ['280t-64g-pcie', 'ascend-910b4-1', '280T, 64 GB, PCIe', meshPcie()],
    ['280t-32g-pcie', 'ascend-910b4', '280T, 32 GB, PCIe', meshPcie()],
  ].map(
    ([suffix, chip, label, links]): ProductSpec => ({
      id: `ascend-atlas-800-a2-${suffix}`,
      name: { en: `Atlas 800 A2 ${server.en} (8 NPUs, ${label})`, zh: `Atlas 800 A2 ${server.zh}（8 NPU，${label}）` },
      chip: chip as string,
      devices: 8,
      source: `${msmodeling}; ${vllmAscend}`,
      ...(links === undefined ? {} : { links: links as readonly Link[] }),
    }),
  ),
  {
    id: 'ascend-atlas-800-a3',
    name: { en: 'Atlas 800 A3 server (8 x 910C, 16 devices)', zh: 'Atlas 800 A3 服务器（8 × 910C，16 个设备）' },
    chip: 'ascend-910c',
    devices: 16,
    source: `${msmodeling}; ${vllmAscend}`,
    notes: [
      {
        en: 'Jobs take 1 device or whole 910C packages: 2, 4, 6, 8, 10, 12, 14 or 16.',
        zh: '任务可使用 1 个设备，或整颗 910C：2、4、6、8、10、12、14、16 个设备。',
      },
    ],
  },
  {
    id: 'ascend-cloudmatrix384',
    name: {
      en: 'CloudMatrix384 / Atlas 900 A3 SuperPoD (384 x 910C, 768 devices)',
      zh: 'CloudMatrix384 / Atlas 900 A3 超节点（384 × 910C，768 个设备）',
    },
    chip: 'ascend-910c',
    devices: 768,
    source: cloudMatrix,
    links: cloudMatrixLinks,
  },
  {
    id: 'ascend-atlas-350-112g',
    name: cards(1, 'Ascend 950PR', same('Atlas 350 112 GB')),
    chip: 'ascend-950pr',
    devices: 1,
    source: msmodeling,
  },
  {
    id: 'ascend-atlas-350-84g',
    name: cards(1, 'Ascend 950PR', same('Atlas 350 84 GB')),
    chip: 'ascend-950pr',
    devices: 1,
    source: msmodeling,
    memoryBytes: stated(84 * GiB, msmodeling),
    memoryBandwidth: stated(Math.round(1.4 * TiB), msmodeling),
  },
  {
    id: 'ascend-atlas-950-superpod',
    name: cards(8192, 'Ascend 950', { en: 'Atlas 950 SuperPoD', zh: 'Atlas 950 超节点' }),
    chip: 'ascend-950',
    devices: 8192,
    source: 'notebookcheck.info Huawei Connect 2025 report',
  },
];

export const productSpecs: readonly ProductSpec[] = [...sophgo, ...ascend];

/** Chips whose short name people use for a more exact one. */
export const shortNames: readonly ProductSpec[] = [
  { id: 'ascend-310p', name: same('Ascend 310P (310P3)'), chip: 'ascend-310p3', devices: 1, source: vllmAscend },
  { id: 'ascend-310b', name: same('Ascend 310B (310B1)'), chip: 'ascend-310b1', devices: 1, source: vllmAscend },
];

export type Routes = Target['routes'];

/** The software for a chip, the default first. */
export function routesOf(vendor: string, family: string): Routes {
  if (vendor === 'nvidia') return { graph: [], script: [], checkpoint: [] };
  if (vendor === 'sophgo') {
    const torch = ['bm1690', 'bm1690e', 'bm1684x'].includes(family);
    const llm = ['bm1684x', 'bm1688', 'cv186x', 'bm1690', 'bm1684x2'].includes(family);
    return {
      graph: ['tpu-mlir'],
      script: torch ? ['torch-tpu'] : [],
      checkpoint: [...(family === 'bm1690' ? (['vllm-tpu'] as const) : []), ...(llm ? (['llm-tpu'] as const) : [])],
    };
  }
  const torch = ['910A', '910B', '910C', '310P', '310B', '950'].includes(family);
  const vllm = ['910B', '910C', '310P', '950'].includes(family);
  return {
    graph: ['atc', 'ort-cann'],
    script: torch ? ['torch-npu'] : [],
    checkpoint: vllm ? ['vllm-ascend'] : [],
  };
}
