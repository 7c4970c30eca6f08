import type { Expression, NumberLiteral } from '../syntax/nodes';
import { none, text, unknown, type Value } from './value';

const yes: Value = { kind: 'bool', certainty: 'proven', constant: true };
const no: Value = { kind: 'bool', certainty: 'proven', constant: false };

/** What a literal is; undefined for other expressions. */
export function literalValue(node: Expression): Value | undefined {
  switch (node.kind) {
    case 'Constant':
      return node.value === undefined ? unknown : node.value === null ? none : node.value ? yes : no;
    case 'Number':
      return numberValue(node);
    case 'String':
      return node.value === undefined ? text : { kind: 'string', certainty: 'proven', constant: node.value };
    case 'JoinedString':
    case 'AdjacentStrings':
      return text;
    default:
      return undefined;
  }
}

function numberValue({ isInteger, value }: NumberLiteral): Value {
  const kind = isInteger ? 'int' : 'float';
  return value === undefined ? { kind, certainty: 'proven' } : { kind, certainty: 'proven', constant: value };
}
