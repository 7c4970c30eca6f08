import { readFileSync } from 'node:fs';
import type { Evidence, StatedRestriction } from '../../../core/model';
import type { ApiSupportFile, AtenFile, AtenRow } from '../../../core/targets/api-support-file';
import { parseEvidence } from '../evidence';
import { readFacts } from '../facts';
import { opPlugin, torchTpu } from './evidence';
import { limitsOf } from './npu/limits';
import { refuseUnused, restrictionsOf } from './npu/restrictions';
import type { Restriction } from './npu/restrictions/restriction';

/** Lists that rows name by index. */
class Interned<T> {
  readonly #indices = new Map<string, number>();
  readonly list: T[] = [];

  index(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.list.length);
    return this.list.push(value) - 1;
  }
}

interface FactApi {
  readonly api: string;
  readonly module: string;
  readonly v: readonly {
    readonly versions: readonly string[];
    readonly supported?: boolean;
    readonly chips?: 'all' | Readonly<Record<'A2' | 'A3' | '950DT', boolean>>;
    readonly dtypes?: Readonly<Record<string, readonly string[]>>;
    readonly limits_zh?: string;
    readonly cpu_fallback?: boolean;
    readonly cpu_only?: boolean;
    readonly inference_only?: boolean;
  }[];
}

interface FactOperator {
  readonly name: string;
  readonly section: string;
  readonly acl_op?: readonly [string, string];
  readonly op_api?: readonly [string, string];
  readonly chips_from_aclnn?: Readonly<Record<string, boolean>>;
  readonly host_copy_in_impl?: unknown;
}

const typeNames: Readonly<Record<string, string>> = {
  bf16: 'bfloat16',
  fp16: 'float16',
  fp32: 'float32',
  fp64: 'float64',
};
const chipFamilies: Readonly<Record<string, string>> = { A2: '910B', A3: '910C' };

/** torch_npu: the vendor's tables of PyTorch's APIs, and the operators that its plugin registers. */
export function npuSupport(): ApiSupportFile {
  const facts = readFacts('ascend/torch-ops.json');
  const sources = new Interned<Evidence>();
  const releases = new Interned<readonly string[]>();
  const types = new Interned<Readonly<Record<string, readonly string[]>>>();
  const families = new Interned<readonly string[]>();
  const restrictions = new Interned<StatedRestriction>();
  const used = new Set<Restriction>();

  const apis: Record<string, ApiSupportFile['apis'][string]> = {};
  for (const { api, module, v } of facts.native_api as FactApi[]) {
    if (!api.startsWith('torch.')) continue;
    const groups = v.map((group): ApiSupportFile['apis'][string][number] => {
      const [commit, folder] = (facts.meta.sources[group.versions.at(-1)!] as string).split(/ \([^)]*\):/);
      const { chips, supported } = group;
      const letter = (value: boolean | undefined) => (value === undefined ? '?' : value ? 'y' : 'n');
      const support =
        chips === undefined
          ? letter(supported)
          : chips === 'all'
            ? 'yyy'
            : letter(chips.A2) + letter(chips.A3) + letter(chips['950DT']);
      const marks = [group.cpu_fallback ? 'h' : '', group.cpu_only ? 'c' : '', group.inference_only ? 'i' : ''].join(
        '',
      );
      const named = Object.entries(group.dtypes ?? {}).map(([name, list]) => [
        name,
        list.map((type) => typeNames[type] ?? type),
      ]);
      const stated = restrictionsOf(group.limits_zh ?? '').flatMap((restriction) => {
        used.add(restriction);
        const { text, limits } = restriction;
        if (text === undefined) return [];
        const checks = limits.filter((id) => limitsOf(api).has(id));
        return [restrictions.index({ text, ...(checks.length === 0 ? {} : { limits: checks }) })];
      });
      const row = [
        releases.index(group.versions),
        support,
        marks,
        named.length === 0 ? -1 : types.index(Object.fromEntries(named)),
        sources.index({ ...parseEvidence(`${commit}:${folder}`)[0]!, where: `${folder}/${module}.md` }),
      ] as const;
      return stated.length === 0 ? row : [...row, stated];
    });
    apis[api] = groups;
  }

  refuseUnused(used);

  const registered = opPlugin('op_plugin/config/op_plugin_functions.yaml')[0]!;
  const library: Evidence = {
    source: 'Ascend/op-plugin, hicann/ops-*',
    version: '517f2e7d0f20; ops-nn e5c3fa9327ea, ops-math c41933244c31, ops-cv 6ae87653464d',
    where: 'op_plugin_functions.yaml; docs/aclnn*.md',
  };
  const operators: Record<string, AtenRow> = {};
  for (const fact of facts.aten_ops as FactOperator[]) {
    if (fact.section !== 'official') continue;
    const range = fact.op_api ?? fact.acl_op;
    const chips = fact.chips_from_aclnn;
    operators[fact.name] = [
      fact.host_copy_in_impl === undefined ? 'd' : 'm',
      chips === undefined
        ? -1
        : families.index(
            Object.keys(chips)
              .filter((chip) => chips[chip])
              .map((chip) => chipFamilies[chip] ?? chip)
              .sort(),
          ),
      range === undefined ? '' : range.join('-'),
      sources.index(chips === undefined ? registered : library),
    ];
  }
  const native = facts.npu_native_functions.supported as string[];
  const nativeSource = sources.index(parseEvidence(facts.npu_native_functions.source as string)[0]!);
  for (const name of native) operators[name] ??= ['d', -1, '', nativeSource];

  return {
    route: 'torch-npu',
    sources: sources.list,
    releases: releases.list,
    types: types.list,
    restrictions: restrictions.list,
    families: families.list,
    apis,
    operators,
    unregistered: {
      evidence: sources.index({
        source: 'Ascend/pytorch',
        version: '9e73e708ab93',
        where: 'torch_npu/csrc/aten/common, VariableFallbackKernel.cpp (npu_cpu_fallback)',
      }),
    },
  };
}

/** torch-tpu: the manual's table, and the operators that the package registers. */
export function tpuSupport(): ApiSupportFile {
  const facts = readFacts('sophgo/torch-tpu-ops.json');
  const sources = new Interned<Evidence>();
  const releases = new Interned<readonly string[]>();
  const manual = sources.index(torchTpu('docs/quick_start/source_zh/05_API.rst, 05_API_1.rst')[0]!);
  const documented = facts.documented_api_compat.table as Record<string, string>;
  const apis = Object.fromEntries(
    Object.entries(documented)
      .filter(([, mark]) => mark === 'Y')
      .map(([api]): [string, ApiSupportFile['apis'][string]] => [
        api,
        [[releases.index(['2.8.0']), 'y', '', -1, manual]],
      ]),
  );
  const on: Readonly<Record<string, string>> = { device: 'd', cpu: 'h', mixed: 'm' };
  const operators = Object.fromEntries(
    Object.entries(facts.ops as Record<string, { support: string; source: string }>).map(
      ([name, fact]): [string, AtenRow] => [
        name.replace(/^aten::/, ''),
        [on[fact.support]!, -1, '', sources.index(parseEvidence(fact.source)[0]!)],
      ],
    ),
  );
  return {
    route: 'torch-tpu',
    sources: sources.list,
    releases: releases.list,
    types: [],
    restrictions: [],
    families: [],
    apis,
    operators,
    unregistered: { evidence: sources.index(parseEvidence(facts.fallback_for_unregistered.source as string)[0]!) },
  };
}

interface Recorded {
  readonly torch: string;
  readonly composite: readonly string[];
  readonly apis: Readonly<
    Record<
      string,
      {
        readonly always: readonly string[];
        readonly sometimes?: readonly string[];
        readonly ways?: readonly (readonly string[])[];
        readonly cpuSpecific?: boolean;
      }
    >
  >;
}

/** What check_against_torch.py recorded, compact. */
export function atenTable(): AtenFile {
  const recorded = JSON.parse(readFileSync('scripts/tables/torch/aten-of-apis.generated.json', 'utf8')) as Recorded;
  const operators = new Interned<string>();
  return {
    torch: recorded.torch,
    evidence: {
      source: 'pytorch/pytorch',
      version: recorded.torch,
      where: 'recorded from its own sample inputs by scripts/tables/torch/check_against_torch.py',
    },
    composite: recorded.composite,
    apis: Object.fromEntries(
      Object.entries(recorded.apis).map(([name, { always, sometimes, ways, cpuSpecific }]) => [
        name,
        {
          always: always.map((operator) => operators.index(operator)),
          ...(sometimes === undefined ? {} : { sometimes: sometimes.map((operator) => operators.index(operator)) }),
          ...(ways === undefined ? {} : { ways: ways.map((way) => way.map((operator) => operators.index(operator))) }),
          ...(cpuSpecific ? { cpu: true as const } : {}),
        },
      ]),
    ),
    operators: operators.list,
  };
}
