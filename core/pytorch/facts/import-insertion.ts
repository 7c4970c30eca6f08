import type { Module } from '../syntax/nodes';

/** Where an import goes: behind the docstring and the first imports of the module, at the start of a line. */
export function importInsertion(module: Module, text: string): number {
  let after: number | undefined;
  for (const statement of module.body) {
    const isDocstring =
      statement.kind === 'ExpressionStatement' && after === undefined && isString(statement.value.kind);
    if (!isDocstring && statement.kind !== 'Import') break;
    after = statement.end;
  }
  if (after === undefined) return /^(#.*\r?\n)*/.exec(text)![0].length;
  const line = text.indexOf('\n', after);
  return line < 0 ? text.length : line + 1;
}

const isString = (kind: string) => kind === 'String' || kind === 'AdjacentStrings';
