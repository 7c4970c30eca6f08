import type { Language, Tree, Node as TreeNode } from 'web-tree-sitter';
import type { Problem } from '../../../core/model';
import { isStatement } from '../../../core/pytorch/syntax/children';
import type { Block, Expression, Name, Span, Statement } from '../../../core/pytorch/syntax/nodes';
import { deepest, notPython, tooDeep } from '../../../core/pytorch/syntax/problems';

export type LowerExpression = (read: Reading, node: TreeNode) => Expression;
export type LowerStatement = (read: Reading, node: TreeNode) => Statement;

/** What tree-sitter's kinds become, by the number that the loaded grammar gives each. */
export interface LoweringTable {
  readonly expressions: readonly (LowerExpression | undefined)[];
  readonly statements: readonly (LowerStatement | undefined)[];
  readonly kinds: readonly string[];
}

const hash = 35;
const backslash = 92;
const released = undefined as unknown as TreeNode;
const errorKind = 65535;

export function loweringTable(
  language: Language,
  expressions: ReadonlyMap<string, LowerExpression>,
  statements: ReadonlyMap<string, LowerStatement>,
): LoweringTable {
  const kinds = Array.from({ length: language.nodeTypeCount }, (_, id) => language.nodeTypeForId(id) ?? '');
  return {
    kinds,
    expressions: kinds.map((kind) => expressions.get(kind)),
    statements: kinds.map((kind) => statements.get(kind)),
  };
}

/**
 * Reads one tree. Every question to a node is a call into WebAssembly: nodes that the grammar names are asked for in
 * one call a parent, the ends of names are found in the text, and operators are what stands between their operands.
 */
export class Reading {
  readonly comments: Span[] = [];
  readonly problems: Problem[] = [];
  private readonly hasError: boolean;
  private broken: TreeNode[] = [];
  private depth = 0;

  constructor(
    readonly text: string,
    private readonly table: LoweringTable,
    tree: Tree,
  ) {
    this.hasError = tree.rootNode.hasError;
  }

  /** The children that the grammar names. Comments and errors among them are put aside. */
  children(node: TreeNode): TreeNode[] {
    const all = node.namedChildren;
    let isPlain = !this.hasError;
    for (let index = 0; index < all.length && isPlain; index++) {
      const code = this.text.charCodeAt(all[index]!.startIndex);
      isPlain = code !== hash && code !== backslash;
    }
    return isPlain ? all : all.filter((child) => !this.putAside(child));
  }

  private putAside(node: TreeNode): boolean {
    if (this.hasError && node.typeId === errorKind) {
      this.broken.push(node);
      return true;
    }
    if (this.hasError && node.isMissing) return false;
    const code = this.text.charCodeAt(node.startIndex);
    // A continued line is a node of its own.
    if (code === backslash) return true;
    if (code !== hash) return false;
    const line = this.text.indexOf('\n', node.startIndex);
    let end = line < 0 ? this.text.length : line;
    if (this.text.charCodeAt(end - 1) === 13) end--;
    this.comments.push({ start: node.startIndex, end });
    return true;
  }

  kindOf(node: TreeNode): string {
    return this.kindOfId(node.typeId);
  }

  kindOfId(id: number): string {
    return this.table.kinds[id] ?? 'ERROR';
  }

  /** `id`: the node's `typeId`, where it has been asked for already. */
  expression(node: TreeNode, id = node.typeId): Expression {
    if (this.depth >= deepest) return this.tooDeep(node);
    this.depth++;
    const lower = this.table.expressions[id];
    const expression = lower ? lower(this, node) : this.opaque(node);
    this.depth--;
    return expression;
  }

  expressions(nodes: readonly TreeNode[]): Expression[] {
    const expressions: Expression[] = [];
    for (const node of nodes) expressions.push(this.expression(node));
    return expressions;
  }

  /** A node of another kind: its expressions are kept. */
  private opaque(node: TreeNode): Expression {
    const parts = this.expressions(this.children(node));
    return { kind: 'Opaque', start: node.startIndex, end: node.endIndex, parts };
  }

  root(node: TreeNode): Statement[] {
    if (this.hasError) this.problems.push(...syntaxErrors(node));
    return this.statements(this.children(node), Number.POSITIVE_INFINITY);
  }

  /** The statements of a suite that ends at `end`. Lets go of each node: web-tree-sitter keeps children with their parent. */
  statements(nodes: TreeNode[], end: number): Statement[] {
    const statements: Statement[] = [];
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!;
      nodes[index] = released;
      this.takeBroken(statements, node.startIndex);
      statements.push(this.statement(node));
    }
    this.takeBroken(statements, end);
    return statements;
  }

  private statement(node: TreeNode): Statement {
    const part = this.part(node);
    return isStatement(part) ? part : { kind: 'ExpressionStatement', start: part.start, end: part.end, value: part };
  }

  /** A statement or an expression; of anything else, the statements and expressions in it. */
  private part(node: TreeNode): Statement | Expression {
    const kind = node.typeId;
    const lower = this.table.statements[kind];
    if (this.depth >= deepest) return this.tooDeep(node);
    if (!lower && this.table.expressions[kind]) return this.expression(node, kind);
    this.depth++;
    const part = lower ? lower(this, node) : this.brokenParts(node);
    this.depth--;
    return part;
  }

  /** What stands in places that are not Python, and before the offset `end`, between the statements that it stands between. */
  private takeBroken(statements: Statement[], end: number): void {
    while (this.broken.length > 0) {
      const first = this.broken.findIndex(({ startIndex }) => startIndex < end);
      if (first < 0) return;
      const [node] = this.broken.splice(first, 1);
      statements.push(this.brokenParts(node!));
    }
  }

  private brokenParts(node: TreeNode): Statement {
    const parts = this.children(node).map((child) => this.part(child));
    return { kind: 'Broken', start: node.startIndex, end: node.endIndex, parts };
  }

  private tooDeep(node: TreeNode): Expression {
    const span = { start: node.startIndex, end: node.endIndex };
    this.problems.push(tooDeep(span));
    return { kind: 'Opaque', ...span, parts: [] };
  }

  block(node: TreeNode | undefined, otherwiseAt: number): Block {
    if (!node) return { kind: 'Block', start: otherwiseAt, end: otherwiseAt, body: [] };
    const body = this.statements(this.children(node), node.endIndex);
    const start = body[0]?.start ?? node.startIndex;
    return { kind: 'Block', start, end: Math.max(start, body.at(-1)?.end ?? node.startIndex), body };
  }

  name(node: TreeNode): Name {
    const start = node.startIndex;
    const end = this.identifierEnd(start);
    return { kind: 'Name', start, end, id: this.text.slice(start, end) };
  }

  /** Characters beyond ASCII stand in identifiers only, as far as the grammar lets them here. */
  identifierEnd(start: number): number {
    const { text } = this;
    let end = start;
    for (; ; end++) {
      const code = text.charCodeAt(end);
      const isPart =
        (code >= 97 && code <= 122) ||
        (code >= 65 && code <= 90) ||
        code === 95 ||
        (code >= 48 && code <= 57) ||
        code >= 128;
      if (!isPart) return end;
    }
  }

  /** What stands between two operands, without comments, line continuations and white space at its ends. */
  between(left: Span, right: Span): string {
    const between = this.text.slice(left.end, right.start);
    return between.length < 4 ? between.trim() : operatorOnly(between);
  }
}

function operatorOnly(between: string): string {
  return between
    .replaceAll(/#[^\n]*/g, ' ')
    .replaceAll(/[\s\\]+/g, ' ')
    .trim();
}

/** More places are not told. */
const mostErrors = 100;

/** The places of a tree that are not Python, in the order of the text. */
function syntaxErrors(root: TreeNode): Problem[] {
  const found: Problem[] = [];
  const ahead = [root];
  for (let node = ahead.pop(); node !== undefined && found.length < mostErrors; node = ahead.pop()) {
    if (node.isError || node.isMissing) found.push(notPython({ start: node.startIndex, end: node.endIndex }));
    else if (node.hasError) for (const child of node.children.toReversed()) ahead.push(child);
  }
  return found;
}
