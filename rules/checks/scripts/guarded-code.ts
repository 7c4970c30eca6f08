import type { GuardFact, Localized, ScriptFacts } from '../../../core/model';

/** What stands in a branch that runs only where CUDA is there. */
export interface GuardedCode {
  /** Calls of torch.cuda and of .cuda(). */
  readonly calls: number;
  /** Names of CUDA devices. */
  readonly devices: number;
  /** Lines of the branch; 0 where it has none of its own. */
  readonly lines: number;
}

export function guardedCode(index: number, { calls, deviceStrings, guards, text }: ScriptFacts): GuardedCode {
  const { form, body } = guards[index]!;
  const isBlock = body !== undefined && (form === 'if' || form === 'while');
  return {
    calls: calls.filter(({ guard, name }) => guard === index && /(^torch\.cuda\.(?!is_available$)|\.cuda$)/.test(name))
      .length,
    devices: deviceStrings.filter(({ guard, text: said }) => guard === index && said.startsWith('cuda')).length,
    lines: isBlock
      ? text
          .slice(body.start, body.end)
          .split('\n')
          .filter((line) => line.trim() !== '').length
      : 0,
  };
}

/** "2 CUDA calls and 1 device name behind it do not run"; undefined where nothing is known of what stands there. */
export function notRun({ calls, devices, lines }: GuardedCode): Localized | undefined {
  const parts: Localized[] = [];
  if (calls > 0) parts.push({ en: `${calls} CUDA ${calls === 1 ? 'call' : 'calls'}`, zh: `${calls} 处 CUDA 调用` });
  if (devices > 0) {
    parts.push({ en: `${devices} device ${devices === 1 ? 'name' : 'names'}`, zh: `${devices} 处设备名` });
  }
  if (parts.length === 0 && lines > 0) {
    parts.push({ en: `${lines} ${lines === 1 ? 'line' : 'lines'}`, zh: `${lines} 行代码` });
  }
  if (parts.length === 0) return undefined;
  const isOne = parts.length === 1 && Math.max(calls, devices) <= 1 && (calls + devices > 0 || lines === 1);
  return {
    en: `${parts.map(({ en }) => en).join(' and ')} behind it ${isOne ? 'does' : 'do'} not run`,
    zh: `其后的 ${parts.map(({ zh }) => zh).join('、')}不会执行`,
  };
}

/** What a script does at once where there is no CUDA. */
export interface Refusal {
  /** A test that is skipped fails nobody. */
  readonly fails: boolean;
  readonly told: Localized;
}

const refusals: readonly (readonly [RegExp, Refusal])[] = [
  [
    /^(raise\s+([\w.]+\.)?SkipTest\b|([\w.]+\.)?skip(Test)?\()/,
    { fails: false, told: { en: 'the test is skipped', zh: '该测试会被跳过' } },
  ],
  [/^raise\b/, { fails: true, told: { en: 'an exception is raised here', zh: '此处会抛出异常' } }],
  [/^((sys|os)\.)?_?exit\(/, { fails: true, told: { en: 'the script ends here', zh: '脚本会在此终止' } }],
];

const assertionFails: Refusal = { fails: true, told: { en: 'the assertion fails', zh: '断言失败' } };

/** An assertion, or a branch that raises, exits or skips the test; undefined where the script goes on without CUDA. */
export function refusal({ form, alternative }: GuardFact, { text }: ScriptFacts): Refusal | undefined {
  if (form === 'assert') return assertionFails;
  if (alternative === undefined) return undefined;
  const before = text.slice(text.lastIndexOf('\n', alternative.start - 1) + 1, alternative.start);
  const block =
    (before.trim() === '' ? before : '') + text.slice(alternative.start, alternative.end).replace(/^\s*else\s*:/, '');
  const last = lastStatement(block);
  return refusals.find(([pattern]) => pattern.test(block.trimStart()) || pattern.test(last))?.[1];
}

/** The beginning of the last statement of a block: its last line that is no deeper than the first, and no closing bracket. */
function lastStatement(block: string): string {
  const lines = block.split('\n').filter((line) => /^\s*[^\s#)\]}]/.test(line));
  const indentation = /^\s*/.exec(lines[0] ?? '')![0];
  return lines.findLast((line) => /^\s*/.exec(line)![0] === indentation)?.trimStart() ?? '';
}
