import type { Node as TreeNode } from 'web-tree-sitter';
import type { Expression } from '../nodes';
import type { Reading } from './reading';

const quoted = /^([A-Za-z]*)("""|'''|"|')/;

/** A string. A plain one is read from the text; only what can hold expressions is looked into. */
export function lowerString(read: Reading, node: TreeNode): Expression {
  const start = node.startIndex;
  const end = node.endIndex;
  const opening = quoted.exec(read.text.slice(start, start + 6));
  const [prefix, quote] = opening ? [opening[1]!.toLowerCase(), opening[2]!] : ['', ''];
  const from = start + prefix.length + quote.length;
  const isClosed = quote !== '' && end - quote.length >= from && read.text.endsWith(quote, end);
  const content = { start: Math.min(from, end), end: isClosed ? end - quote.length : end };
  if (prefix.includes('f') || prefix.includes('t')) return joined(read, node, { start, end }, content);
  const said = read.text.slice(content.start, content.end);
  const isPlain = !prefix.includes('b') && (prefix.includes('r') || !said.includes('\\'));
  return { kind: 'String', start, end, value: isPlain ? said : undefined, content };
}

type Place = { readonly start: number; readonly end: number };

function joined(read: Reading, node: TreeNode, span: Place, content: Place): Expression {
  // The text of an f-string may begin with `#`, so that its parts are told by their kind.
  const fields = node.namedChildren
    .filter((child) => read.kindOf(child) === 'interpolation')
    .flatMap((field) => {
      const [value] = read.children(field);
      return value ? [{ span: { start: field.startIndex, end: field.endIndex }, value: read.expression(value) }] : [];
    });
  return { kind: 'JoinedString', ...span, content, fields };
}
