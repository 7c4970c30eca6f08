import type { ScriptRule } from '../../../../core/model';
import { type LibraryScope, reportLibraryImports, reportLibraryUses } from '../../scripts/libraries';
import en from './en.md';
import zh from './zh-cn.md';

const scope: LibraryScope = { ids: new Set(['transformer-engine']) };

/** Transformer Engine: layers in FP8 for NVIDIA's GPUs. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/transformer-engine',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'Transformer Engine is for NVIDIA GPUs', zh: 'Transformer Engine 面向 NVIDIA GPU' },
  documentation: { en, zh },
  check(context) {
    reportLibraryImports(context, scope);
    reportLibraryUses(context, scope);
  },
};
