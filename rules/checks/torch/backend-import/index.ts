import {
  areAtLeast,
  type ScriptFacts,
  type ScriptFindingDraft,
  type ScriptRule,
  type ScriptRuleContext,
} from '../../../../core/model';
import { targetImport } from '../../scripts/edits';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** A script that uses the target's device or namespace, and loads nothing that defines them. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/backend-import',
  severity: 'warning',
  title: { en: "The target's package is not imported", zh: '未导入目标设备的软件包' },
  documentation: { en, zh },
  check(context) {
    const { facts, target, table, torchReleases, report } = context;
    const { module, type, namespace, autoload, evidence } = table.device;
    if (loadsPackage(context)) return;
    const first = firstUse(context);
    if (first === undefined) return;
    const mayLoad = autoload !== undefined && areAtLeast(torchReleases, autoload.since) === undefined;
    report({
      at: first,
      span: first.span,
      severity: mayLoad ? 'hint' : 'warning',
      verdict: 'limited',
      message: mayLoad
        ? {
            en: `${module} is not imported here: PyTorch ${autoload.since} and later load it by themselves, an older one does not know ${namespace} and "${type}" on ${target.id}.`,
            zh: `此处未导入 ${module}：PyTorch ${autoload.since} 及以上会自动加载，更早的版本在 ${target.id} 上不认识 ${namespace} 与 "${type}"。`,
          }
        : {
            en: `Nothing here imports ${module}: without it PyTorch knows neither ${namespace} nor the device "${type}" of ${target.id}.`,
            zh: `此处没有导入 ${module}：缺少它，PyTorch 不认识 ${target.id} 的 ${namespace} 与设备 "${type}"。`,
          },
      advice: {
        en: `Import ${module} where the program begins.`,
        zh: `请在程序入口处导入 ${module}。`,
      },
      evidence: [...evidence, ...(mayLoad ? autoload.evidence : [])],
      fixes: [
        {
          kind: 'safe',
          title: { en: `Import ${module} where it is installed`, zh: `导入 ${module}（若已安装）` },
          edits: targetImport(facts, table),
        },
      ],
    });
  },
};

/** Whether the package is loaded, or may be by another file: only what a program begins with is judged. */
function loadsPackage({ facts, table, torchReleases }: ScriptRuleContext): boolean {
  const { module, autoload } = table.device;
  if (autoload !== undefined && areAtLeast(torchReleases, autoload.since) === true) return true;
  const importsIt = (name: string) => name === module || name.startsWith(`${module}.`);
  return (
    facts.imports.some((fact) => importsIt(fact.package) || fact.firstParty || fact.name.startsWith('.')) ||
    !isEntry(facts) ||
    callsNamed(facts, loads).length > 0
  );
}

/** `if __name__ == "__main__":`, or a file that defines nothing and only runs. */
function isEntry({ text, classes }: ScriptFacts): boolean {
  return /__name__\s*==\s*["']__main__["']/.test(text) || (classes.length === 0 && !/^(async )?def /m.test(text));
}

/** The first use of the target's own names. */
function firstUse({ facts, table }: ScriptRuleContext): ScriptFindingDraft['at'] | undefined {
  const { namespace, type } = table.device;
  const isOwn = (name: string) =>
    name.startsWith(`${namespace}.`) || name === `torch.Tensor.${type}` || name === `torch.nn.Module.${type}`;
  const uses: ScriptFindingDraft['at'][] = [
    ...facts.calls.filter(
      ({ name, arguments: passed }) =>
        isOwn(name) ||
        (/^torch\./.test(name) && passed.some(({ keyword, value }) => isDevice(keyword, value.constant, name, type))),
    ),
    ...facts.references.filter(({ name }) => isOwn(name)),
  ];
  // Where the script asks first whether the target is there, it is ready for either answer.
  return uses.filter(({ guarded }) => !guarded).sort((a, b) => a.span.start - b.span.start)[0];
}

function isDevice(keyword: string | undefined, value: unknown, name: string, type: string): boolean {
  if (typeof value !== 'string' || !new RegExp(`^${type}(:\\d+)?$`).test(value)) return false;
  return keyword === undefined
    ? /\.(to|device|set_default_device)$/.test(name)
    : /^(device|map_location)$/.test(keyword);
}

const loads = namesLike(/^importlib\.import_module$|^__import__$/);
