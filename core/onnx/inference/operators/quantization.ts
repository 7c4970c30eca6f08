import { elementTypeName } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { type RuleTable, sharedRule } from '../rules/operator-rules';

const float = 1;
const uint8 = 2;

function quantize(context: OperatorContext): void {
  const requested = context.opset >= 21 ? (context.number('output_dtype') ?? 0) : 0;
  const zeroPoint = context.elementType(2);
  if (requested !== 0 && zeroPoint !== 0 && requested !== zeroPoint) {
    contradict(
      `output_dtype ${elementTypeName(requested)} is not the zero point's ${elementTypeName(zeroPoint)}`,
      `output_dtype 为 ${elementTypeName(requested)}，与零点的类型 ${elementTypeName(zeroPoint)} 不一致`,
    );
  }
  const otherwise = context.hasInput(2) ? 0 : uint8;
  context.setTensor(0, zeroPoint || requested || otherwise, context.shape(0));
}

function dequantize(context: OperatorContext): void {
  const requested = context.opset >= 23 ? (context.number('output_dtype') ?? 0) : 0;
  context.setTensor(0, requested || (context.opset < 19 ? float : context.elementType(1)), context.shape(0));
}

function quantizeDynamically(context: OperatorContext): void {
  context.setTensor(0, uint8, context.shape(0));
  context.setTensor(1, float, []);
  context.setTensor(2, uint8, []);
}

export const quantization: RuleTable = [
  ...sharedRule(['QuantizeLinear'], quantize),
  ...sharedRule(['DequantizeLinear'], dequantize),
  ...sharedRule(['DynamicQuantizeLinear'], quantizeDynamically),
];
