import { type Case, nothing } from './case';

export const help: readonly Case[] = [
  { name: 'no command', args: [], code: 2, stdout: [nothing], stderr: ['portolan COMMAND', 'lint PATH'] },
  {
    name: '--help',
    args: ['--help'],
    code: 0,
    stdout: ['Commands:', /^ {2}lint PATH… +What of ONNX models/m],
    stderr: [nothing],
  },
  { name: 'help', args: ['help'], code: 0, stdout: ['Exit codes:'] },
  { name: 'help in Chinese', args: ['--help'], env: { LANG: 'zh_CN.UTF-8' }, code: 0, stdout: ['命令：', '退出码：'] },
  {
    name: 'help of a command',
    args: ['lint', '--help'],
    code: 0,
    stdout: ['--fail-on SEVERITY', '--[no-]color', 'sarif=portolan.sarif'],
  },
  { name: 'help lint', args: ['help', 'lint', '--lang', 'zh-cn'], code: 0, stdout: ['用法：', '退出码为 1'] },
  { name: 'help of what is no command', args: ['help', 'lynt'], code: 2, stderr: ['did you mean "lint"?'] },
  { name: '--version', args: ['--version'], code: 0, stdout: [/^\d+\.\d+\.\d+\n$/] },
  { name: '-V', args: ['-V'], code: 0, stdout: [/^\d+\.\d+\.\d+\n$/] },
  {
    name: 'an unknown command',
    args: ['lnit'],
    code: 2,
    stdout: [nothing],
    stderr: ['unknown command "lnit"; did you mean "lint"?'],
  },
  {
    name: 'an unknown command in Chinese',
    args: ['lnit', '--lang=zh'],
    code: 2,
    stderr: ['未知命令“lnit”；是否想用“lint”？'],
  },
  {
    name: 'an option before the command',
    args: ['--target', 'x', 'lint'],
    code: 2,
    stderr: ['unknown option --target'],
  },
  { name: 'an unknown option', args: ['lint', '--traget', 'x', 'a'], code: 2, stderr: ['did you mean --target?'] },
  { name: 'an unknown language', args: ['rules', '--lang', 'fr'], code: 2, stderr: ['--lang: unknown language "fr"'] },
];
