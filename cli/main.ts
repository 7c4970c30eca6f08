import type { MessagePort } from 'node:worker_threads';
import { inLanguage, nearest } from '../core/model';
import { languageOfArguments, languageOption } from './arguments/languages';
import { parse } from './arguments/parse';
import { FileError } from './files/file-system';
import { commandHelp, programHelp } from './help';
import type { ExitCode, Host, Output } from './host';
import type { ScriptBatch } from './lint/script-thread';
import { processHost } from './process-host';
import { ProcessOutput } from './process-output';
import { Session } from './session';
import { colours, wantsColour } from './terminal/colours';
import { harmless } from './terminal/harmless';
import { type Command, commands } from './usage';
import { UsageError } from './usage-error';

declare const PORTOLAN_VERSION: string;

/** Runs the command that `host.argv` names. Throws only where the program itself has an error. */
export async function main(host: Host): Promise<ExitCode> {
  const language = languageOfArguments(host.argv, host.env);
  const style = (output: Output) => ({
    language,
    columns: Math.min(output.columns ?? 100, 120),
    colours: colours(wantsColour(output, host.env, undefined)),
  });
  try {
    const [name, ...rest] = host.argv;
    if (name === '--version' || name === '-V') {
      host.stdout.write(`${PORTOLAN_VERSION}\n`);
      return 0;
    }
    if (name === undefined) {
      host.stderr.write(programHelp(style(host.stderr)));
      return 2;
    }
    const asksForHelp = name === 'help' || name === '--help' || name === '-h';
    const topic = name === 'help' ? rest.find((one) => !one.startsWith('-')) : undefined;
    if (asksForHelp && topic === undefined) {
      host.stdout.write(programHelp(style(host.stdout)));
      return 0;
    }
    const command = commandOf(topic ?? name);
    const given = parse(topic === undefined ? rest : [], command.options);
    if (topic !== undefined || given.switches.get('help')) {
      host.stdout.write(commandHelp(command, style(host.stdout)));
      return 0;
    }
    const lang = given.values.get('lang');
    const session = new Session(host, given, lang === undefined ? language : languageOption(lang));
    const { execute } = await command.load();
    return await execute(session);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof FileError)) throw error;
    host.stderr.write(`portolan: ${harmless(inLanguage(error.text, language))}\n`);
    return 2;
  }
}

/** Where the program writes, as file descriptors. */
export interface Descriptors {
  readonly stdout: number;
  readonly stderr: number;
}

/** Runs the program on this process, and ends it. */
export async function run(process: NodeJS.Process, descriptors: Descriptors = { stdout: 1, stderr: 2 }): Promise<void> {
  const stdout = new ProcessOutput(descriptors.stdout, () => whoseReaderMayLeave(process.stdout, process));
  const stderr = new ProcessOutput(descriptors.stderr, () => process.stderr);
  try {
    process.exitCode = await main(processHost(process, stdout, stderr));
  } catch (error) {
    if (isReaderGone(error)) process.exit();
    // 1, as Node.js would end with, means findings.
    process.exitCode = 2;
    stderr.write(`portolan: internal error, please report it\n${error instanceof Error ? error.stack : error}\n`);
  }
  // Taking the heap down costs more than giving it back; but a pipe may still be reading.
  if (!stdout.isPending && !stderr.isPending) process.exit();
}

/** Lints scripts on a thread of a run that another thread reports, see cli/lint/script-pool.ts. */
export async function serveThread(process: NodeJS.Process, port: MessagePort): Promise<void> {
  const { ScriptThread } = await import('./lint/script-thread');
  const silent = new ProcessOutput(2, () => process.stderr);
  let thread: InstanceType<typeof ScriptThread> | undefined;
  // One after the other, in the order in which they come.
  let before: Promise<unknown> = Promise.resolve();
  port.on('message', (batch: ScriptBatch) => {
    before = before.then(async () => {
      thread ??= ScriptThread.alone(processHost(process, silent, silent), batch.folders);
      port.postMessage(await thread.batch(batch));
    });
  });
}

/** The reader of a pipe may leave before everything is written: `portolan ops model.onnx | head`. */
function whoseReaderMayLeave(stream: NodeJS.WriteStream, process: NodeJS.Process): NodeJS.WriteStream {
  return stream.on('error', (error) => {
    if (!isReaderGone(error)) throw error;
    process.exit();
  });
}

function isReaderGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EPIPE';
}

function commandOf(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command;
  const names = commands.map((one) => one.name);
  if (name.startsWith('-')) throw new UsageError({ en: `unknown option ${name}`, zh: `未知选项 ${name}` });
  const guess = nearest(name, names);
  throw new UsageError({
    en: `unknown command "${name}"; ${guess === undefined ? `the commands are ${names.join(', ')}` : `did you mean "${guess}"?`}`,
    zh: `未知命令“${name}”；${guess === undefined ? `可用命令：${names.join('、')}` : `是否想用“${guess}”？`}`,
  });
}
