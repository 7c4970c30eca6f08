import { type ElementType, elementTypeCode } from '../../../model';
import { type OperatorSchema, type Parameter, runtimeSchemaOf } from '../../schemas';
import type { OperatorContext } from '../context';
import type { RuleTable } from './operator-rules';

/** The operator's schema: ONNX's, or where ONNX has none, ONNX Runtime's. */
function schemaOfOperator({ operator, opset }: OperatorContext): OperatorSchema | undefined {
  return runtimeSchemaOf(operator.domain, operator.opType, opset);
}

/**
 * The element type that the schema gives an output: the one type that it allows, or that of the first input whose type
 * is the same variable. 0 where neither tells.
 */
export function schemaElementType(context: OperatorContext, output: number): ElementType {
  const schema = schemaOfOperator(context);
  const parameter = schema && parameterAt(schema.outputs, output);
  if (schema === undefined || parameter === undefined) return 0;
  if (parameter.types.length === 1) return elementTypeOf(parameter.types[0]!);
  if (!parameter.homogeneous) return 0;
  for (let i = 0; i < context.inputCount; i++) {
    const input = parameterAt(schema.inputs, i);
    if (input?.type !== parameter.type || !input.homogeneous) continue;
    const elementType = context.elementType(i);
    if (elementType !== 0) return elementType;
  }
  return 0;
}

/** The parameter that stands for the value at `index`: the last one stands for all further ones where it is variadic. */
function parameterAt(parameters: readonly Parameter[], index: number): Parameter | undefined {
  const last = parameters.at(-1);
  return parameters[index] ?? (last?.option === 'variadic' ? last : undefined);
}

function elementTypeOf(type: string): ElementType {
  return elementTypeCode(/^tensor\((\w+)\)$/.exec(type)?.[1] ?? '') ?? 0;
}

/** Outputs that are the inputs of the same position, whatever their kind. */
export function passThrough(opTypes: readonly string[]): RuleTable {
  const infer = (context: OperatorContext): void => {
    for (let i = 0; i < context.inputCount; i++) context.setType(i, context.type(i));
  };
  return opTypes.map((opType) => [opType, { infer }] as const);
}
