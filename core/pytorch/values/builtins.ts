import type { CallArguments } from './call-arguments';
import { bool, elementOf, float, int, join, tensor, text, unknown, type Value } from './value';

/** What Python's own functions return. */
export function builtinResult(name: string, args: CallArguments): Value {
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
      return float;
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
      return { kind: 'list', certainty: 'proven', ...elements(args.value(0)) };
    case 'tuple':
      return { kind: 'tuple', certainty: 'proven', ...elements(args.value(0)) };
    case 'next':
      return nextOf(args.value(0));
    case 'enumerate':
      return pairs([int, elementOf(args.value(0) ?? unknown)]);
    case 'zip':
      return pairs(args.values().map(elementOf));
    case 'dict':
      return { kind: 'dict', certainty: 'proven' };
    case 'max':
    case 'min':
      return args.count > 1 ? join(args.values()) : unknown;
    case 'abs':
      return absolute(args.value(0));
    case 'sum':
      return elementOf(args.value(0) ?? unknown).kind === 'tensor' ? tensor('assumed') : unknown;
    default:
      return unknown;
  }
}

function nextOf(iterator: Value | undefined): Value {
  return iterator && iterator.kind !== 'tensor' ? elementOf(iterator) : unknown;
}

function absolute(value: Value | undefined): Value {
  return value?.kind === 'tensor' ? value : unknown;
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

/** Methods of Python's own types. */
export function methodResult(object: Value, method: string): Value {
  switch (object.kind) {
    case 'string':
      if (/^(r?split|splitlines|r?partition)$/.test(method))
        return { kind: 'list', certainty: 'proven', element: text };
      if (/^(startswith|endswith|is\w+)$/.test(method)) return { kind: 'bool', certainty: 'proven' };
      return /^(find|index|count)$/.test(method) ? int : text;
    case 'dict':
      if (method === 'items') {
        const elements = [unknown, object.element ?? unknown];
        return { kind: 'list', certainty: 'proven', element: { kind: 'tuple', certainty: 'proven', elements } };
      }
      if (method === 'values')
        return { kind: 'list', certainty: 'proven', ...(object.element ? { element: object.element } : {}) };
      return /^(get|pop|setdefault)$/.test(method) ? (object.element ?? unknown) : unknown;
    case 'tuple':
      return method === 'numel' || method === 'index' || method === 'count' ? int : unknown;
    case 'list':
      return method === 'pop' ? elementOf(object) : method === 'copy' ? object : unknown;
    default:
      return unknown;
  }
}
