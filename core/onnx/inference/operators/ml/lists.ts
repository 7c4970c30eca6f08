import { missing, type OperatorContext } from '../../context';
import { contradict } from '../../contradiction';

/** Lists in attributes, which machine learning operators carry their models in. */

export const float = 1;
export const int64 = 7;
export const string = 8;

export interface ListType {
  readonly type: number;
  readonly length: number | undefined;
}

/** Element type and length of a list or of a vector. */
export function listType(context: OperatorContext, name: string): ListType | undefined {
  const value = context.attribute(name);
  if (value === undefined) return undefined;
  const length = context.listLength(name);
  switch (value.kind) {
    case 'ints':
      return { type: int64, length };
    case 'floats':
      return { type: float, length };
    case 'strings':
      return { type: string, length };
    case 'tensor':
      if (value.value.dims.length !== 1) wrongList(name);
      return { type: value.value.elementType, length };
    default:
      return undefined;
  }
}

/** The one of several attributes that is given. */
export function oneList(context: OperatorContext, names: readonly string[]): ListType {
  const given = names.filter((name) => context.attribute(name) !== undefined);
  if (given.length !== 1) {
    contradict(`needs exactly one of ${names.join(', ')}`, `必须且只能给出 ${names.join('、')} 之一`);
  }
  return listType(context, given[0]!) ?? wrongList(given[0]!);
}

export function wrongList(name: string): never {
  return contradict(`attribute ${name} has a wrong type or length`, `属性 ${name} 的类型或长度不正确`);
}

export function requiredLength(context: OperatorContext, name: string): number {
  return context.listLength(name) ?? missing(name);
}
