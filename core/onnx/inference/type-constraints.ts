import { allElementTypes, elementTypeName, type Localized, type ValueType } from '../../model';
import { latestOpset, type Parameter } from '../schemas';
import type { OperatorContext } from './context';
import type { OperatorRules } from './rules';
import { schemaElementType, schemaOfOperator } from './schema-types';

/** A type as schemas write it, without its shape: `seq(tensor(float))`. Undefined where part of it is unknown. */
function typeText(type: ValueType | undefined): string | undefined {
  if (type === undefined) return undefined;
  switch (type.kind) {
    // Runtimes make dense tensors of the file's sparse ones.
    case 'tensor':
    case 'sparse_tensor':
      return type.elementType === 0 ? undefined : tensorText(type.elementType);
    case 'sequence':
      return wrapped('seq', typeText(type.element));
    case 'optional':
      return wrapped('optional', typeText(type.element));
    case 'map':
      return type.key === 0 ? undefined : wrapped(`map(${elementTypeName(type.key)}, `, typeText(type.value), '');
    case 'opaque':
      return undefined;
  }
}

function wrapped(name: string, inner: string | undefined, opening = '('): string | undefined {
  return inner === undefined ? undefined : `${name}${opening}${inner})`;
}

const tensorTexts = new Map<number, string>();

function tensorText(elementType: number): string {
  let text = tensorTexts.get(elementType);
  if (text === undefined) {
    text = `tensor(${elementTypeName(elementType)})`;
    // Files may have any code: only those that ONNX defines are worth keeping.
    if (allElementTypes.includes(elementType)) tensorTexts.set(elementType, text);
  }
  return text;
}

/** The parameter that a value belongs to: the last one takes all that follow, where it is variadic. */
function parameterAt(parameters: readonly Parameter[], index: number): Parameter | undefined {
  const last = parameters.at(-1);
  return parameters[index] ?? (last?.option === 'variadic' ? last : undefined);
}

const allowedTypes = new WeakMap<readonly string[], ReadonlySet<string>>();

function isAllowed(type: string, parameter: Parameter): boolean {
  if (parameter.types.length === 0) return true;
  let allowed = allowedTypes.get(parameter.types);
  if (allowed === undefined) {
    allowed = new Set(parameter.types.map(canonicalText));
    allowedTypes.set(parameter.types, allowed);
  }
  return allowed.has(type) || allowed.has(canonicalText(type));
}

/** Schemas write `map(int64, float)`, types have `map(int64, tensor(float))`. */
function canonicalText(text: string): string {
  return text.replaceAll(' ', '').replace(/^(.*map\(\w+,)tensor\((\w+)\)/, '$1$2');
}

/**
 * The first value whose type the schema does not allow, or that differs from another of the same type variable. ONNX
 * Runtime lets its own operators take more types from release to release, without another version, and the latest version
 * of ONNX may still be growing: of these only differences count.
 */
export function schemaViolation(context: OperatorContext): Localized | undefined {
  const schema = schemaOfOperator(context);
  if (schema === undefined) return undefined;
  const bound = new Map<string, string>();
  const { inputs, outputs } = context.operator;
  const isClosed = schema.origin === 'onnx' && context.opset < (latestOpset(schema.domain) ?? 0);
  for (let i = 0; i < inputs.length; i++) {
    const violation = violationOf(schema.inputs, i, context.type(i), isClosed, bound, ['input', '输入']);
    if (violation !== undefined) return violation;
  }
  for (let i = 0; i < outputs.length; i++) {
    const violation = violationOf(schema.outputs, i, context.outputs[i], isClosed, bound, ['output', '输出']);
    if (violation !== undefined) return violation;
  }
  return undefined;
}

function violationOf(
  parameters: readonly Parameter[],
  index: number,
  type: ValueType | undefined,
  isClosed: boolean,
  bound: Map<string, string>,
  [side, zhSide]: readonly [string, string],
): Localized | undefined {
  const parameter = parameterAt(parameters, index);
  const text = typeText(type);
  if (parameter === undefined || text === undefined) return undefined;
  if (isClosed && !isAllowed(text, parameter)) {
    const allowed = shownTypes(parameter.types);
    return {
      en: `${side} ${index} (${parameter.name}) has type ${text}; it takes ${allowed}`,
      zh: `第 ${index} 个${zhSide}（${parameter.name}）的类型为 ${text}，算子只支持 ${allowed}`,
    };
  }
  if (parameter.option === 'variadic' && !parameter.homogeneous) return undefined;
  const before = bound.get(parameter.type);
  if (before === undefined) bound.set(parameter.type, text);
  else if (before !== text) {
    return {
      en: `${side} ${index} (${parameter.name}) has type ${text}, but ${parameter.type} is ${before} elsewhere; cast one of them`,
      zh: `第 ${index} 个${zhSide}（${parameter.name}）的类型为 ${text}，但类型变量 ${parameter.type} 在别处为 ${before}，请先转换类型`,
    };
  }
  return undefined;
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
