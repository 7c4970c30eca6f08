import type { CallFact, Fix, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { boundArguments } from '../../scripts/call-arguments';
import { replacement, torchName } from '../../scripts/edits';
import { type LibraryScope, reportLibraryImports, reportLibraryUses } from '../../scripts/libraries';
import en from './en.md';
import zh from './zh-cn.md';

const scope: LibraryScope = { ids: new Set(['apex']), fixes: inPyTorch };

/** NVIDIA's apex: the vendor's edition where there is one, and PyTorch's own counterparts. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/apex',
  severity: 'error',
  coveredByGuard: true,
  title: { en: "NVIDIA's apex does not build here", zh: 'NVIDIA apex 无法在该平台编译' },
  documentation: { en, zh },
  check(context) {
    reportLibraryImports(context, scope);
    reportLibraryUses(context, scope);
  },
};

const optimizer = ['params', 'lr', 'betas', 'eps', 'weight_decay'];
const norm = ['normalized_shape', 'eps', 'elementwise_affine'];

/** What PyTorch itself does the same by. `needs`: an argument whose default differs there. */
const counterparts: Readonly<Record<string, { to: string; parameters: readonly string[]; needs?: string }>> = {
  // adam_w_mode is apex's default; without weight decay Adam and AdamW are one.
  'apex.optimizers.FusedAdam': { to: 'optim.AdamW', parameters: optimizer, needs: 'weight_decay' },
  'apex.normalization.FusedLayerNorm': { to: 'nn.LayerNorm', parameters: norm },
  // The default of eps is 1e-5 in apex, and the type's own in PyTorch.
  'apex.normalization.FusedRMSNorm': { to: 'nn.RMSNorm', parameters: norm, needs: 'eps' },
};

function inPyTorch(call: CallFact, { facts }: ScriptRuleContext): readonly Fix[] {
  const counterpart = counterparts[call.name];
  const torch = torchName(facts);
  if (counterpart === undefined || torch === undefined) return [];
  const bound = boundArguments(call, counterpart.parameters);
  if (bound === undefined || (counterpart.needs !== undefined && !bound.has(counterpart.needs))) return [];
  return [
    {
      kind: 'review',
      title: { en: `Use torch.${counterpart.to}`, zh: `改用 torch.${counterpart.to}` },
      edits: [replacement(call.calleeSpan, `${torch}.${counterpart.to}`)],
    },
  ];
}
