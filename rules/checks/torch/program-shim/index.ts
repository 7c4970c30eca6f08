import type { ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { pathFrom } from '../../scripts/path-from';
import en from './en.md';
import zh from './zh-cn.md';

/** A program without a shim, for whose sake modules are judged without it that other programs run under it. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/program-shim',
  severity: 'information',
  kinds: ['python'],
  title: { en: 'A program without the shim of others', zh: '未启用适配层的程序' },
  documentation: { en, zh },
  check(context) {
    const [first] = context.facts.imports;
    const { type } = context.table.device;
    // A program that handles the target by itself does without a shim on purpose.
    const isWritten = context.facts.portedRegions.some(({ accelerators }) => accelerators.some((one) => one === type));
    const shared = first === undefined || isWritten ? undefined : context.sharedWithoutShim();
    const table = shared && context.table.shim(shared.shim);
    if (first === undefined || shared === undefined || table === undefined) return;
    const { facts, target, report } = context;
    const program = pathFrom(facts.path, shared.program);
    const modules = shown(shared.modules, context);
    report({
      at: first,
      span: first.statement.span,
      verdict: 'limited',
      message: {
        en: `This program does not switch on ${shared.shim}, as ${program} does: ${modules.en} of both are checked for ${target.id} without it.`,
        zh: `该程序未启用 ${shared.shim}（${program} 已启用）：二者共用的 ${modules.zh} 因此按未启用适配层的情况对 ${target.id} 进行检查。`,
      },
      advice: {
        en: `Where this program runs on ${target.id} too: ${table.enable.en}. Where it never does, set "shim" in the configuration, or leave it.`,
        zh: `若该程序也在 ${target.id} 上运行：${table.enable.zh}。若不会，可在配置中设置 "shim"，或忽略本提示。`,
      },
      evidence: table.evidence,
    });
  },
};

function shown(modules: readonly string[], { facts }: ScriptRuleContext): { readonly en: string; readonly zh: string } {
  const few = modules.slice(0, 3).map((module) => pathFrom(facts.path, module));
  const more = modules.length - few.length;
  return {
    en: more > 0 ? `${few.join(', ')} and ${more} more modules` : few.join(', '),
    zh: more > 0 ? `${few.join('、')} 等 ${modules.length} 个模块` : few.join('、'),
  };
}
