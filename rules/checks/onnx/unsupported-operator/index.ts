import type { GraphRule, Localized, OperatorFacts } from '../../../../core/model';
import { reasonRule } from '../../reasons/reason-rule';
import en from './en.md';
import zh from './zh-cn.md';

const decompose: Localized = {
  en: 'Export the operator decomposed into supported ones, or replace it in the model before the export.',
  zh: '导出时将该算子分解为受支持的算子，或在导出前于模型中替换它。',
};

const exportForInference: Localized = {
  en: 'It is part of a training graph: export the model for inference (model.eval(), then torch.onnx.export).',
  zh: '该算子属于训练图：请导出推理模型（先 model.eval()，再 torch.onnx.export）。',
};

const keepOnHost: Localized = {
  en: "Classical machine learning: run it on the host's CPU with ONNX Runtime, or convert it to tensor operators first (hummingbird-ml).",
  zh: '该算子属于传统机器学习：请在主机 CPU 上用 ONNX Runtime 运行，或先转换为张量算子（hummingbird-ml）。',
};

/**
 * Operators that training writes into a graph: those of ai.onnx.preview.training, and what ONNX Runtime adds for gradients,
 * losses and optimizers (orttraining/core/graph/training_op_defs.cc).
 */
function isOfTraining({ domain, operator: { opType } }: OperatorFacts): boolean {
  if (domain.startsWith('ai.onnx.preview.training')) return true;
  return domain === 'com.microsoft' && /Grad|Training$|Internal$|Optimizer|Accumulator|^YieldOp$/.test(opType);
}

/** An operator for which the route stops, whatever its attributes. */
export const rule: GraphRule = reasonRule({
  code: 'onnx/unsupported-operator',
  severity: 'error',
  title: { en: 'Operator that the route cannot import or compile', zh: '工具链不支持的算子' },
  documentation: { en, zh },
  advice(operator) {
    if (operator !== undefined && isOfTraining(operator)) return exportForInference;
    return operator?.domain === 'ai.onnx.ml' ? keepOnHost : decompose;
  },
  withoutReason: (op, route, target) => ({
    en: `${route} does not support ${op} on ${target.en}.`,
    zh: `${route} 在 ${target.zh} 上不支持 ${op}。`,
  }),
});
