import { type ElementType, elementTypeCode, elementTypeName, type Localized, type ValueType } from '../../model';
import { latestOpset, type OperatorSchema, type Parameter } from '../schemas';
import type { OperatorContext } from './context';
import type { OperatorRules } from './rules/operator-rules';
import { schemaElementType } from './rules/schema-types';

/** Types that a schema lists, in the form in which they are compared. */
interface AllowedTypes {
  readonly tensors: ReadonlySet<ElementType>;
  readonly others: ReadonlySet<string>;
}

interface TypeParameter {
  readonly parameter: Parameter;
  /** Undefined: any. */
  readonly allowed: AllowedTypes | undefined;
  /** Index of the type variable that its values share; undefined where each may have its own type. */
  readonly variable: number | undefined;
}

/** What a schema demands of an operator's types. */
export interface TypeCheck {
  readonly inputs: readonly TypeParameter[];
  readonly outputs: readonly TypeParameter[];
  /**
   * Whether only the types that the schema lists are allowed. ONNX Runtime lets its own operators take more types from
   * release to release, without another version, and the latest version of ONNX may still be growing: of these only
   * differences between values of one type variable count.
   */
  readonly isClosed: boolean;
}

export function typeCheckOf(schema: OperatorSchema, version: number): TypeCheck {
  const variables = new Map<string, number>();
  const compile = (parameter: Parameter): TypeParameter => {
    const { type, types, option, homogeneous } = parameter;
    if (!variables.has(type)) variables.set(type, variables.size);
    return {
      parameter,
      allowed: types.length === 0 ? undefined : allowedTypes(types),
      variable: option === 'variadic' && !homogeneous ? undefined : variables.get(type),
    };
  };
  return {
    inputs: schema.inputs.map(compile),
    outputs: schema.outputs.map(compile),
    isClosed: schema.origin === 'onnx' && version < (latestOpset(schema.domain) ?? 0),
  };
}

/** Many parameters have the same list: of each operator of numbers, all. */
const knownLists = new WeakMap<readonly string[], AllowedTypes>();

function allowedTypes(types: readonly string[]): AllowedTypes {
  const known = knownLists.get(types);
  if (known !== undefined) return known;
  const tensors = new Set<ElementType>();
  const others = new Set<string>();
  for (const text of types) {
    const elementType = tensorElementType(text);
    if (elementType === undefined) others.add(canonicalText(text));
    else tensors.add(elementType);
  }
  const allowed = { tensors, others };
  knownLists.set(types, allowed);
  return allowed;
}

function tensorElementType(text: string): ElementType | undefined {
  return text.startsWith('tensor(') ? elementTypeCode(text.slice('tensor('.length, -1)) : undefined;
}

/** The first value whose type the schema does not allow, or that differs from another of the same type variable. */
export function typeViolation(context: OperatorContext, check: TypeCheck): Localized | undefined {
  const bound: (TypeKey | undefined)[] = [];
  const { inputCount, outputCount } = context;
  for (let i = 0; i < inputCount; i++) {
    const violation = violationOf(check, check.inputs, i, context.type(i), bound, inputSide);
    if (violation !== undefined) return violation;
  }
  for (let i = 0; i < outputCount; i++) {
    const violation = violationOf(check, check.outputs, i, context.outputs[i], bound, outputSide);
    if (violation !== undefined) return violation;
  }
  return undefined;
}

/** Of a tensor its element type, else the type as schemas write it. */
type TypeKey = ElementType | string;

const inputSide: Localized = { en: 'input', zh: '输入' };
const outputSide: Localized = { en: 'output', zh: '输出' };

function violationOf(
  { isClosed }: TypeCheck,
  parameters: readonly TypeParameter[],
  index: number,
  type: ValueType | undefined,
  bound: (TypeKey | undefined)[],
  side: Localized,
): Localized | undefined {
  const last = parameters[parameters.length - 1];
  const typed = parameters[index] ?? (last?.parameter.option === 'variadic' ? last : undefined);
  const key = typeKey(type);
  if (typed === undefined || key === undefined) return undefined;
  const { allowed, variable } = typed;
  if (
    isClosed &&
    allowed !== undefined &&
    !(typeof key === 'number' ? allowed.tensors.has(key) : allowed.others.has(key))
  ) {
    return notAllowed(typed.parameter, index, key, side);
  }
  if (variable === undefined) return undefined;
  const before = bound[variable];
  if (before === undefined) bound[variable] = key;
  else if (before !== key) return notTheSame(typed.parameter, index, key, before, side);
  return undefined;
}

function notAllowed({ name, types }: Parameter, index: number, key: TypeKey, side: Localized): Localized {
  const allowed = shownTypes(types);
  return {
    en: `${side.en} ${index} (${name}) has type ${keyText(key)}; it takes ${allowed}`,
    zh: `第 ${index} 个${side.zh}（${name}）的类型为 ${keyText(key)}，算子只支持 ${allowed}`,
  };
}

function notTheSame(
  { name, type }: Parameter,
  index: number,
  key: TypeKey,
  before: TypeKey,
  side: Localized,
): Localized {
  return {
    en: `${side.en} ${index} (${name}) has type ${keyText(key)}, but ${type} is ${keyText(before)} elsewhere; cast one of them`,
    zh: `第 ${index} 个${side.zh}（${name}）的类型为 ${keyText(key)}，但类型变量 ${type} 在别处为 ${keyText(before)}，请先转换类型`,
  };
}

/** Runtimes make dense tensors of sparse ones. */
function typeKey(type: ValueType | undefined): TypeKey | undefined {
  if (type === undefined) return undefined;
  if (type.kind !== 'tensor' && type.kind !== 'sparse_tensor') return typeText(type);
  return type.elementType === 0 ? undefined : type.elementType;
}

/** Undefined where part of the type is unknown. */
function typeText(type: ValueType | undefined): string | undefined {
  if (type === undefined) return undefined;
  switch (type.kind) {
    case 'tensor':
    case 'sparse_tensor':
      return type.elementType === 0 ? undefined : keyText(type.elementType);
    case 'sequence':
      return wrapped('seq(', typeText(type.element));
    case 'optional':
      return wrapped('optional(', typeText(type.element));
    case 'map':
      return type.key === 0 ? undefined : wrapped(`map(${elementTypeName(type.key)},`, typeText(type.value));
    case 'opaque':
      return undefined;
  }
}

function wrapped(opening: string, inner: string | undefined): string | undefined {
  return inner === undefined ? undefined : canonicalText(`${opening}${inner})`);
}

function keyText(key: TypeKey): string {
  return typeof key === 'string' ? key : `tensor(${elementTypeName(key)})`;
}

/** Schemas write `map(int64, float)`, types have `map(int64, tensor(float))`. */
function canonicalText(text: string): string {
  return text.replaceAll(' ', '').replace(/^(.*map\(\w+,)tensor\((\w+)\)/, '$1$2');
}

const mostTypesShown = 8;

function shownTypes(types: readonly string[]): string {
  const rest = types.length > mostTypesShown ? ', …' : '';
  return `${types.slice(0, mostTypesShown).join(', ')}${rest}`;
}

/** Operators of which only the schema is known: outputs get the type of the inputs that share their type variable. */
export const schemaRules: OperatorRules = {
  infer(context) {
    for (let i = 0; i < context.outputCount; i++) context.setTensor(i, schemaElementType(context, i));
  },
};
