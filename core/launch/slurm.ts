import type { CommandFact } from '../model';
import { placeOf } from './place';
import { shellCommands, type Word } from './shell-words';

/** Options of `srun` that take no value. */
const withoutValue =
  /^-[HhIlOQqsuVvXZk]+$|^--(exclusive|label|pty|overlap|overcommit|oversubscribe|unbuffered|verbose|quiet|preserve-env|no-kill|no-shell|hold|spread-job|contiguous|exact|interactive|multi-prog|kill-on-bad-exit|disable-status|use-min-nodes)$/;

/** Where the options of `srun` end that begin at `from`, and with them what it starts begins: `srun -p gpu -n 8 python train.py`. */
export function endOfOptions(words: readonly Word[], from: number): number {
  let at = from;
  while (words[at]?.text.startsWith('-')) {
    const { text } = words[at]!;
    // `-N1` and `--nodes=1` have their value with them.
    const isWhole = text.includes('=') || withoutValue.test(text) || /^-[A-Za-z]./.test(text);
    at += isWhole || words[at + 1]?.text.startsWith('-') ? 1 : 2;
  }
  return Math.min(at, words.length);
}

/** What a script asks of Slurm in its comments, `#SBATCH --gres=gpu:8`, as the command that submits it would. */
export function batchDirectives(text: string): CommandFact[] {
  const lines = [...text.matchAll(/^#SBATCH[ \t]+([^\n]*)/gm)];
  if (lines.length === 0) return [];
  const words = lines.flatMap(({ 0: line, 1: said, index }) => {
    const end = index + line.length;
    return shellCommands(text, { start: end - said!.length, end }).flat();
  });
  const start = lines[0]!.index;
  const nameSpan = { start, end: start + '#SBATCH'.length };
  return [{ ...placeOf(text, nameSpan), name: '#SBATCH', nameSpan, words }];
}
