import type { ArgumentFact, CallFact, Evidence, ScriptFindingDraft, ScriptRule } from '../../../../core/model';
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
      const request = requestOf(call);
      if (request === undefined) continue;
      const { type, namespace } = table.device;
      report({
        at: call,
        ...findingOf(request, call, target.id),
        advice: {
          en: `Write an Accelerator of your own on ${namespace}, as Lightning documents (an experimental interface), and pass an instance: accelerator=MyAccelerator(). With a single device pass strategy=SingleDeviceStrategy(device=torch.device("${type}:0")) as well: Lightning's own choice is the CPU.`,
          zh: `请按 Lightning 文档（实验性接口）基于 ${namespace} 实现自己的 Accelerator，并传入实例：accelerator=MyAccelerator()。单设备时还需传入 strategy=SingleDeviceStrategy(device=torch.device("${type}:0"))，否则 Lightning 会选择 CPU。`,
        },
      });
    }
  },
};

const isTrainer = namesLike(
  /^(pytorch_lightning|lightning(\.pytorch)?)(\.trainer){0,2}\.Trainer$|^(lightning_fabric|lightning(\.fabric)?)(\.fabric)?\.Fabric$|^(pytorch_lightning|lightning(\.pytorch)?)\.strategies(\.\w+)*\.\w+Strategy$/,
);

const isStrategy = matches(/\.strategies(\.\w+)*\.\w+Strategy$/);

/** What a trainer is asked for. */
interface Request {
  /** An accelerator by name; `gpus` of Lightning 1; a strategy for CUDA; nothing, which is "auto". */
  readonly by: 'accelerator' | 'gpus' | 'strategy' | 'nothing';
  readonly argument?: ArgumentFact;
}

/** What asks for CUDA, or for whatever is there; undefined where another accelerator is passed, or it cannot be told. */
function requestOf(call: CallFact): Request | undefined {
  const passed = call.arguments.find(
    ({ keyword, splat }, index) =>
      splat === undefined && (keyword ?? (index === 0 && call.name.endsWith('.Fabric') ? named : '')) === named,
  );
  const isAuto = passed === undefined || passed.value.constant === 'auto';
  if (passed !== undefined && !isAuto) {
    return ['gpu', 'cuda'].includes(String(passed.value.constant))
      ? { by: 'accelerator', argument: passed }
      : undefined;
  }
  if (isStrategy(call.name) || (passed === undefined && leavesOpen(call))) return undefined;
  const gpus = call.arguments.find(({ keyword }) => keyword === 'gpus');
  if (gpus !== undefined) return asksForNone(gpus) ? undefined : { by: 'gpus', argument: gpus };
  const strategy = call.arguments.find(({ keyword, value }) => keyword === 'strategy' && isForCuda(value.constant));
  if (strategy !== undefined) return { by: 'strategy', argument: strategy };
  return passed === undefined ? { by: 'nothing' } : { by: 'accelerator', argument: passed };
}

/** `gpus=0`, `gpus=None`: the CPU. */
function asksForNone({ value }: ArgumentFact): boolean {
  return value.kind === 'none' || value.constant === null || value.constant === 0 || value.constant === '0';
}

/** Lightning takes these strategies with CUDA alone. */
function isForCuda(strategy: unknown): boolean {
  return typeof strategy === 'string' && /^(fsdp|deepspeed)(_|$)/.test(strategy);
}

type Told = Pick<ScriptFindingDraft, 'span' | 'severity' | 'verdict' | 'message' | 'evidence'>;

function findingOf({ by, argument }: Request, call: CallFact, target: string): Told {
  const shown = argument?.value.constant === undefined ? `${argument?.keyword ?? named}=…` : shownAs(argument);
  const span = argument?.span ?? call.calleeSpan;
  switch (by) {
    case 'gpus':
      return {
        span,
        // What is not written here may be no GPU at all.
        severity: argument!.value.kind === 'unknown' ? 'warning' : 'error',
        verdict: 'unsupported',
        message: {
          en: `${shown} asks Lightning 1 for CUDA's devices: ${target} has none, and it raises MisconfigurationException. Lightning 2 has no such argument.`,
          zh: `${shown} 要求 Lightning 1 使用 CUDA 设备：${target} 上没有，会抛出 MisconfigurationException。Lightning 2 已移除该参数。`,
        },
        evidence: countsCuda,
      };
    case 'strategy':
      return {
        span,
        severity: 'error',
        verdict: 'unsupported',
        message: {
          en: `Lightning takes ${shown} with CUDA alone: on ${target} it finds no CUDA device, chooses the CPU, and raises an exception.`,
          zh: `Lightning 仅在 CUDA 上接受 ${shown}：在 ${target} 上找不到 CUDA 设备，选中 CPU 后抛出异常。`,
        },
        evidence: [...strategies, ...takesCpu],
      };
    case 'accelerator':
      if (argument!.value.constant !== 'auto') return { span, ...refused(shown, target) };
      return { span, ...onHost(shown, target) };
    case 'nothing':
      return { span, ...onHost(undefined, target) };
  }
}

function shownAs({ keyword = named, value }: ArgumentFact): string {
  return `${keyword}=${JSON.stringify(value.constant)}`;
}

function refused(shown: string, target: string): Told {
  return {
    severity: 'error',
    verdict: 'unsupported',
    message: {
      en: `Lightning has accelerators for CUDA, Apple's MPS and Google's TPUs: ${shown} finds no device on ${target} and raises an exception.`,
      zh: `Lightning 自带的加速器只有 CUDA、Apple MPS 与 Google TPU：在 ${target} 上 ${shown} 找不到设备，会抛出异常。`,
    },
    evidence: refuses,
  };
}

/** @param shown what is passed; undefined where nothing is */
function onHost(shown: string | undefined, target: string): Told {
  return {
    severity: 'warning',
    verdict: 'host',
    message: {
      en: `Lightning has accelerators for CUDA, Apple's MPS and Google's TPUs: ${shown ?? 'without an accelerator it takes "auto", which'} finds none of them on ${target} and takes the CPU, without an error.`,
      zh: `Lightning 自带的加速器只有 CUDA、Apple MPS 与 Google TPU：在 ${target} 上${shown === undefined ? '未指定 accelerator 时取 "auto"，' : ` ${shown} `}找不到其中任何一种，会改用 CPU 且不报错。`,
    },
    evidence: takesCpu,
  };
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
const countsCuda: Evidence[] = [
  {
    source: 'Lightning-AI/pytorch-lightning',
    version: 'commit 0038219e (1.x)',
    where: 'pytorch_lightning/utilities/device_parser.py, parse_gpu_ids',
  },
  ...lightning('src/lightning/pytorch/CHANGELOG.md, 2.0.0: Removed'),
];
const strategies: Evidence[] = [
  ...lightning('src/lightning/fabric/connector.py, _check_strategy_and_fallback'),
  ...lightning('src/lightning/pytorch/trainer/connectors/accelerator_connector.py, _check_strategy_and_fallback'),
  ...lightning('src/lightning/pytorch/strategies/deepspeed.py, setup_environment'),
];
