import type { Problem } from '../../model';
import { parseModule } from './grammar/module';
import type { Module } from './nodes';
import { tooLong } from './problems';

export interface ParsedScript {
  readonly module: Module;
  /** The places that are not Python. */
  readonly problems: readonly Problem[];
}

/** Parses Python up to 3.14, and the `print` and `exec` of Python 2. Takes any text; never throws. */
export interface PythonParser {
  parse(text: string): ParsedScript;
}

/** Longer texts are analysed to here: code that is written by hand is shorter, and each character costs memory. */
const longest = 1_500_000;

export const pythonParser: PythonParser = {
  parse(whole) {
    const text = beginning(whole);
    const { body, comments, problems } = parseModule(text);
    return {
      module: { kind: 'Module', start: 0, end: whole.length, body, comments },
      problems: text.length < whole.length ? [...problems, tooLong(text.length, longest)] : problems,
    };
  },
};

/** As many whole lines as are analysed. */
function beginning(text: string): string {
  if (text.length <= longest) return text;
  const line = text.lastIndexOf('\n', longest);
  return text.slice(0, line < longest / 2 ? longest : line + 1);
}
