import type { ArgumentFact, CallFact, Evidence, ScriptFindingDraft, SettingFact } from '../../../../core/model';
import { named, type TrainerRequest } from './request';

type Told = Pick<ScriptFindingDraft, 'span' | 'severity' | 'verdict' | 'message' | 'evidence'>;

/** What Lightning makes of the request where it finds no accelerator that it knows. */
export function findingOf({ by, argument }: TrainerRequest, call: CallFact, target: string): Told {
  const shown = argument === undefined ? named : shownAs(argument);
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

/** `accelerator: gpu` of a configuration that a trainer is made from; the command line can overrule it. */
export function findingOfSetting({ span, value }: SettingFact, target: string): Told {
  return { span, ...refused(`${named}: ${value}`, target), severity: 'warning' };
}

function shownAs({ keyword = named, value }: ArgumentFact): string {
  if (value.constant !== undefined) return `${keyword}=${JSON.stringify(value.constant)}`;
  return `${keyword}=${value.kind === 'other' ? `${value.name?.split('.').at(-1)}()` : '…'}`;
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
