import type { Evidence, Localized, ScriptRuleContext, SettingFact } from '../../../../core/model';
import { textOf } from '../../scripts/edits';
import { counterparts } from './counterparts';

/** What YAML says of a container's devices: compose's `runtime`, `gpus` and device driver, Kubernetes' resources. */
export function reportContainerSettings(context: ScriptRuleContext): void {
  for (const setting of context.facts.settings ?? []) {
    const key = setting.keys.at(-1)!;
    if (/^nvidia\.com\/(gpu|mig-)/.test(key) && isResource(setting)) reportResource(setting, key, context);
    else if (handsGpus(setting, key)) reportDevices(setting, context);
  }
}

const isResource = ({ keys }: SettingFact) => /^(limits|requests)$/.test(keys.at(-2) ?? '');

function handsGpus({ keys, value }: SettingFact, key: string): boolean {
  if (key === 'gpus') return keys.length === 3 && keys[0] === 'services';
  // `driver` is a network's and a volume's as well: those of NVIDIA are devices'.
  return /^(runtime|driver|runtimeClassName)$/.test(key) && value === 'nvidia';
}

function reportDevices(setting: SettingFact, { facts, target, table, report }: ScriptRuleContext): void {
  const { devices } = counterparts[table.route];
  const text = textOf(facts, setting.span);
  report({
    at: setting,
    verdict: 'unsupported',
    message: {
      en: `"${text}" hands NVIDIA's GPUs to the container: it gives no device of ${target.id}.`,
      zh: `“${text}” 为容器挂载的是 NVIDIA GPU，无法挂载 ${target.id} 的设备。`,
    },
    advice: devices.advice,
    evidence: [...compose, ...devices.evidence],
  });
}

const compose: Evidence[] = [{ source: 'docs.docker.com', version: '2026-08', where: 'compose/gpu-support' }];

function reportResource(setting: SettingFact, key: string, context: ScriptRuleContext): void {
  const { target, report } = context;
  const own = resourceOf(context);
  report({
    at: setting,
    span: setting.keySpan,
    verdict: 'unsupported',
    message: {
      en: `${key} is a resource of nodes with NVIDIA's GPUs: no node with ${target.id} offers it, and the pod stays pending.`,
      zh: `${key} 是 NVIDIA GPU 节点的资源：装有 ${target.id} 的节点不提供该资源，Pod 会一直处于 Pending。`,
    },
    advice:
      own === undefined
        ? {
            en: 'Ask for the resource by which the device plugin of your cluster offers the device; no source names one for it.',
            zh: '请改为申请集群设备插件提供的资源；资料中没有该设备的资源名。',
          }
        : {
            en: `Ask for ${own}, which Ascend Device Plugin offers.`,
            zh: `请改为申请 Ascend Device Plugin 提供的 ${own}。`,
          },
    evidence: [...devicePlugin, ...(own === undefined ? [] : mindCluster)],
  });
}

const devicePlugin: Evidence[] = [{ source: 'NVIDIA/k8s-device-plugin', version: 'v0.11.0', where: 'README.md' }];
const mindCluster: Evidence[] = [
  {
    source: 'hiascend.com, MindCluster cluster scheduling guide',
    version: '7.0.RC1',
    where: 'mxdlug_appendices_014.html, resource names',
  },
];

/** By the chip: 310P, 310; those for training are one name. Undefined where no source lists the chip. */
function resourceOf({ table, chip }: ScriptRuleContext): Localized['en'] | undefined {
  if (table.route !== 'torch-npu') return undefined;
  const names: readonly (readonly [RegExp, string])[] = [
    [/^310P/, 'huawei.com/Ascend310P'],
    [/^310$/, 'huawei.com/Ascend310'],
    [/^910/, 'huawei.com/Ascend910'],
  ];
  return names.find(([family]) => family.test(chip.family))?.[1];
}
