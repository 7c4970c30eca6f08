import type { TreeCursor } from 'web-tree-sitter';
import type { Problem } from '../model';
import type { Syntax } from './syntax';

/** Parses Python. The grammar is WebAssembly, whose bytes the host reads (dist/tree-sitter-python.wasm). */
export interface PythonParser {
  /** The plain syntax of `text`, and the places that are not Python; undefined only where the parser gave up. */
  parse(text: string): { module: Syntax | undefined; problems: Problem[] };
  dispose(): void;
}

export interface PythonWasm {
  /** web-tree-sitter.wasm; absent under Node, which finds it beside the package. */
  readonly runtimeWasm?: Uint8Array | undefined;
  /** tree-sitter-python.wasm. */
  readonly grammarWasm: Uint8Array;
}

/** Deeper nests are not looked into: recursion ends before the stack does. */
const deepest = 400;

export async function loadPython({ runtimeWasm, grammarWasm }: PythonWasm): Promise<PythonParser> {
  // Loaded when the first script comes: whoever looks at models alone does not pay for it.
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init(runtimeWasm === undefined ? undefined : { wasmBinary: runtimeWasm });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammarWasm));
  return {
    parse(text) {
      const problems: Problem[] = [];
      const tree = parser.parse(text);
      if (tree === null) return { module: undefined, problems };
      const cursor = tree.walk();
      try {
        return { module: lower(cursor, 0, problems), problems };
      } finally {
        cursor.delete();
        tree.delete();
      }
    },
    dispose: () => parser.delete(),
  };
}

/** Copies what rules can need out of the parser's memory: a tree of named nodes, operators included. */
function lower(cursor: TreeCursor, depth: number, problems: Problem[]): Syntax {
  const kind = cursor.nodeType;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const field = cursor.currentFieldName ?? undefined;
  if (kind === 'ERROR' || cursor.nodeIsMissing) problems.push(syntaxError(start, end));
  const children: Syntax[] = [];
  if (depth < deepest && cursor.gotoFirstChild()) {
    do {
      // Each question costs a call into WebAssembly.
      if (cursor.nodeIsNamed || (kind === 'comparison_operator' && cursor.currentFieldName === 'operators')) {
        children.push(lower(cursor, depth + 1, problems));
      }
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { kind, field, start, end, children };
}

function syntaxError(start: number, end: number): Problem {
  return {
    code: 'python/syntax',
    severity: 'error',
    message: {
      en: 'This is not valid Python; the code around it is analysed',
      zh: '此处不是合法的 Python 语法；其余代码仍会分析',
    },
    span: { start, end },
  };
}
