import type {
  ArgumentFact,
  CallFact,
  Fix,
  FusedKernel,
  MigrationTable,
  ScriptFacts,
  ScriptRule,
  ScriptRuleContext,
  TorchReleases,
} from '../../../../core/model';
import { argumentAddition, argumentRemoval } from '../../scripts/argument-edits';
import { replacement, targetImport } from '../../scripts/edits';
import { callsNamed, standing } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** Optimizers of PyTorch: `fused=True` where it has no kernel or limits, and the fused form of the target. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/fused-optimizer',
  severity: 'hint',
  title: { en: 'The fused optimizer of the target', zh: '目标平台的融合优化器' },
  documentation: { en, zh },
  check(context) {
    for (const call of callsNamed(context.facts, hasFusedOperator)) {
      if (call.arguments.some(({ splat }) => splat === '**')) continue;
      const fused = call.arguments.find(({ keyword }) => keyword === 'fused');
      if (fused === undefined) reportWithout(call, context);
      else if (fused.value.constant === true) reportFused(call, fused, context);
    }
  },
};

/** Without `fused`: what updates all parameters at once on the target. */
function reportWithout(call: CallFact, { facts, target, table, torchReleases, report }: ScriptRuleContext): void {
  const operator = fusedOperators.get(call.name)!;
  const kernel = table.operator(operator);
  const [ofVendor] = table.fusedKernel(call.name);
  if (ofVendor !== undefined) {
    report({
      at: call,
      span: call.calleeSpan,
      message: {
        en: `${call.name} on ${target.id}: ${ofVendor.name} updates all parameters by fused kernels. ${ofVendor.note?.en ?? ''}`.trim(),
        zh: `在 ${target.id} 上使用 ${call.name}：${ofVendor.name} 以融合算子更新全部参数。${ofVendor.note?.zh ?? ''}`,
      },
      evidence: ofVendor.evidence,
      fixes: vendorOptimizer(call, ofVendor, facts, table, torchReleases),
    });
  } else if (kernel?.on === 'device' && averages.has(call.name) && table.operator(average)?.on === 'host') {
    report({
      at: call,
      span: call.calleeSpan,
      severity: 'warning',
      verdict: 'host',
      message: {
        en: `${call.name} on ${target.id}: without fused=True the moving averages are computed by lerp, which runs on the CPU: every step copies each parameter's gradient and average there and back.`,
        zh: `在 ${target.id} 上使用 ${call.name}：未设置 fused=True 时滑动平均由 lerp 计算，而 lerp 在 CPU 上执行，每一步都会来回拷贝各参数的梯度与滑动平均。`,
      },
      advice: {
        en: `With fused=True, ${operator} updates all parameters on the device.`,
        zh: `设置 fused=True 后，由 ${operator} 在设备上更新全部参数。`,
      },
      evidence: [...kernel.evidence, ...(table.operator(average)?.evidence ?? [])],
      fixes: fusedForm(call, facts),
    });
  } else if (kernel?.on === 'device') {
    report({
      at: call,
      span: call.calleeSpan,
      message: {
        en: `${call.name} on ${target.id}: with fused=True, ${operator} updates all parameters in one kernel.`,
        zh: `在 ${target.id} 上使用 ${call.name}：设置 fused=True 后，由 ${operator} 一次更新全部参数。`,
      },
      evidence: kernel.evidence,
      fixes: fusedForm(call, facts),
    });
  }
}

/** With `fused=True`: what the target lacks for it, or does otherwise. */
function reportFused(call: CallFact, fused: ArgumentFact, context: ScriptRuleContext): void {
  const { facts, target, chip, table, torchReleases, report } = context;
  const operator = fusedOperators.get(call.name)!;
  const [ofVendor] = table.fusedKernel(call.name);
  const fixes = ofVendor ? vendorOptimizer(call, ofVendor, facts, table, torchReleases) : [];
  const limit = table.judge(call, chip.family).find(({ outcome }) => outcome === 'broken')?.limit;
  if (table.operator(operator) === undefined) {
    report({
      at: call,
      span: fused.span,
      severity: 'warning',
      verdict: 'host',
      message: {
        en: `${call.name}(fused=True) on ${target.id}: ${operator} has no kernel on the device, so every step is computed on the CPU.`,
        zh: `在 ${target.id} 上使用 ${call.name}(fused=True)：${operator} 没有设备端算子，每一步都会在 CPU 上计算。`,
      },
      advice: {
        en: `Leave fused out${ofVendor ? `, or use ${ofVendor.name}` : ''}.`,
        zh: `去掉 fused${ofVendor ? `，或改用 ${ofVendor.name}` : ''}。`,
      },
      evidence: table.unregistered,
      fixes,
    });
  } else if (limit !== undefined) {
    const { message, verdict, evidence } = limit;
    report({ at: call, span: fused.span, severity: 'information', verdict, message, evidence, fixes });
  }
}

/** The operator that an optimizer runs with `fused=True`. */
const fusedOperators: ReadonlyMap<string, string> = new Map([
  ['torch.optim.Adam', '_fused_adam_'],
  ['torch.optim.AdamW', '_fused_adamw_'],
  ['torch.optim.SGD', '_fused_sgd_'],
]);

/** Optimizers that keep moving averages, and the operator that moves them. */
const averages: ReadonlySet<string> = new Set(['torch.optim.Adam', 'torch.optim.AdamW']);
const average = 'lerp.Scalar_out';

/** What the vendor's optimizers take, besides the parameters. */
const common = new Set([
  'params',
  'lr',
  'betas',
  'eps',
  'weight_decay',
  'amsgrad',
  'momentum',
  'dampening',
  'nesterov',
]);

function vendorOptimizer(
  call: CallFact,
  { name }: FusedKernel,
  facts: ScriptFacts,
  table: MigrationTable,
  torchReleases: TorchReleases | undefined,
): Fix[] {
  const positional = call.arguments.filter(({ keyword }) => keyword === undefined);
  const keywords = call.arguments.flatMap(({ keyword }) => keyword ?? []);
  if (positional.length > 2 || keywords.some((keyword) => keyword !== 'fused' && !common.has(keyword))) return [];
  const fused = call.arguments.find(({ keyword }) => keyword === 'fused');
  const removal = fused === undefined ? [] : [argumentRemoval(call, fused, facts.text)];
  return [
    {
      kind: 'review',
      title: { en: `Use ${name}`, zh: `改用 ${name}` },
      edits: [replacement(call.calleeSpan, name), ...removal, ...targetImport(facts, table, torchReleases)],
    },
  ];
}

function fusedForm(call: CallFact, { text }: ScriptFacts): Fix[] {
  if (call.arguments.some(({ keyword }) => keyword === 'foreach' || keyword === 'differentiable')) return [];
  return [
    {
      kind: 'review',
      title: { en: 'Pass fused=True', zh: '传入 fused=True' },
      edits: [argumentAddition(call, 'fused=True', text)],
    },
  ];
}

const hasFusedOperator = standing((name) => fusedOperators.has(name));
