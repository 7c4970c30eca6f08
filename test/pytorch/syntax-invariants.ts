import assert from 'node:assert/strict';
import type { ParsedScript } from '../../core/pytorch/syntax/parser';

interface Node {
  readonly kind?: string;
  readonly start: number;
  readonly end: number;
}

/** Fails unless every span lies in the text and in that of its parent, and statements and elements follow each other. */
export function assertWellFormed(text: string, { module, problems }: ParsedScript): void {
  const check = (value: unknown, parent: Node, key: string): void => {
    if (Array.isArray(value)) {
      let end = 0;
      for (const part of value) {
        if (isNode(part) && key !== 'fields') {
          assert.ok(part.start >= end, `${part.kind} at ${part.start} begins before ${end}\n${text}`);
          end = part.end;
        }
        check(part, parent, key);
      }
    } else if (typeof value === 'object' && value !== null) {
      if (isNode(value)) assertInside(text, value, parent, key);
      for (const [name, part] of Object.entries(value)) check(part, isNode(value) ? value : parent, name);
    }
  };
  check(module.body, module, 'body');
  check(module.comments, module, 'comments');
  for (const { span } of problems) {
    assert.ok(
      span && span.start >= 0 && span.start <= span.end && span.end <= text.length,
      `a problem outside\n${text}`,
    );
  }
}

function assertInside(text: string, node: Node, parent: Node, key: string): void {
  const where = `${node.kind ?? key} ${node.start}-${node.end} in ${parent.kind} ${parent.start}-${parent.end}\n${text}`;
  assert.ok(node.start <= node.end, where);
  assert.ok(node.start >= parent.start && node.end <= parent.end, where);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
