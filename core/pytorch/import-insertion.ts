import type { Syntax } from './syntax';

/** Where an import goes: behind the docstring and the first imports of the module, at the start of a line. */
export function importInsertion(module: Syntax, text: string): number {
  let after: number | undefined;
  for (const node of module.children) {
    if (node.kind === 'comment') continue;
    const isDocstring =
      node.kind === 'expression_statement' && node.children[0]?.kind === 'string' && after === undefined;
    if (!isDocstring && !/^(future_)?import(_from)?_statement$/.test(node.kind)) break;
    after = node.end;
  }
  if (after === undefined) return /^(#.*\r?\n)*/.exec(text)![0].length;
  const line = text.indexOf('\n', after);
  return line < 0 ? text.length : line + 1;
}
