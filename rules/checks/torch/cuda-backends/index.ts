import type {
  CudaApi,
  Evidence,
  Fix,
  Localized,
  ScriptRule,
  ScriptRuleContext,
  Severity,
} from '../../../../core/model';
import { type CudaUse, cudaUses } from '../../scripts/cuda-uses';
import { nameInFile, replacement, targetImport } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** Switches of cuDNN, cuBLAS and CUDA's attention kernels, and the version of CUDA. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-backends',
  severity: 'information',
  coveredByGuard: true,
  title: { en: "A switch of NVIDIA's libraries", zh: 'NVIDIA 库的开关' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, table, report } = context;
    for (const use of cudaUses(facts, 'backend')) {
      const row = table.cudaApi(use.name);
      if (row === undefined || isReplaced(use)) continue;
      const answer = row.withoutCuda?.answer;
      report({
        at: use.fact,
        span: use.span,
        severity: severityOf(use),
        verdict: answer === undefined ? undefined : 'limited',
        message:
          answer === undefined
            ? switchMessage(use, target.id)
            : { en: `${use.name} is ${answer} on ${target.id}.`, zh: `${use.name} 在 ${target.id} 上为 ${answer}。` },
        advice: adviceOf(row),
        evidence: evidenceOf(row),
        fixes: fixesOf(use, row, context),
      });
    }
  },
};

function switchMessage({ name, fact }: CudaUse, target: string): Localized {
  // `flash_sdp_enabled()` asks, as reading a switch does.
  return ('use' in fact && fact.use === 'load') || /_enabled$/.test(name)
    ? { en: `${name} says nothing about ${target}.`, zh: `${name} 与 ${target} 无关。` }
    : { en: `${name} changes nothing on ${target}.`, zh: `${name} 在 ${target} 上不起作用。` };
}

/** The script puts something else in the place of a function or an answer, which is no switch: `torch.version.cuda = ...`. */
function isReplaced({ name, fact }: CudaUse): boolean {
  const isSwitch = /\.(benchmark|benchmark_limit|enabled|deterministic|allow_\w+|fp32_precision)$/.test(name);
  return 'use' in fact && fact.use === 'store' && !isSwitch;
}

/** Who asks for deterministic results relies on them. */
function severityOf({ name, fact }: CudaUse): Severity {
  const isAsked = 'assigned' in fact && fact.assigned?.constant === true;
  return name === 'torch.backends.cudnn.deterministic' && isAsked ? 'warning' : 'information';
}

function adviceOf({ note, replacement: own }: CudaApi): Localized | undefined {
  if (own === undefined) return note;
  return {
    en: `${note?.en ?? ''} What comes closest is ${own}.`.trim(),
    zh: `${note?.zh ?? ''}最接近的是 ${own}。`,
  };
}

function evidenceOf({ evidence, withoutCuda }: CudaApi): Evidence[] {
  return [...new Set([...evidence, ...(withoutCuda?.evidence ?? [])])];
}

/** `torch.backends.cuda.matmul.allow_tf32 = True` -> `torch.npu.matmul.allow_hf32 = True`. */
function fixesOf({ fact, span }: CudaUse, row: CudaApi, { facts, table, torchReleases }: ScriptRuleContext): Fix[] {
  const isSet = 'use' in fact && fact.use === 'store';
  const own = row.replacement?.startsWith(`${table.device.namespace}.`)
    ? nameInFile(row.replacement, facts)
    : undefined;
  if (!isSet || own === undefined) return [];
  return [
    {
      kind: 'review',
      title: { en: `Set ${own}`, zh: `改为设置 ${own}` },
      edits: [replacement(span, own), ...targetImport(facts, table, torchReleases)],
    },
  ];
}
