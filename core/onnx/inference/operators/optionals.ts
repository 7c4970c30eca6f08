import type { ValueType } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

const bool = 9;

/** An empty one of the type that the attribute says, or one that holds the input. */
function wrap(context: OperatorContext): void {
  const given = context.attribute('type');
  if (context.inputCount === 1) {
    context.setType(0, { kind: 'optional', element: context.type(0) });
    return;
  }
  if (given?.kind !== 'type_proto') contradict('needs an input or attribute type', '需要一个输入或属性 type');
  context.setType(0, { kind: 'optional', element: given.value });
}

function hasElement(context: OperatorContext): void {
  if (context.inputCount > 1 || (context.opset < 18 && context.inputCount !== 1)) {
    contradict(`has ${context.inputCount} inputs`, `有 ${context.inputCount} 个输入`);
  }
  context.setTensor(0, bool, []);
}

/** From version 18 on, what is not optional is passed on. */
function getElement(context: OperatorContext): void {
  const type = context.type(0);
  if (context.inputCount !== 1) contradict(`has ${context.inputCount} inputs`, `有 ${context.inputCount} 个输入`);
  if (type !== undefined && type.kind !== 'optional' && context.opset < 18) {
    contradict('its input is not optional', '输入不是 optional 类型');
  }
  const element: ValueType | undefined = type?.kind === 'optional' ? type.element : type;
  context.setType(0, element);
}

export const optionals: RuleTable = [
  ...sharedRule(['Optional'], wrap),
  ...sharedRule(['OptionalHasElement'], hasElement),
  ...sharedRule(['OptionalGetElement'], getElement),
];
