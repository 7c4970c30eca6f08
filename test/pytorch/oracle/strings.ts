import type { Node as TreeNode } from 'web-tree-sitter';
import type { Expression, JoinedString } from '../../../core/pytorch/syntax/nodes';
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
  return { kind: 'JoinedString', ...span, content, fields: fieldsOf(read, node) };
}

/** The fields of a string, and those of their format specifications. */
function fieldsOf(read: Reading, node: TreeNode): JoinedString['fields'][number][] {
  // The text of an f-string may begin with `#`, so that its parts are told by their kind.
  return node.namedChildren
    .filter((child) => /^(interpolation|format_expression)$/.test(read.kindOf(child)))
    .flatMap((field) => {
      const [value, ...rest] = read.children(field);
      if (!value) return [];
      const specification = rest.find((child) => read.kindOf(child) === 'format_specifier');
      const span = { start: field.startIndex, end: field.endIndex };
      const inner = specification ? fieldsOf(read, specification) : [];
      return [{ span, value: read.expression(value) }, ...inner];
    });
}
