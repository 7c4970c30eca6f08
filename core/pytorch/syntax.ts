/** A part of a Python text, free of the parser that made it; kinds and fields are tree-sitter-python's. */
export interface Syntax {
  readonly kind: string;
  /** The part that it plays in its parent, such as `left`. */
  readonly field: string | undefined;
  /** UTF-16 offsets, the end excluded. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly Syntax[];
}

export function part(node: Syntax, field: string): Syntax | undefined {
  return node.children.find((child) => child.field === field);
}

export function parts(node: Syntax, field: string): Syntax[] {
  return node.children.filter((child) => child.field === field);
}

export function unwrap(node: Syntax): Syntax {
  let inner = node;
  while ((inner.kind === 'parenthesized_expression' || inner.kind === 'type') && inner.children.length === 1) {
    inner = inner.children[0]!;
  }
  return inner;
}

/** The text of a string literal without prefix and quotes, where it has no interpolation or escape; with its place. */
export function literal(node: Syntax, text: string): { value: string; start: number; end: number } | undefined {
  if (node.kind !== 'string' || node.children.some(({ kind }) => kind === 'interpolation')) return undefined;
  const start = node.children[0]?.end ?? node.start;
  const end = node.children.at(-1)?.kind === 'string_end' ? node.children.at(-1)!.start : node.end;
  const value = text.slice(start, end);
  return value.includes('\\') ? undefined : { value, start, end };
}
