import type { Graph, Operator } from '../../model';
import type { AttributeSchema, OperatorSchema, Parameter } from '../schemas';
import { attributeTypeNames, declaredType } from './check-attribute';
import { type Checking, quoted } from './checking';

type Subject = { readonly graph: Graph; readonly operator: Operator };

/** Numbers of outputs between the smallest and the largest that are not allowed either (ONNX's defs/nn). */
const outputCounts: ReadonlyMap<string, (since: number) => readonly number[]> = new Map([
  ['BatchNormalization', (since: number) => (since < 14 ? [1, 5] : [1, 3])],
]);

/** Operators that take attributes of any name: ONNX Runtime adds some to this one. */
const takesAnyAttribute: ReadonlySet<string> = new Set(['LayerNormalization']);

/** What onnx.checker asks of an operator by its schema: numbers of inputs and outputs, and attributes. */
export function checkAgainstSchema(checking: Checking, schema: OperatorSchema, subject: Subject): void {
  const { operator } = subject;
  const { inputCount, outputCount } = operator;
  const { minInputs, maxInputs, minOutputs, maxOutputs } = schema;
  const what = `${schema.name}-${schema.since}`;
  if (isOutside(inputCount, minInputs, maxInputs)) {
    const range = rangeText(minInputs, maxInputs);
    checking.error(
      'input-count',
      {
        en: `${what} takes ${range} inputs; this operator has ${inputCount}.`,
        zh: `${what} 需要 ${range} 个输入，该算子有 ${inputCount} 个。`,
      },
      subject,
    );
  }
  const allowed = outputCounts.get(schema.name)?.(schema.since);
  const isForbidden = allowed !== undefined && !allowed.includes(outputCount);
  if (isOutside(outputCount, minOutputs, maxOutputs) || isForbidden) {
    const range = allowed?.join(' / ') ?? rangeText(minOutputs, maxOutputs);
    checking.error(
      'output-count',
      {
        en: `${what} has ${range} outputs; this operator has ${outputCount}.`,
        zh: `${what} 有 ${range} 个输出，该算子有 ${outputCount} 个。`,
      },
      subject,
    );
  }
  checkNames(checking, what, schema.inputs, 'input', subject);
  checkNames(checking, what, schema.outputs, 'output', subject);
  checkAttributes(checking, what, schema, subject);
}

function isOutside(count: number, least: number, most: number | undefined): boolean {
  return count < least || (most !== undefined && count > most);
}

function rangeText(least: number, most: number | undefined): string {
  if (most === undefined) return `>= ${least}`;
  return least === most ? `${least}` : `${least}-${most}`;
}

/** A required value must not be left out with an empty name. */
function checkNames(
  checking: Checking,
  what: string,
  parameters: readonly Parameter[],
  role: 'input' | 'output',
  subject: Subject,
): void {
  const { operator } = subject;
  const roleZh = role === 'input' ? '输入' : '输出';
  const count = role === 'input' ? operator.inputCount : operator.outputCount;
  for (let index = 0; index < Math.min(count, parameters.length); index += 1) {
    const value = role === 'input' ? operator.inputId(index) : operator.outputId(index);
    if (value !== 0 || parameters[index]!.option !== 'single') continue;
    const { name } = parameters[index]!;
    checking.error(
      `missing-${role}`,
      {
        en: `${what} requires its ${role} ${index} (${name}), which is left out here.`,
        zh: `${what} 的${roleZh} ${index}（${name}）是必需的，此处被省略。`,
      },
      subject,
    );
  }
}

function checkAttributes(checking: Checking, what: string, schema: OperatorSchema, subject: Subject): void {
  const seen = new Set<string>();
  for (const attribute of subject.operator.attributes) {
    seen.add(attribute.name);
    const expected = schema.attributes.get(attribute.name);
    if (expected === undefined) {
      // Names with two underscores are a runtime's own.
      if (attribute.name.startsWith('__') || takesAnyAttribute.has(schema.name)) continue;
      checking.error(
        'unknown-attribute',
        {
          en: `${what} has no attribute ${quoted(attribute.name)}.`,
          zh: `${what} 没有属性 ${quoted(attribute.name)}。`,
        },
        subject,
      );
      continue;
    }
    checkAttributeType(checking, what, expected, declaredType(attribute), subject);
    const lacksValue = attribute.value.kind === 'undefined' && attribute.written?.fields.length === 0;
    if (lacksValue && declaredType(attribute) === typeCode(expected)) {
      checking.error(
        'attribute-without-value',
        {
          en: `Attribute ${quoted(attribute.name)} has no value.`,
          zh: `属性 ${quoted(attribute.name)} 没有值。`,
        },
        subject,
      );
    }
  }
  for (const { name, required } of schema.attributes.values()) {
    if (!required || seen.has(name)) continue;
    checking.error(
      'missing-attribute',
      { en: `${what} requires the attribute ${name}, which is missing.`, zh: `${what} 缺少必需的属性 ${name}。` },
      subject,
    );
  }
}

function typeCode({ type }: AttributeSchema): number {
  return attributeTypeNames.indexOf(type.toUpperCase() as 'INT');
}

function checkAttributeType(
  checking: Checking,
  what: string,
  expected: AttributeSchema,
  declared: number,
  subject: Subject,
): void {
  if (declared === typeCode(expected)) return;
  checking.error(
    'attribute-type',
    {
      en: `Attribute ${expected.name} of ${what} is of type ${expected.type.toUpperCase()}; here it is ${attributeTypeNames[declared]}.`,
      zh: `${what} 的属性 ${expected.name} 类型应为 ${expected.type.toUpperCase()}，此处为 ${attributeTypeNames[declared]}。`,
    },
    subject,
  );
}
