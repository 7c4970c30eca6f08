import type { ArgumentFact, CallFact, Evidence, ScriptRule } from '../../../../core/model';
import { callsNamed, matches, namesLike } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** A trainer of Lightning goes to CUDA, or to the CPU where it finds none: it knows no accelerator of these targets. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/lightning-trainer',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A trainer of Lightning for CUDA', zh: '面向 CUDA 的 Lightning Trainer' },
  documentation: { en, zh },
  check({ facts, target, table, shimTable, report }) {
    // Lightning asks torch.cuda, which a shim answers for: what it makes of the answers is not known.
    if (shimTable !== undefined) return;
    for (const call of callsNamed(facts, isTrainer)) {
      const asked = acceleratorOf(call);
      if (asked === undefined) continue;
      const { type, namespace } = table.device;
      const shown = asked === 'default' ? 'accelerator="auto"' : `accelerator="${asked.value.constant}"`;
      const isRefused = asked !== 'default' && asked.value.constant !== 'auto';
      report({
        at: call,
        span: asked === 'default' ? call.calleeSpan : asked.span,
        severity: isRefused ? 'error' : 'warning',
        verdict: isRefused ? 'unsupported' : 'host',
        message: isRefused
          ? {
              en: `Lightning has accelerators for CUDA, Apple's MPS and Google's TPUs: ${shown} finds no device on ${target.id} and raises an exception.`,
              zh: `Lightning 自带的加速器只有 CUDA、Apple MPS 与 Google TPU：在 ${target.id} 上 ${shown} 找不到设备，会抛出异常。`,
            }
          : {
              en: `Lightning has accelerators for CUDA, Apple's MPS and Google's TPUs: ${asked === 'default' ? 'without an accelerator it takes "auto", which' : shown} finds none of them on ${target.id} and takes the CPU, without an error.`,
              zh: `Lightning 自带的加速器只有 CUDA、Apple MPS 与 Google TPU：在 ${target.id} 上${asked === 'default' ? '未指定 accelerator 时取 "auto"，' : ` ${shown} `}找不到其中任何一种，会改用 CPU 且不报错。`,
            },
        advice: {
          en: `Write an Accelerator of your own on ${namespace}, as Lightning documents (an experimental interface), and pass an instance: accelerator=MyAccelerator(). With a single device pass strategy=SingleDeviceStrategy(device=torch.device("${type}:0")) as well: Lightning's own choice is the CPU.`,
          zh: `请按 Lightning 文档（实验性接口）基于 ${namespace} 实现自己的 Accelerator，并传入实例：accelerator=MyAccelerator()。单设备时还需传入 strategy=SingleDeviceStrategy(device=torch.device("${type}:0"))，否则 Lightning 会选择 CPU。`,
        },
        evidence: isRefused ? refuses : takesCpu,
      });
    }
  },
};

const isTrainer = namesLike(
  /^(pytorch_lightning|lightning(\.pytorch)?)(\.trainer){0,2}\.Trainer$|^(lightning_fabric|lightning(\.fabric)?)(\.fabric)?\.Fabric$|^(pytorch_lightning|lightning(\.pytorch)?)\.strategies(\.\w+)*\.\w+Strategy$/,
);

const isStrategy = matches(/\.strategies(\.\w+)*\.\w+Strategy$/);

/** What asks for CUDA, or for whatever is there; undefined where another accelerator is passed, or it cannot be told. */
function acceleratorOf(call: CallFact): ArgumentFact | 'default' | undefined {
  const passed = call.arguments.find(
    ({ keyword, splat }, index) =>
      splat === undefined && (keyword ?? (index === 0 && call.name.endsWith('.Fabric') ? named : '')) === named,
  );
  if (passed === undefined) return isStrategy(call.name) || leavesOpen(call) ? undefined : 'default';
  return ['gpu', 'cuda', 'auto'].includes(String(passed.value.constant)) ? passed : undefined;
}

/** What is passed may hold an accelerator: `**options`, a strategy that was made with one. */
function leavesOpen({ arguments: passed }: CallFact): boolean {
  return passed.some(
    ({ keyword, splat, value }) =>
      splat !== undefined || (keyword === 'strategy' && typeof value.constant !== 'string'),
  );
}

const named = 'accelerator';

const lightning = (where: string): Evidence[] => [
  { source: 'Lightning-AI/pytorch-lightning', version: '2.6.2', where },
];
const ofCustom = [
  ...lightning('docs/source-pytorch/extensions/accelerator.rst'),
  ...lightning('src/lightning/pytorch/trainer/connectors/accelerator_connector.py, _choose_strategy'),
];
const refuses = [
  ...lightning('src/lightning/pytorch/trainer/connectors/accelerator_connector.py, _choose_gpu_accelerator_backend'),
  ...ofCustom,
];
const takesCpu = [
  ...lightning('src/lightning/fabric/utilities/device_parser.py, _select_auto_accelerator'),
  ...ofCustom,
];
