import type { CommandFact, TextSpan } from '../../model';
import type { Call, Expression } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { placed, type Surroundings } from './surroundings';

const starts = /^(subprocess\.(run|call|Popen|check_call|check_output|getoutput|getstatusoutput)|os\.(system|popen))$/;

/** Commands that a script starts: `subprocess.run(["nvidia-smi", "-L"])`, `os.system("nvidia-smi")`. */
export class Commands {
  readonly facts: CommandFact[] = [];

  constructor(private readonly evaluator: Evaluator) {}

  call(node: Call, name: string, around: Surroundings): void {
    if ((!name.startsWith('subprocess.') && !name.startsWith('os.')) || !starts.test(name)) return;
    const first = node.arguments[0];
    if (first === undefined || (first.keyword !== undefined && first.keyword.id !== 'args')) return;
    const [program, ...words] = this.wordsOf(first.value, around);
    const command = program?.text.slice(program.text.lastIndexOf('/') + 1);
    if (command) this.facts.push(placed(node, around, { name: command, nameSpan: program!.span, words }));
  }

  private wordsOf(node: Expression, around: Surroundings): { readonly text: string; readonly span: TextSpan }[] {
    if (node.kind === 'List' || node.kind === 'Tuple') {
      // What is no text of its own stands for one word, whatever it is.
      return node.elements.map((element) => {
        const { constant } = this.evaluator.value(element, around.scope);
        const span = element.kind === 'String' ? element.content : element;
        return { text: typeof constant === 'string' ? constant : '', span: { start: span.start, end: span.end } };
      });
    }
    if (node.kind === 'String' && node.value !== undefined) return splitWords(node.value, node.content.start);
    // `CMD = "nvidia-smi -L"`, `CMD.split()`
    const said = node.kind === 'Call' && isSplit(node) ? node.callee.object : node;
    const { constant } = this.evaluator.value(said, around.scope);
    if (typeof constant !== 'string') return [];
    const span = { start: node.start, end: node.end };
    return splitWords(constant, 0).map(({ text }) => ({ text, span }));
  }
}

function isSplit(node: Call): node is Call & { callee: Expression & { kind: 'Attribute' } } {
  return node.callee.kind === 'Attribute' && node.callee.name.id === 'split' && node.arguments.length === 0;
}

function splitWords(text: string, from: number): { readonly text: string; readonly span: TextSpan }[] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    const start = from + match.index;
    return { text: match[0], span: { start, end: start + match[0].length } };
  });
}
