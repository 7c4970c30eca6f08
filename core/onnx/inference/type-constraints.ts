import { elementTypeName, type Localized, type ValueType } from '../../model';
import type { Parameter } from '../schemas';
import type { OperatorContext } from './context';
import type { OperatorRules } from './rules';
import { schemaElementType, schemaOfOperator } from './schema-types';

/** A type as schemas write it, without its shape: `seq(tensor(float))`. Undefined where part of it is unknown. */
function typeText(type: ValueType | undefined): string | undefined {
  if (type === undefined) return undefined;
  switch (type.kind) {
    case 'tensor':
      return type.elementType === 0 ? undefined : tensorText(type.elementType);
    case 'sparse_tensor':
      return type.elementType === 0 ? undefined : `sparse_tensor(${elementTypeName(type.elementType)})`;
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

const tensorTexts: string[] = [];

function tensorText(elementType: number): string {
  tensorTexts[elementType] ??= `tensor(${elementTypeName(elementType)})`;
  return tensorTexts[elementType];
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
    // Schemas write maps with and without a space.
    allowed = new Set(parameter.types.map((text) => text.replaceAll(' ', '')));
    allowedTypes.set(parameter.types, allowed);
  }
  return allowed.has(type) || allowed.has(type.replaceAll(' ', ''));
}

/** Reports values whose types the schema does not allow, or that differ though they share a type variable. */
export function checkSchema(context: OperatorContext, report: (message: Localized) => void): void {
  const schema = schemaOfOperator(context);
  if (schema === undefined) return;
  const bound = new Map<string, string>();
  const { inputs, outputs } = context.operator;
  for (let i = 0; i < inputs.length; i++) check(schema.inputs, i, context.type(i), bound, ['input', '输入'], report);
  for (let i = 0; i < outputs.length; i++) {
    check(schema.outputs, i, context.outputs[i], bound, ['output', '输出'], report);
  }
}

function check(
  parameters: readonly Parameter[],
  index: number,
  type: ValueType | undefined,
  bound: Map<string, string>,
  [side, zhSide]: readonly [string, string],
  report: (message: Localized) => void,
): void {
  const parameter = parameterAt(parameters, index);
  const text = typeText(type);
  if (parameter === undefined || text === undefined) return;
  if (!isAllowed(text, parameter)) {
    report({
      en: `${side} ${index} (${parameter.name}) has type ${text}, which the operator does not take`,
      zh: `第 ${index} 个${zhSide}（${parameter.name}）的类型为 ${text}，算子不支持该类型`,
    });
    return;
  }
  if (parameter.option === 'variadic' && !parameter.homogeneous) return;
  const before = bound.get(parameter.type);
  if (before === undefined) bound.set(parameter.type, text);
  else if (before !== text) {
    report({
      en: `${side} ${index} (${parameter.name}) has type ${text}, but ${parameter.type} is ${before} elsewhere`,
      zh: `第 ${index} 个${zhSide}（${parameter.name}）的类型为 ${text}，但类型变量 ${parameter.type} 在别处为 ${before}`,
    });
  }
}

/** Operators of which only the schema is known: outputs get the type of the inputs that share their type variable. */
export const schemaRules: OperatorRules = {
  infer(context) {
    for (let i = 0; i < context.outputCount; i++) context.setTensor(i, schemaElementType(context, i));
  },
};
