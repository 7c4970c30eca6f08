import type { CudaApi, Fix, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { type CudaUse, cudaUses } from '../../scripts/cuda-uses';
import { nameInFile, replacement, targetImport } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** CUDA graphs: what captures and replays work on the device. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-graph',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A CUDA graph', zh: 'CUDA 图' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, table, shim, shimTable, report } = context;
    for (const use of cudaUses(facts, 'graph')) {
      const row = table.cudaApi(use.name);
      const isMapped =
        shimTable !== undefined && table.isPatched(shimTable, use.name) && hasNamesake(use.name, row, context);
      if (isMapped && row?.support !== 'different') continue;
      report({
        at: use.fact,
        span: use.span,
        severity: isMapped ? 'information' : use.isCall ? 'error' : 'warning',
        verdict: isMapped ? 'limited' : row === undefined ? 'unknown' : 'unsupported',
        message: isMapped
          ? {
              en: `Under ${shim} this is ${row!.replacement}. ${row!.note?.en ?? ''}`.trim(),
              zh: `启用 ${shim} 后即 ${row!.replacement}。${row!.note?.zh ?? ''}`,
            }
          : {
              en: `${use.name} needs CUDA: on ${target.id} it raises.`,
              zh: `${use.name} 依赖 CUDA：在 ${target.id} 上会抛出异常。`,
            },
        advice: isMapped ? undefined : adviceOf(row, context),
        evidence: [...(row?.withoutCuda?.evidence ?? []), ...(row?.evidence ?? table.device.evidence)],
        fixes: isMapped ? [] : fixesOf(use, row, context),
      });
    }
  },
};

/** transfer_to_npu replaces CUDAGraph, and what has the same name; the adaptor puts torch.tpu in the place of torch.cuda. */
function hasNamesake(name: string, row: CudaApi | undefined, { table }: ScriptRuleContext): boolean {
  const last = name.slice('torch.cuda.'.length);
  if (row?.replacement === `${table.device.namespace}.${last}`) return true;
  return table.route === 'torch-npu' && last === 'CUDAGraph';
}

function adviceOf(row: CudaApi | undefined, { table }: ScriptRuleContext) {
  const own =
    row?.replacement === undefined
      ? {
          en: `No source names a counterpart in ${table.device.namespace}.`,
          zh: `资料中没有 ${table.device.namespace} 的对应接口。`,
        }
      : { en: `Its counterpart is ${row.replacement}.`, zh: `对应接口是 ${row.replacement}。` };
  return row?.note === undefined ? own : { en: `${own.en} ${row.note.en}`, zh: `${own.zh}${row.note.zh}` };
}

function fixesOf(use: CudaUse, row: CudaApi | undefined, { facts, table, torchReleases }: ScriptRuleContext): Fix[] {
  const own = row?.replacement && nameInFile(row.replacement, facts);
  if (own === undefined || own === '') return [];
  return [
    {
      kind: 'review',
      title: { en: `Write ${own}`, zh: `改为 ${own}` },
      edits: [replacement(use.span, own), ...targetImport(facts, table, torchReleases)],
    },
  ];
}
