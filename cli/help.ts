import { inLanguage, type Language, type Localized } from '../core/model';
import type { Option } from './arguments/option';
import { help as helpOption } from './arguments/options';
import type { Colours } from './terminal/colours';
import { displayWidth, padEnd } from './terminal/width';
import { wrap } from './terminal/wrap';
import { type Command, commands } from './usage';

const words = {
  purpose: {
    en: 'Checks ONNX models for ports from NVIDIA GPUs to Sophgo TPUs and Huawei Ascend NPUs.',
    zh: '检查 ONNX 模型从 NVIDIA GPU 移植到算能 TPU 和华为昇腾 NPU 时的问题。',
  },
  usage: { en: 'Usage:', zh: '用法：' },
  commands: { en: 'Commands:', zh: '命令：' },
  options: { en: 'Options:', zh: '选项：' },
  examples: { en: 'Examples:', zh: '示例：' },
  exitCodes: { en: 'Exit codes:', zh: '退出码：' },
  version: { en: 'The version', zh: '显示版本号' },
  more: {
    en: '`portolan COMMAND --help` says more about a command.',
    zh: '`portolan COMMAND --help` 显示该命令的详细说明。',
  },
} satisfies Record<string, Localized>;

const exitCodes: readonly (readonly [string, Localized])[] = [
  ['0', { en: 'nothing at or above the threshold', zh: '没有达到阈值的问题' }],
  ['1', { en: 'findings at or above the threshold', zh: '发现达到阈值的问题' }],
  ['2', { en: 'usage, configuration or I/O error', zh: '用法、配置或读写错误' }],
];

interface Style {
  readonly language: Language;
  readonly columns: number;
  readonly colours: Colours;
}

/** The program's own help. */
export function programHelp(style: Style): string {
  const say = (text: Localized) => inLanguage(text, style.language);
  const version: readonly [string, Localized] = ['-V, --version', words.version];
  return joinSections([
    say(words.purpose),
    `${style.colours.bold(say(words.usage))} portolan COMMAND …`,
    section(
      say(words.commands),
      commands.map((one) => [`${one.name} ${one.operands}`.trim(), say(one.summary)]),
      style,
    ),
    section(say(words.options), [row(helpOption, say), [version[0], say(version[1])]], style),
    section(
      say(words.exitCodes),
      exitCodes.map(([code, text]) => [code, say(text)]),
      style,
    ),
    say(words.more),
  ]);
}

/** The help of one command. */
export function commandHelp(command: Command, style: Style): string {
  const say = (text: Localized) => inLanguage(text, style.language);
  return joinSections([
    say(command.summary),
    `${style.colours.bold(say(words.usage))} portolan ${`${command.name} ${command.operands}`.trim()} [OPTION…]`,
    section(
      say(words.options),
      command.options.map((option) => row(option, say)),
      style,
    ),
    command.name === 'lint'
      ? section(
          say(words.exitCodes),
          exitCodes.map(([code, text]) => [code, say(text)]),
          style,
        )
      : '',
    command.examples.length === 0
      ? ''
      : `${style.colours.bold(say(words.examples))}\n${command.examples
          .map(([line, text]) => `  ${style.colours.dim(`# ${say(text)}`)}\n  ${line}`)
          .join('\n')}`,
  ]);
}

function row(option: Option, say: (text: Localized) => string): [string, string] {
  const long = option.negatable ? `--[no-]${option.name}` : `--${option.name}`;
  const named = option.short === undefined ? `    ${long}` : `-${option.short}, ${long}`;
  if (option.value === undefined) return [named, say(option.text)];
  return [option.implied === undefined ? `${named} ${option.value}` : `${named}[=${option.value}]`, say(option.text)];
}

/** Two columns; what does not fit beside its name begins below it. */
function section(title: string, rows: readonly (readonly [string, string])[], style: Style): string {
  const nameWidth = Math.min(30, Math.max(...rows.map(([name]) => displayWidth(name))));
  const lines = rows.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrap(text, style.columns - nameWidth - 4);
    const indent = ' '.repeat(nameWidth + 4);
    const fits = displayWidth(name) <= nameWidth;
    const head = fits
      ? [`  ${style.colours.cyan(padEnd(name, nameWidth))}  ${first}`]
      : [`  ${style.colours.cyan(name)}`, indent + first];
    return [...head, ...rest.map((line) => indent + line)];
  });
  return `${style.colours.bold(title)}\n${lines.join('\n')}`;
}

function joinSections(sections: readonly string[]): string {
  return `${sections.filter((one) => one !== '').join('\n\n')}\n`;
}
