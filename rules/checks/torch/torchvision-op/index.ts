import type { Library, ScriptRule } from '../../../../core/model';
import { callsNamed } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

const ids = /^(torchvision-ops|mmcv)/;

/** Operators of torchvision and mmcv whose kernels are CUDA's: NMS, RoI pooling, deformable convolution. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/torchvision-op',
  severity: 'warning',
  coveredByGuard: true,
  title: { en: 'A detection operator without a kernel on the device', zh: '检测算子在该设备上没有内核' },
  documentation: { en, zh },
  check({ facts, table, target, report }) {
    const hasAdapter = facts.imports.some((fact) => fact.package === 'torchvision_npu');
    const isOperator = (name: string) => ids.test(table.library(name)?.id ?? '');
    for (const call of callsNamed(facts, isOperator)) {
      const library = table.library(call.name);
      if (library === undefined || (hasAdapter && library.status === 'adapted')) continue;
      if (facts.imports.some((fact) => fact.firstParty && fact.package === call.name.split('.')[0])) continue;
      const isHost = library.id.startsWith('torchvision');
      report({
        at: call,
        span: call.nameSpan,
        verdict: isHost ? 'host' : library.status === 'none' ? 'unsupported' : 'limited',
        severity: !isHost && library.status === 'none' ? 'error' : 'warning',
        message: isHost ? onHost(call.name, target.id) : ofMmcv(call.name, library, target.id),
        advice: library.note,
        evidence: library.evidence,
      });
    }
  },
};

function onHost(name: string, target: string) {
  return {
    en: `${name} has no kernel of its own on ${target}: it runs on the CPU, with copies both ways.`,
    zh: `${name} 在 ${target} 上没有自带内核：会在 CPU 上执行，并产生来回拷贝。`,
  };
}

function ofMmcv(name: string, { status }: Library, target: string) {
  return status === 'none'
    ? {
        en: `${name} has no kernel on ${target}: mmcv raises that it is not compiled for this device.`,
        zh: `${name} 在 ${target} 上没有内核：mmcv 会报未针对该设备编译。`,
      }
    : {
        en: `${name} needs an mmcv that is built for ${target}.`,
        zh: `${name} 需要针对 ${target} 编译的 mmcv。`,
      };
}
