import { bool, elementOf, int, join, text, unknown, type Value } from './value';

/** What Python's own functions return. */
export function builtinResult(name: string, args: readonly Value[]): Value {
  const [first] = args;
  switch (name) {
    case 'str':
    case 'repr':
    case 'format':
    case 'input':
      return text;
    case 'len':
    case 'int':
    case 'id':
    case 'hash':
      return int;
    case 'float':
      return { kind: 'float', certainty: 'proven' };
    case 'bool':
    case 'isinstance':
    case 'issubclass':
    case 'callable':
    case 'hasattr':
    case 'any':
    case 'all':
      return bool;
    case 'range':
      return { kind: 'other', certainty: 'proven', element: int };
    case 'list':
    case 'sorted':
    case 'reversed':
    case 'iter':
    case 'set':
      return { kind: 'list', certainty: 'proven', ...elements(first) };
    case 'tuple':
      return { kind: 'tuple', certainty: 'proven', ...elements(first) };
    case 'next':
      return first && first.kind !== 'tensor' ? elementOf(first) : unknown;
    case 'enumerate':
      return pairs([int, first ? elementOf(first) : unknown]);
    case 'zip':
      return pairs(args.map(elementOf));
    case 'dict':
      return { kind: 'dict', certainty: 'proven' };
    case 'max':
    case 'min':
      return args.length > 1 ? join(args) : unknown;
    case 'abs':
      return first?.kind === 'tensor' ? first : unknown;
    case 'sum':
      return first && elementOf(first).kind === 'tensor' ? { kind: 'tensor', certainty: 'assumed' } : unknown;
    default:
      return unknown;
  }
}

const pairs = (elements: readonly Value[]): Value => ({
  kind: 'other',
  certainty: 'proven',
  element: { kind: 'tuple', certainty: 'proven', elements },
});

function elements(value: Value | undefined): Partial<Value> {
  if (!value) return {};
  if (value.elements) return { elements: value.elements };
  const element = elementOf(value);
  return element === unknown ? {} : { element };
}
