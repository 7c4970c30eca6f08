import { type Evidence, type GraphRule, isKnown } from '../../../../core/model';
import { issue } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

/** What releases of ONNX Runtime were seen to read at most. */
const readers: readonly { readonly release: string; readonly newestIr: number; readonly evidence: Evidence }[] = [
  { release: '1.14.1', newestIr: 8, evidence: issue('microsoft/onnxruntime', 15874, '2023-05-09') },
  { release: '1.17.1', newestIr: 9, evidence: issue('microsoft/onnxruntime', 20559, '2024-05-04') },
  { release: '1.20.1', newestIr: 10, evidence: issue('microsoft/onnxruntime', 23602, '2025-02-06') },
];

/** A file format that ONNX Runtime's builds with CANN may be too old for. The other routes do not look at it. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/ir-version',
  severity: 'information',
  title: { en: 'IR version that older ONNX Runtimes refuse', zh: '旧版 ONNX Runtime 拒绝加载的 IR 版本' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    const { irVersion } = facts.model;
    if (assessment.route !== 'ort-cann' || irVersion === undefined || !isKnown(irVersion)) return;
    const newest = readers.filter(({ newestIr }) => irVersion > newestIr).at(-1);
    if (newest === undefined) return;
    report({
      message: {
        en: `The model has IR version ${irVersion}. ONNX Runtime ${newest.release} reads IR ${newest.newestIr} at most, and builds with the CANN provider are often older.`,
        zh: `模型的 IR 版本为 ${irVersion}。ONNX Runtime ${newest.release} 最高只能读取 IR ${newest.newestIr}，而带 CANN 执行提供程序的构建往往更旧。`,
      },
      advice: {
        en: 'Use a newer build, or set `model.ir_version` to an older one where the model uses none of its additions.',
        zh: '使用更新的构建；若模型未用到新版 IR 的特性，也可将 `model.ir_version` 调低。',
      },
      evidence: [newest.evidence],
      verdict: 'limited',
    });
  },
};
