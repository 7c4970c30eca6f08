import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { Problem } from '../../model';
import { expressionKinds } from './lower/expressions';
import { type LoweringTable, loweringTable, Reading } from './lower/reading';
import { statementKinds } from './lower/statements';
import type { Module } from './nodes';
import { editBetween } from './text-edit';

export interface ParsedScript {
  readonly module: Module;
  /** The places that are not Python. */
  readonly problems: readonly Problem[];
}

/** Parses Python. The grammar is WebAssembly, whose bytes the host reads (dist/tree-sitter-python.wasm). */
export interface PythonParser {
  parse(text: string): ParsedScript;
  /** For a text that is being edited: each parse begins from the one before. */
  edited(): EditedScript;
  dispose(): void;
}

export interface EditedScript {
  parse(text: string): ParsedScript;
  dispose(): void;
}

export interface PythonWasm {
  /** web-tree-sitter.wasm; absent under Node, which finds it beside the package. */
  readonly runtimeWasm?: Uint8Array | undefined;
  /** tree-sitter-python.wasm. */
  readonly grammarWasm: Uint8Array;
}

/** Longer texts are analysed to here: code that is written by hand is shorter, and each character costs memory. */
const longest = 1_500_000;

export async function loadPython({ runtimeWasm, grammarWasm }: PythonWasm): Promise<PythonParser> {
  await Parser.init(runtimeWasm === undefined ? undefined : { wasmBinary: runtimeWasm });
  const parser = new Parser();
  const language = await Language.load(grammarWasm);
  parser.setLanguage(language);
  const table = loweringTable(language, expressionKinds, statementKinds);
  return {
    parse(whole) {
      const text = beginning(whole);
      const tree = parser.parse(text);
      const parsed = lower(tree, text, whole, table);
      tree?.delete();
      return parsed;
    },
    edited() {
      let last: { tree: Tree; text: string } | undefined;
      return {
        parse(whole) {
          const text = beginning(whole);
          if (last) last.tree.edit(editBetween(last.text, text));
          const tree = parser.parse(text, last?.tree);
          last?.tree.delete();
          last = tree ? { tree, text } : undefined;
          return lower(tree, text, whole, table);
        },
        dispose() {
          last?.tree.delete();
          last = undefined;
        },
      };
    },
    dispose: () => parser.delete(),
  };
}

/** As many whole lines as are analysed. */
function beginning(text: string): string {
  if (text.length <= longest) return text;
  const line = text.lastIndexOf('\n', longest);
  return text.slice(0, line < longest / 2 ? longest : line + 1);
}

function lower(tree: Tree | null, text: string, whole: string, table: LoweringTable): ParsedScript {
  const empty: Module = { kind: 'Module', start: 0, end: whole.length, body: [], comments: [] };
  const rest = text.length < whole.length ? [tooLong(text.length)] : [];
  if (!tree) return { module: empty, problems: rest };
  const reading = new Reading(text, table, tree);
  const body = reading.root(tree.rootNode);
  return { module: { ...empty, body, comments: reading.comments }, problems: [...reading.problems, ...rest] };
}

function tooLong(at: number): Problem {
  return {
    code: 'python/length',
    severity: 'warning',
    message: {
      en: `The text is longer than ${longest.toLocaleString('en')} characters; what follows is not analysed`,
      zh: `文本超过 ${longest.toLocaleString('en')} 个字符，其后的内容未作分析`,
    },
    span: { start: at, end: at },
  };
}
