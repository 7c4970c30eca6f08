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

export async function loadPython({ runtimeWasm, grammarWasm }: PythonWasm): Promise<PythonParser> {
  await Parser.init(runtimeWasm === undefined ? undefined : { wasmBinary: runtimeWasm });
  const parser = new Parser();
  const language = await Language.load(grammarWasm);
  parser.setLanguage(language);
  const table = loweringTable(language, expressionKinds, statementKinds);
  return {
    parse(text) {
      const tree = parser.parse(text);
      const parsed = lower(tree, text, table);
      tree?.delete();
      return parsed;
    },
    edited() {
      let last: { tree: Tree; text: string } | undefined;
      return {
        parse(text) {
          if (last) last.tree.edit(editBetween(last.text, text));
          const tree = parser.parse(text, last?.tree);
          last?.tree.delete();
          last = tree ? { tree, text } : undefined;
          return lower(tree, text, table);
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

function lower(tree: Tree | null, text: string, table: LoweringTable): ParsedScript {
  const empty: Module = { kind: 'Module', start: 0, end: text.length, body: [], comments: [] };
  if (!tree) return { module: empty, problems: [] };
  const reading = new Reading(text, table, tree);
  const body = reading.root(tree.rootNode);
  return { module: { ...empty, body, comments: reading.comments }, problems: reading.problems };
}
