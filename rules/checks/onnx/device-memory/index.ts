import {
  type ElementType,
  type GraphRoute,
  type GraphRule,
  type Precision,
  precisionBits,
} from '../../../../core/model';
import { formatBytes } from '../../quantities';
import { tpuMlir } from '../../sources';
import { isFloat, storedBits, weightBytes } from '../../weights';
import en from './en.md';
import zh from './zh-cn.md';

/**
 * Bits that an element takes on the device, at least. tpu-mlir imports every weight as float32 and lowers it to the
 * deployment precision, so a smaller stored type saves nothing; the Ascend routes keep what is stored unless the
 * precision is smaller. Integers are 32 bits wide at most.
 */
export function deviceBits(type: ElementType, route: GraphRoute, precision: Precision | undefined): number {
  const stored = storedBits(type);
  if (!isFloat(type)) return Math.min(stored, 32);
  if (precision === undefined) return stored;
  const wanted = precisionBits[precision];
  return route === 'tpu-mlir' ? wanted : Math.min(stored, wanted);
}

/** Weights that outgrow the memory of one device, before a single activation is stored. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/device-memory',
  severity: 'error',
  title: { en: 'Weights that outgrow the device memory', zh: '权重超出设备内存' },
  documentation: { en, zh },
  check({ facts, assessment, target, precision, usableMemory, report }) {
    if (usableMemory === undefined) return;
    const { route } = assessment;
    const bytes = weightBytes(facts, (type) => deviceBits(type, route, precision));
    if (bytes <= BigInt(Math.floor(usableMemory.value))) return;
    const needed = formatBytes(bytes);
    const usable = formatBytes(usableMemory.value);
    report({
      message: {
        en: `The weights take ${needed} ${precision === undefined ? 'as stored' : `in ${precision}`}; a model can use ${usable} of one device of ${target.name.en}. Activations come on top.`,
        zh: `权重${precision === undefined ? '按存储精度' : `以 ${precision} 部署`}需要 ${needed}，而 ${target.name.zh} 单个设备上模型可用的内存为 ${usable}，激活值还要另算。`,
      },
      advice: {
        en: 'Deploy in a smaller precision, split the model over several devices, or take a target with more memory.',
        zh: '以更低精度部署，将模型切分到多个设备，或选用内存更大的目标芯片。',
      },
      evidence: [
        ...usableMemory.evidence,
        ...(route === 'tpu-mlir' ? [tpuMlir('python/transform/BaseConverter.py, addWeight')] : []),
      ],
      verdict: 'unsupported',
      // Without a stated precision the model may well be meant for a smaller one than it is stored in.
      severity: precision === undefined ? 'warning' : 'error',
    });
  },
};
