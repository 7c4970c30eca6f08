import type { ScriptRule } from '../../../../core/model';
import { deviceStringsAbout } from '../../scripts/device-strings';
import { insertion, textOf } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** A list of devices that the script accepts, without the target's. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/device-choices',
  severity: 'warning',
  title: { en: 'The target is not among the devices that may be chosen', zh: '可选设备中没有目标设备' },
  documentation: { en, zh },
  check({ facts, target, table, report }) {
    const { type, evidence } = table.device;
    const told = new Set<number>();
    for (const { fact, sink, at } of deviceStringsAbout(facts, 'choices')) {
      const list = textOf(facts, sink.span);
      // cuda, cuda:0, cuda:1 of one list are one cause.
      if (told.has(sink.span.start) || isOfOthers(list)) continue;
      if (isNamed(`${list}\n${textOf(facts, fact.statement.span)}`, type)) continue;
      told.add(sink.span.start);
      const literal = textOf(facts, fact.span);
      const quote = literal.slice(-1);
      const own = `${quote}${fact.text.replace(/^cuda/, type)}${quote}`;
      report({
        at,
        verdict: 'unsupported',
        message: {
          en: `The choices ${list.replaceAll(/\s+/g, ' ')} leave out "${type}": ${target.id} cannot be asked for.`,
          zh: `可选值 ${list.replaceAll(/\s+/g, ' ')} 中没有 "${type}"：无法指定 ${target.id}。`,
        },
        advice: { en: `Accept "${type}" too.`, zh: `请同时接受 "${type}"。` },
        evidence,
        fixes: [
          {
            kind: 'safe',
            title: { en: `Accept ${own} too`, zh: `同时接受 ${own}` },
            edits: [insertion(fact.span.end, `, ${own}`)],
          },
        ],
      });
    }
  },
};

/** Builds of llama.cpp and its like are called "cuda" as well; no PyTorch that is installed by its name computes on Vulkan. */
function isOfOthers(list: string): boolean {
  return /["']vulkan["']/.test(list);
}

/** Whether the list, or the statement that makes it, names the device already, if by a word of the project's own. */
function isNamed(text: string, type: string): boolean {
  return new RegExp(`["'](?:${type}\\b${type === 'npu' ? `|ascend["']` : ''})`).test(text);
}
