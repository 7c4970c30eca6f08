import type { ScriptRule } from '../../../../core/model';
import { type LibraryScope, reportLibraryImports, reportLibraryUses } from '../../scripts/libraries';
import en from './en.md';
import zh from './zh-cn.md';

const scope: LibraryScope = { ids: new Set(['horovod']) };

/** Horovod: data parallel training whose operations know CUDA and the CPU. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/horovod',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'Horovod places tensors on CUDA or the CPU', zh: 'Horovod 只支持 CUDA 与 CPU' },
  documentation: { en, zh },
  check(context) {
    reportLibraryImports(context, scope);
    reportLibraryUses(context, scope);
  },
};
