import type { CudaApi, Fix, Localized, ScriptRule, ScriptRuleContext, Severity } from '../../../../core/model';
import { type CudaUse, cudaUses } from '../../scripts/cuda-uses';
import { nameInFile, replacement, targetImport } from '../../scripts/edits';
import { kindOfPortable } from '../../scripts/portable-form';
import { sinceRelease } from '../../scripts/releases';
import { answersOfShim } from '../../scripts/shim-answers';
import en from './en.md';
import zh from './zh-cn.md';

/** A name of torch.cuda: what it does on a target without CUDA, and what the target has for it. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-api',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A function of torch.cuda', zh: 'torch.cuda 的接口' },
  documentation: { en, zh },
  check(context) {
    const { facts, table, shimTable, report } = context;
    for (const use of cudaUses(facts, 'api')) {
      const row = table.cudaApi(use.name);
      if (shimTable !== undefined && table.isPatched(shimTable, use.name)) {
        const broken = row && answersOfShim(use, row, context);
        if (broken) report(broken);
      } else if (row === undefined) reportUnknown(use, context);
      else if (!worksUnchanged(use, row, context)) reportKnown(use, row, context);
    }
  },
};

/** PyTorch keeps the class of an exception under both names, with CUDA and without. */
function worksUnchanged({ name }: CudaUse, { support }: CudaApi, { table }: ScriptRuleContext): boolean {
  return name === 'torch.cuda.OutOfMemoryError' && support === 'same' && table.route === 'torch-npu';
}

function reportKnown(use: CudaUse, row: CudaApi, context: ScriptRuleContext): void {
  const { target, report } = context;
  const shown = use.isCall ? `${use.name}()` : use.name;
  const absence = row.withoutCuda;
  report({
    at: use.fact,
    span: use.span,
    severity: severityOf(use, row),
    verdict: absence?.effect === 'answers' ? 'silent' : absence?.effect === 'ignored' ? undefined : 'unsupported',
    message: messageOf(shown, row, target.id),
    advice: adviceOf(row, context),
    evidence: [...(absence?.evidence ?? []), ...row.evidence],
    fixes: fixesOf(use, row, context),
  });
}

function severityOf({ isCall, name }: CudaUse, { withoutCuda }: CudaApi): Severity {
  if (withoutCuda?.effect === 'raises' && isCall) return 'error';
  if (withoutCuda?.effect === 'ignored') return 'information';
  // How many devices there are, and what they can compute, decides what runs; what memory they use is only shown.
  const decides = /\.(device_count|is_bf16_supported|get_arch_list)$/.test(name);
  return withoutCuda?.effect === 'answers' && !decides ? 'information' : 'warning';
}

function messageOf(shown: string, { withoutCuda, support }: CudaApi, target: string): Localized {
  switch (withoutCuda?.effect) {
    case 'raises':
      return {
        en: `${shown} raises on ${target}: a PyTorch for it is built without CUDA.`,
        zh: `${shown} 在 ${target} 上会抛出异常：面向该设备的 PyTorch 不含 CUDA。`,
      };
    case 'answers':
      return {
        en: `${shown} answers ${withoutCuda.answer} on ${target}, whatever accelerators there are.`,
        zh: `无论有多少加速器，${shown} 在 ${target} 上都返回 ${withoutCuda.answer}。`,
      };
    case 'ignored':
      return {
        en: `${shown} does nothing on ${target}: a PyTorch for it is built without CUDA.`,
        zh: `${shown} 在 ${target} 上不起作用：面向该设备的 PyTorch 不含 CUDA。`,
      };
    default:
      return support === 'missing'
        ? { en: `${shown} has no counterpart on ${target}.`, zh: `${shown} 在 ${target} 上没有对应接口。` }
        : {
            en: `${shown} is about CUDA devices, not ${target}.`,
            zh: `${shown} 只针对 CUDA 设备，不适用于 ${target}。`,
          };
  }
}

function adviceOf(row: CudaApi, { table }: ScriptRuleContext): Localized | undefined {
  const notes: Localized[] = [];
  const { portable, replacement: own } = row;
  if (portable !== undefined) {
    notes.push({
      en: `${portable.name} does the same on every accelerator (PyTorch ${portable.since} and later).`,
      zh: `${portable.name} 适用于所有加速器（PyTorch ${portable.since} 及以上）。`,
    });
  }
  if (own !== undefined && own !== portable?.name) {
    notes.push({
      en: row.support === 'same' ? `Here it is ${own}.` : `What comes closest is ${own}.`,
      zh: row.support === 'same' ? `在该设备上对应 ${own}。` : `最接近的是 ${own}。`,
    });
  }
  if (row.note !== undefined) notes.push(row.note);
  if (notes.length === 0) {
    notes.push({
      en: `No source names a counterpart in ${table.device.namespace}: leave it out on this device.`,
      zh: `资料中没有 ${table.device.namespace} 的对应接口：在该设备上请去掉这一调用。`,
    });
  }
  return { en: notes.map((note) => note.en).join(' '), zh: notes.map((note) => note.zh).join('') };
}

function fixesOf(use: CudaUse, row: CudaApi, context: ScriptRuleContext): Fix[] {
  const { facts, table, torchReleases } = context;
  const fixes: Fix[] = [];
  const portable = row.portable && nameInFile(row.portable.name, facts);
  const kind = row.portable && kindOfPortable(row.portable, context);
  if (portable !== undefined && kind !== undefined && isInterchangeable(use)) {
    const since = sinceRelease(row.portable!.since, context);
    fixes.push({
      kind,
      title: {
        en: `Write ${portable} (${since.en})`,
        zh: `改为 ${portable}（${since.zh}）`,
      },
      edits: [replacement(use.span, portable)],
    });
  }
  const own = row.support === 'same' ? row.replacement && nameInFile(row.replacement, facts) : undefined;
  if (own !== undefined && own !== portable) {
    fixes.push({
      kind: 'review',
      title: { en: `Write ${own}`, zh: `改为 ${own}` },
      edits: [replacement(use.span, own), ...targetImport(facts, table, torchReleases)],
    });
  }
  return fixes;
}

/** torch.accelerator.device_index takes an index only; torch.cuda.device takes a device too. */
function isInterchangeable({ name, fact }: CudaUse): boolean {
  if (name !== 'torch.cuda.device') return true;
  const [argument, more] = 'arguments' in fact ? fact.arguments : [];
  return argument !== undefined && more === undefined && argument.value.kind === 'int';
}

function reportUnknown(use: CudaUse, { target, table, report }: ScriptRuleContext): void {
  report({
    at: use.fact,
    span: use.span,
    severity: 'information',
    verdict: 'unknown',
    message: {
      en: `${use.name} is of CUDA; whether ${target.id} has a counterpart, no source tells.`,
      zh: `${use.name} 属于 CUDA；${target.id} 是否有对应接口，资料未说明。`,
    },
    evidence: table.device.evidence,
  });
}
