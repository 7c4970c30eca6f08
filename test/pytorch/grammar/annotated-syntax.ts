import assert from 'node:assert/strict';
import { pythonParser } from '../../../core/pytorch';
import { assertWellFormed } from '../syntax-invariants';

interface SyntaxNode {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * Fails unless each annotation of a source has its node, at exactly its place:
 *
 *     x = (a + b).c
 *     #   ^^^^^^^ Binary +
 *     #   ^^^^^^^^^ Attribute c
 *
 * Behind the kind may stand what `detailOf` says of the node.
 */
export function assertSyntax(source: string): void {
  const lines: string[] = [];
  const annotations: { line: number; start: number; end: number; expected: string }[] = [];
  for (const line of source.replace(/^\n/, '').split('\n')) {
    const parts = /^(?<before>#\s*)(?<carets>\^+) (?<expected>.+)$/.exec(line)?.groups;
    if (!parts) lines.push(line);
    else {
      const start = parts['before']!.length;
      annotations.push({
        line: lines.length - 1,
        start,
        end: start + parts['carets']!.length,
        expected: parts['expected']!,
      });
    }
  }
  const text = lines.join('\n');
  const parsed = pythonParser.parse(text);
  assert.deepEqual(parsed.problems, [], text);
  assertWellFormed(text, parsed);
  const nodes = nodesOf(parsed.module.body);
  assert.ok(annotations.length > 0, 'nothing is annotated');
  for (const { line, start, end, expected } of annotations) {
    const offset = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    const there = nodes.filter((node) => node.start === offset + start && node.end === offset + end);
    const found = there.map((node) => `${node.kind} ${detailOf(node)}`.trim());
    const isFound = found.some((one) => one === expected || one.startsWith(`${expected} `));
    assert.ok(isFound, `"${lines[line]!.slice(start, end)}" is ${found.join(', ') || 'nothing'}, not ${expected}`);
  }
}

function nodesOf(value: unknown): SyntaxNode[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return 'kind' in value ? [value as SyntaxNode, ...inner] : inner;
}

const idOf = (value: unknown) => (value as { id: string } | undefined)?.id ?? '';
const countOf = (value: unknown) => String((value as unknown[]).length);

function detailOf(node: SyntaxNode): string {
  switch (node.kind) {
    case 'Name':
      return node['id'] as string;
    case 'Attribute':
      return idOf(node['name']);
    case 'Number':
    case 'String':
    case 'Constant':
      return String(node['value']);
    case 'Binary':
    case 'Boolean':
    case 'Unary':
      return node['operator'] as string;
    case 'Comparison':
      return (node['operators'] as string[]).join(' ');
    case 'Comprehension':
      return node['form'] as string;
    case 'Argument':
      return (node['splat'] as string | undefined) ?? idOf(node['keyword']);
    case 'Parameter':
      return `${node['splat'] ?? ''}${idOf(node['name'])}`;
    case 'Call':
      return countOf(node['arguments']);
    case 'Tuple':
    case 'List':
    case 'Set':
      return countOf(node['elements']);
    case 'Dictionary':
      return countOf(node['entries']);
    case 'Subscript':
      return countOf(node['indices']);
    case 'JoinedString':
      return countOf(node['fields']);
    case 'Import':
      return [node['from'] ?? 'import', ...(node['names'] as { name: string; alias?: string }[]).map(nameOf)].join(' ');
    case 'Function':
    case 'Class':
      return idOf(node['name']);
    case 'If':
      return countOf(node['clauses']);
    default:
      return '';
  }
}

const nameOf = ({ name, alias }: { name: string; alias?: string }) => (alias === undefined ? name : `${name}=${alias}`);
