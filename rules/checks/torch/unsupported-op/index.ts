import type {
  ApiRelease,
  CallFact,
  Chip,
  Evidence,
  Localized,
  MigrationTable,
  ScriptRule,
} from '../../../../core/model';
import { callsNamed } from '../../scripts/named-facts';
import { functionOfModule, refusedApi } from '../../scripts/refused-api';
import { tensorPlace } from '../../scripts/tensor-place';
import en from './en.md';
import zh from './zh-cn.md';

/** An API that the vendor's tables mark as not supported. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/unsupported-op',
  severity: 'warning',
  title: { en: 'An API that the vendor marks as not supported', zh: '厂商标明不支持的 API' },
  documentation: { en, zh },
  check({ facts, target, chip, table, torch, report }) {
    const isRefused = (name: string) => refusedApi(name, table, chip, torch) !== undefined;
    for (const call of callsNamed(facts, isRefused)) {
      const row = refusedApi(call.name, table, chip, torch);
      if (row === undefined || tensorPlace(call, facts) === 'host') continue;
      const doubt = doubtAbout(call, row, chip, table, torch);
      const releases = row.torch.length === 1 ? row.torch[0] : `${row.torch[0]}～${row.torch.at(-1)}`;
      report({
        at: call,
        span: call.calleeSpan,
        severity: doubt ? 'information' : 'warning',
        verdict: doubt ? 'unknown' : 'unsupported',
        message: {
          en: `${call.name} on ${target.id}: the vendor's table for PyTorch ${releases?.replace('～', ' to ')} marks it as not supported.${doubt ? ` ${doubt.en}` : ''}`,
          zh: `在 ${target.id} 上调用 ${call.name}：厂商的 PyTorch ${releases} 支持列表标明不支持。${doubt?.zh ?? ''}`,
        },
        advice: advice(call),
        evidence: evidenceOf(row, call, table),
      });
    }
  },
};

/** Why the table may be wrong here: it contradicts itself or the vendor's kernels, or nobody has tried. */
function doubtAbout(
  { name }: CallFact,
  { families }: ApiRelease,
  { family }: Chip,
  table: MigrationTable,
  torch: string | undefined,
): Localized | undefined {
  if (family === '950' && families?.['910B'] === true) {
    return {
      en: 'It is supported on the 910B: on the 950 this often means that it has not been verified.',
      zh: '910B 已支持该 API；对 950 而言，这往往表示尚未验证。',
    };
  }
  if (table.inRelease(`${name}.forward`, torch)?.supported === true) {
    return { en: 'The same table marks its forward as supported.', zh: '但同一列表标明其 forward 已支持。' };
  }
  const operators = table.operatorsOf(functionOfModule(name))?.always ?? [];
  if (operators.length > 0 && operators.every((operator) => (table.operator(operator)?.on ?? 'host') !== 'host')) {
    return {
      en: `But kernels are registered for what it runs (${operators.join(', ')}).`,
      zh: `但它所执行的算子均已注册（${operators.join('、')}）。`,
    };
  }
  return undefined;
}

function evidenceOf({ evidence }: ApiRelease, { name }: CallFact, table: MigrationTable): readonly Evidence[] {
  const operators = table.operatorsOf(functionOfModule(name));
  return operators === undefined ? evidence : [...evidence, operators.evidence];
}

function advice({ name }: CallFact): Localized {
  const instead = replacements.get(name.replace(/^torch\.(Tensor\.)?/, ''));
  if (instead !== undefined) return { en: `Use ${instead}.`, zh: `可改用 ${instead}。` };
  return {
    en: 'Try it on the device; compose it from supported APIs, or compute this part on the host, where it fails.',
    zh: '请先在设备上验证；若失败，可用已支持的 API 组合实现，或把该部分放到主机上计算。',
  };
}

/** What computes the same from supported APIs. */
const replacements: ReadonlyMap<string, string> = new Map([
  ['std_mean', 'torch.std, torch.mean'],
  ['var_mean', 'torch.var, torch.mean'],
  ['heaviside', 'torch.where'],
  ['nn.functional.adaptive_max_pool2d', 'torch.nn.functional.max_pool2d'],
  ['nn.utils.clip_grad_norm', 'torch.nn.utils.clip_grad_norm_'],
  ['nn.functional.triplet_margin_loss', 'torch.nn.functional.pairwise_distance'],
  ['nn.functional.gumbel_softmax', 'torch.nn.functional.softmax(logits - log(-log(uniform)))'],
]);
