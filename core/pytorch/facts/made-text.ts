import type { DeviceStringFact } from '../../model';
import type { Expression, JoinedString, StringLiteral } from '../syntax/nodes';

export interface MadeText {
  readonly string: StringLiteral | JoinedString;
  readonly form: DeviceStringFact['form'];
}

/** A string, and how a text is made from it: `"cuda:%d" % rank`, `"cuda:{}".format(rank)`, `"cuda:" + str(rank)`. */
export function madeText(node: Expression): MadeText | undefined {
  switch (node.kind) {
    case 'String':
      return { string: node, form: 'literal' };
    case 'JoinedString':
      return node.fields[0]?.span.start === node.content.start ? undefined : { string: node, form: 'f-string' };
    case 'AdjacentStrings':
      return node.parts[0] && { string: node.parts[0], form: 'concatenation' };
    case 'Call': {
      const { callee } = node;
      const isFormat = callee.kind === 'Attribute' && callee.name.id === 'format' && callee.object.kind === 'String';
      return isFormat && callee.object.kind === 'String' ? { string: callee.object, form: 'format' } : undefined;
    }
    case 'Binary': {
      if (node.operator === '%' && node.left.kind === 'String') return { string: node.left, form: 'percent' };
      const inner = node.operator === '+' ? madeText(node.left) : undefined;
      return inner && { string: inner.string, form: 'concatenation' };
    }
    default:
      return undefined;
  }
}

const ofFormat = /^cuda:(%[ds]|\{\w*\})?$/;

/** What a text says that is `cuda:` and an index, as far as it is constant: `f"cuda:{rank}"`, `"cuda:" + str(rank)`. */
export function indexedCuda(node: Expression, text: string): string | undefined {
  const made = madeText(node);
  if (made === undefined || made.form === 'literal') return undefined;
  const { string } = made;
  const [field, more] = string.kind === 'JoinedString' ? string.fields : [];
  if (more !== undefined || (field !== undefined && field.span.end !== string.content.end)) return undefined;
  const said = text.slice(string.content.start, field?.span.start ?? string.content.end);
  return ofFormat.test(said) ? said : undefined;
}
