import type { CallFact, Fix, Localized, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { type CudaUse, cudaUses } from '../../scripts/cuda-uses';
import { nameInFile, replacement, textOf } from '../../scripts/edits';
import { currentAccelerator, variableAt } from '../../scripts/portable-form';
import en from './en.md';
import zh from './zh-cn.md';

/** torch.cuda.amp: mixed precision that is switched off without CUDA, and deprecated with it. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-amp',
  severity: 'silent',
  coveredByGuard: true,
  title: { en: 'torch.cuda.amp', zh: 'torch.cuda.amp 混合精度' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, table, shim, shimTable, report } = context;
    for (const use of cudaUses(facts, 'amp')) {
      const name = /^torch\.cuda\.amp\.(autocast|GradScaler|custom_fwd|custom_bwd)$/.exec(use.name)?.[1];
      if (name === undefined) continue;
      const row = table.cudaApi(use.name);
      const castsNothing = row?.support === 'different' ? row.note : undefined;
      const isMapped = shimTable !== undefined && table.isPatched(shimTable, use.name);
      if (isMapped && castsNothing === undefined) continue;
      const isOff = name === 'autocast' && isSwitchedOff(use);
      // Where nothing is to be cast, nothing is missed.
      if (isOff && castsNothing !== undefined) continue;
      report({
        at: use.fact,
        span: use.span,
        severity: name === 'autocast' && !isMapped ? 'silent' : 'warning',
        verdict: 'silent',
        message: isMapped
          ? {
              en: `${shim} maps ${use.name}. ${castsNothing!.en}`,
              zh: `${shim} 会替换 ${use.name}。${castsNothing!.zh}`,
            }
          : isOff
            ? {
                en: `This switches autocast off for CUDA only: on ${target.id} an autocast of the target's own stays on in here.`,
                zh: `此处只关闭 CUDA 的 autocast：在 ${target.id} 上，目标设备自身的 autocast 在该区域内仍然开启。`,
              }
            : offMessage(use.name, target.id),
        advice: castsNothing ?? {
          en: `torch.amp.${name} takes the device's type: "cuda", "${table.device.type}".`,
          zh: `torch.amp.${name} 接受设备类型："cuda"、"${table.device.type}"。`,
        },
        evidence: [...(row?.withoutCuda?.evidence ?? []), ...(row?.evidence ?? table.device.evidence)],
        fixes: isMapped ? [] : fixesOf(use, name, context),
      });
    }
  },
};

/** `autocast(enabled=False)`, `autocast(False)`: a region that is to compute in full precision. */
function isSwitchedOff({ fact, isCall }: CudaUse): boolean {
  if (!isCall) return false;
  const [first, ...more] = (fact as CallFact).arguments;
  const enabled = first?.keyword === undefined ? first : undefined;
  const named = [first, ...more].find((argument) => argument?.keyword === 'enabled');
  return (named ?? enabled)?.value.constant === false;
}

function offMessage(name: string, target: string): Localized {
  return /custom_/.test(name)
    ? {
        en: `${name} does nothing on ${target}: the backward pass does not take over the forward pass's autocast.`,
        zh: `${name} 在 ${target} 上不起作用：反向不会沿用前向的 autocast 状态。`,
      }
    : {
        en: `${name} switches itself off on ${target}, where there is no CUDA, with no more than a warning.`,
        zh: `${target} 上没有 CUDA，${name} 会自行关闭，仅给出一条警告。`,
      };
}

/** `torch.cuda.amp.autocast()` -> `torch.amp.autocast(<type>)`. */
function fixesOf(use: CudaUse, name: string, context: ScriptRuleContext): Fix[] {
  const { facts, table } = context;
  const callee = nameInFile(`torch.amp.${name}`, facts);
  if (callee === undefined) return [];
  const fixes: Fix[] = [];
  const device = variableAt(context, use.fact, 'type') ?? currentAccelerator(context, 'type');
  const portable = device && called(use, name, callee, device.text, context);
  if (device !== undefined && portable !== undefined) {
    fixes.push({
      // Older releases of PyTorch have fewer names in torch.amp than in torch.cuda.amp.
      kind: 'review',
      title:
        device.since === undefined
          ? { en: `Write ${callee} for ${device.text}`, zh: `改为 ${callee}，设备类型取 ${device.text}` }
          : {
              en: `Write ${callee} for the current accelerator (${device.since.en})`,
              zh: `改为 ${callee}，用于当前加速器（${device.since.zh}）`,
            },
      edits: portable,
    });
  }
  const own = called(use, name, callee, `"${table.device.type}"`, context);
  if (own !== undefined) {
    fixes.push({
      kind: 'review',
      title: {
        en: `Write ${callee} for "${table.device.type}"`,
        zh: `改为 ${callee}，设备类型为 "${table.device.type}"`,
      },
      edits: own,
    });
  }
  return fixes;
}

/** The parameters of torch.cuda.amp.autocast; torch.amp.autocast has them in another order. */
const positional = ['enabled', 'dtype', 'cache_enabled'];

function called(
  { fact, isCall, span }: CudaUse,
  name: string,
  callee: string,
  type: string,
  { facts }: ScriptRuleContext,
): Fix['edits'] | undefined {
  const isCustom = name.startsWith('custom_');
  if (!isCall) {
    const isDecorator = isCustom && 'use' in fact && fact.use === 'decorator';
    return isDecorator ? [replacement(span, `${callee}(device_type=${type})`)] : undefined;
  }
  const call = fact as CallFact;
  const byPosition = call.arguments.filter(({ keyword }) => keyword === undefined).length;
  if (call.arguments.some(({ splat }) => splat !== undefined)) return undefined;
  const callees = replacement(span, callee);
  if (isCustom) {
    // The type goes behind the function that may be passed by position.
    const end = call.arguments.at(-1)?.span.end ?? call.argumentsSpan.start;
    const separator = call.arguments.length === 0 ? '' : ', ';
    return [callees, replacement({ start: end, end }, `${separator}device_type=${type}`)];
  }
  if (name === 'autocast' && byPosition > positional.length) return undefined;
  const names = name === 'autocast' ? call.arguments.slice(0, byPosition) : [];
  const { start } = call.argumentsSpan;
  const separator = call.arguments.length === 0 ? '' : ', ';
  const [first, ...rest] = names;
  const lead = first === undefined ? '' : `${positional[0]}=`;
  return [
    callees,
    // What stands before the first argument stays; `True` becomes `enabled=True`.
    ...(first !== undefined && first.span.start !== start
      ? [replacement(first.span, `${type}, ${lead}${textOf(facts, first.span)}`)]
      : [replacement({ start, end: start }, `${type}${separator}${lead}`)]),
    ...rest.map(({ span: own }, index) =>
      replacement({ start: own.start, end: own.start }, `${positional[index + 1]}=`),
    ),
  ];
}
