import type { MessageTestFact, ScriptFacts, ScriptRule } from '../../../../core/model';
import { replacement, textOf } from '../../scripts/edits';
import en from './en.md';
import zh from './zh-cn.md';

/** A handler that knows memory ran out by CUDA's own words. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/oom-text',
  severity: 'warning',
  title: { en: "Out of memory is told by CUDA's words", zh: '依据 CUDA 的报错文本判断显存不足' },
  documentation: { en, zh },
  check({ facts, target, table, report }) {
    const { text: said, evidence } = table.device.outOfMemory;
    for (const test of facts.messageTests) {
      if (!/out of memory/i.test(test.text) || holds(test, said) || isExpected(test, facts)) continue;
      const literal = textOf(facts, test.literalSpan);
      const shared = withoutCuda(test, said);
      report({
        at: test,
        span: test.literalSpan,
        verdict: 'limited',
        message: {
          en: `On ${target.id} the error reads "${said} ...": the test for ${literal} never holds, and the handler gives up what it was written to survive.`,
          zh: `在 ${target.id} 上报错内容为 “${said} ...”：对 ${literal} 的判断永远不成立，处理逻辑不会生效。`,
        },
        advice:
          table.cudaApi('torch.cuda.OutOfMemoryError')?.support === 'same'
            ? {
                en: 'Catch torch.OutOfMemoryError, which CUDA and this target both raise.',
                zh: '改为捕获 torch.OutOfMemoryError，CUDA 与该设备都会抛出它。',
              }
            : { en: `Test for "${said}" as well.`, zh: `请同时判断 “${said}”。` },
        evidence,
        fixes:
          shared === undefined
            ? []
            : [
                {
                  kind: 'review',
                  title: { en: `Test for ${shared}`, zh: `改为判断 ${shared}` },
                  edits: [replacement(test.literalSpan, literal.replace(test.text, shared))],
                },
              ],
      });
    }
  },
};

/** `assert "CUDA out of memory" in str(raised.value)`: what a test made fail, it handles nothing. */
function isExpected({ statement }: MessageTestFact, { text }: ScriptFacts): boolean {
  return /^assert\b/.test(text.slice(statement.span.start, statement.span.start + 7));
}

/** Whether the target's message passes the test too. */
function holds({ operator, text }: MessageTestFact, said: string): boolean {
  if (operator === 'startswith') return said.startsWith(text);
  return operator !== '==' && operator !== '!=' && said.toLowerCase().includes(text.toLowerCase());
}

/** The part of the text that both messages have. */
function withoutCuda({ operator, text }: MessageTestFact, said: string): string | undefined {
  const shared = text.replace(/^CUDA (?=out of memory)/, '');
  const isShorter = shared !== text && /^(not )?in$/.test(operator);
  return isShorter && said.includes(shared.replace(/\.$/, '')) ? shared.replace(/\.$/, '') : undefined;
}
