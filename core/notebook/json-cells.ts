import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nestsDeeper, type Problem } from '../model';
import type { CellSource } from './cells';

/** Of brackets in the JSON text. Outputs of cells may hold JSON of their own. */
const deepest = 400;

/** A piece of a cell's text, and the string of the JSON text that holds it. */
export interface CellString {
  /** Of the decoded text. */
  readonly length: number;
  /** Between the quotes. */
  readonly start: number;
  readonly end: number;
}

export interface JsonCell extends CellSource {
  readonly strings: readonly CellString[];
  /** What stands between two strings of the cell's list, quotes included; undefined where its text is one string. */
  readonly separator: string | undefined;
}

/** The cells of a notebook's JSON text, and what is wrong with that. Broken JSON gives the cells that could be read. */
export function jsonCells(text: string): {
  readonly cells: readonly JsonCell[];
  readonly problems: readonly Problem[];
} {
  if (nestsDeeper(text, deepest)) return { cells: [], problems: [tooDeep] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const problems = errors.slice(0, 1).map(brokenJson);
  const list = root && child(root, 'cells');
  if (list?.type !== 'array') {
    return { cells: [], problems: problems.length > 0 ? problems : [noCells(text)] };
  }
  const language = languageOf(root!);
  const isPython = language === undefined || /^(i?python|python3)$/i.test(language);
  return { cells: (list.children ?? []).map((cell) => jsonCell(cell, isPython, text)), problems };
}

function jsonCell(cell: Node, isPython: boolean, text: string): JsonCell {
  const source = child(cell, 'source');
  const nodes = source?.type === 'array' ? (source.children ?? []) : source === undefined ? [] : [source];
  const values = nodes.filter((node) => typeof node.value === 'string');
  return {
    isPython: isPython && child(cell, 'cell_type')?.value === 'code',
    text: values.map(({ value }) => value as string).join(''),
    strings: values.map(({ value, offset, length }) => ({
      length: (value as string).length,
      start: offset + 1,
      end: offset + length - 1,
    })),
    separator: source?.type === 'array' ? separatorOf(source, values, text) : undefined,
  };
}

/** As the list has it already; for a list of one string, from what stands before that. */
function separatorOf(source: Node, [first, second]: readonly Node[], text: string): string {
  if (first === undefined) return '","';
  const gap =
    second === undefined
      ? `,${text.slice(source.offset + 1, first.offset)}`
      : text.slice(first.offset + first.length, second.offset);
  return `"${gap}"`;
}

function languageOf(root: Node): string | undefined {
  const metadata = child(root, 'metadata');
  const named =
    (metadata && child(metadata, 'language_info') && child(child(metadata, 'language_info')!, 'name')) ??
    (metadata && child(metadata, 'kernelspec') && child(child(metadata, 'kernelspec')!, 'language'));
  return typeof named?.value === 'string' ? named.value : undefined;
}

/** The value of a property, by its name: the last one that has it, as JSON's readers take it. */
function child(node: Node, name: string): Node | undefined {
  if (node.type !== 'object') return undefined;
  return node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function brokenJson({ error, offset, length }: ParseError): Problem {
  return {
    code: 'notebook/syntax',
    severity: 'error',
    message: {
      en: `The notebook is not valid JSON here (${printParseErrorCode(error)}); Jupyter will not open it. The cells before are analysed.`,
      zh: `notebook 在此处不是合法的 JSON（${printParseErrorCode(error)}），Jupyter 无法打开。之前的单元格仍会分析。`,
    },
    span: { start: offset, end: offset + length },
  };
}

const tooDeep: Problem = {
  code: 'notebook/too-deep',
  severity: 'error',
  message: {
    en: 'Brackets are nested deeper here than in any notebook; it is not analysed.',
    zh: '括号嵌套层数超过任何 notebook，未作分析。',
  },
};

function noCells(text: string): Problem {
  return {
    code: 'notebook/no-cells',
    severity: 'warning',
    message: {
      en: 'This is no notebook of format 4: it has no list of cells. It is not analysed.',
      zh: '该文件不是格式 4 的 notebook：没有 cells 列表，未作分析。',
    },
    span: { start: 0, end: Math.min(1, text.length) },
  };
}
