import type { OperatorContext } from '../../context';
import { contradict } from '../../contradiction';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { float, int64, oneList, requiredLength, string, wrongList } from './lists';

function labelEncoder(context: OperatorContext): void {
  const suffixes = context.opset < 4 ? ['strings', 'int64s', 'floats'] : ['tensor', 'strings', 'int64s', 'floats'];
  const keys = oneList(
    context,
    suffixes.map((suffix) => `keys_${suffix}`),
  );
  const values = oneList(
    context,
    suffixes.map((suffix) => `values_${suffix}`),
  );
  const elementType = context.elementType(0);
  if (elementType !== 0 && elementType !== keys.type) {
    contradict('its keys have another type than its input', '键的类型与输入的类型不一致');
  }
  if (context.opset >= 4) {
    if (keys.length !== values.length) {
      contradict(
        `has ${keys.length} keys and ${values.length} values`,
        `有 ${keys.length} 个键，却有 ${values.length} 个值`,
      );
    }
    const fallback = context.tensorAttribute('default_tensor');
    if (fallback !== undefined && fallback.elementType !== 0) {
      if (fallback.elementType !== values.type || fallback.dims.length !== 1 || fallback.dims[0] !== 1) {
        wrongList('default_tensor');
      }
    }
  }
  context.setTensor(0, values.type, context.shape(0));
}

/** Strings to integers and back. */
function mapCategories(context: OperatorContext): void {
  const elementType = context.elementType(0);
  const mapped = elementType === string ? int64 : elementType === int64 ? string : 0;
  context.setTensor(0, mapped, context.shape(0));
}

function categoryMapper(context: OperatorContext): void {
  const numbers = requiredLength(context, 'cats_int64s');
  const names = requiredLength(context, 'cats_strings');
  if (numbers !== names) {
    contradict(`has ${numbers} numbers for ${names} strings`, `有 ${names} 个字符串类别，却有 ${numbers} 个整数`);
  }
  mapCategories(context);
}

function oneHotEncoder(context: OperatorContext): void {
  const { length } = oneList(context, ['cats_int64s', 'cats_strings']);
  const input = context.shape(0);
  context.setTensor(0, float, input && [...input, length ?? null]);
}

export const encoders: RuleTable = [
  ...sharedRule(['CategoryMapper'], categoryMapper),
  ...sharedRule(['LabelEncoder'], (context) => (context.opset < 2 ? mapCategories(context) : labelEncoder(context))),
  ...sharedRule(['OneHotEncoder'], oneHotEncoder),
];
