import type { ScriptRule } from '../../../../core/model';
import { deviceStringFixes, deviceStringsAbout, isTranslated } from '../../scripts/device-strings';
import { textOf } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** `torch.load(..., map_location="cuda")`: a checkpoint that is put onto a device that is not there. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/map-location',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A checkpoint is loaded onto CUDA', zh: '检查点被加载到 CUDA 设备' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, table, shimTable, report } = context;
    for (const use of deviceStringsAbout(facts, 'map-location')) {
      if (shimTable !== undefined && isTranslated(use.sink, shimTable, table)) continue;
      const text = textOf(facts, use.fact.span);
      report({
        at: use.at,
        verdict: 'unsupported',
        message: {
          en: `map_location=${text} puts the checkpoint onto CUDA: on ${target.id} torch.load raises "Attempting to deserialize object on a CUDA device".`,
          zh: `map_location=${text} 会把检查点放到 CUDA 上：在 ${target.id} 上 torch.load 会抛出 “Attempting to deserialize object on a CUDA device”。`,
        },
        advice: {
          en: 'Load with map_location="cpu" and move the model, or name the device that the script has chosen.',
          zh: '使用 map_location="cpu" 加载后再迁移模型，或传入脚本已选定的设备。',
        },
        evidence: table.device.evidence,
        fixes: deviceStringFixes(use, context),
      });
    }
  },
};
