import type { GraphRule } from '../../../../core/model';
import { formatBytes } from '../../quantities';
import { tpuMlir } from '../../sources';
import { storedBits, weightBytes } from '../../weights';
import en from './en.md';
import zh from './zh-cn.md';

/** Below this, no host runs short of memory for it. */
const worthSaying = 1n << 30n;

/** Narrow weights that tpu-mlir expands to float32 on import: memory of the machine that converts the model. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/host-memory',
  severity: 'information',
  title: { en: 'Weights that conversion expands to float32', zh: '转换时被展开为 float32 的权重' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    if (assessment.route !== 'tpu-mlir') return;
    const stored = weightBytes(facts, storedBits);
    const expanded = weightBytes(facts, (type) => (storedBits(type) === 0 ? 0 : 32));
    if (expanded < worthSaying || expanded <= stored) return;
    report({
      message: {
        en: `tpu-mlir imports every weight as float32: ${formatBytes(stored)} in the file become ${formatBytes(expanded)} in the memory of the converting machine.`,
        zh: `tpu-mlir 导入时会把所有权重转为 float32：文件中的 ${formatBytes(stored)} 在执行转换的机器上将占用 ${formatBytes(expanded)} 内存。`,
      },
      advice: {
        en: 'Convert on a machine with that much free memory, or split the model before the conversion.',
        zh: '请在可用内存充足的机器上转换，或先拆分模型再转换。',
      },
      evidence: [tpuMlir('python/transform/BaseConverter.py, addWeight: data.astype(np.float32)')],
      verdict: 'converted',
    });
  },
};
