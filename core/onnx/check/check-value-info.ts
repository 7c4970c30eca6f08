import { type ElementType, elementTypeName, type ValueInfo, type ValueType } from '../../model';
import { type Checking, quoted } from './checking';

/** What onnx.checker asks of an input or output: a name and, in the model's own graph, a complete type. */
export function checkValueInfo(
  checking: Checking,
  value: ValueInfo,
  role: 'input' | 'output',
  isMainGraph: boolean,
): void {
  const roleZh = role === 'input' ? '输入' : '输出';
  if (value.name === '') {
    checking.error(
      'value-without-name',
      { en: `An ${role} of the graph has no name.`, zh: `计算图有一个${roleZh}没有名称。` },
      value,
    );
  }
  if (!isMainGraph) return;
  const name = quoted(value.name);
  if (value.lacks !== undefined) {
    const fields = value.lacks.join(', ');
    checking.error(
      'incomplete-type',
      {
        en: `The type of graph ${role} ${name} lacks ${fields}: the model's own inputs and outputs must say it (a shape of unknown dimensions will do).`,
        zh: `计算图${roleZh} ${name} 的类型缺少 ${fields}：模型的输入和输出必须给出（维度可以未知）。`,
      },
      value,
    );
  }
  checkType(checking, value);
}

/** What onnx.checker lets pass although nobody can run it. */
export function checkType(checking: Checking, value: ValueInfo): void {
  const name = quoted(value.name);
  const { type } = value;
  const unknown = elementTypesOf(type).find((code) => code !== 0 && elementTypeName(code).startsWith('unknown'));
  if (unknown !== undefined) {
    checking.warning(
      'unknown-element-type',
      {
        en: `Value ${name} has the element type ${unknown}, which ONNX does not define.`,
        zh: `值 ${name} 的元素类型为 ${unknown}，ONNX 未定义该类型。`,
      },
      value,
    );
  }
  const shape = type?.kind === 'tensor' ? type.shape : undefined;
  const negative = shape?.find((dim) => dim !== null && typeof dim !== 'string' && dim < 0);
  if (negative !== undefined) {
    checking.warning(
      'negative-dimension',
      {
        en: `Value ${name} has the dimension ${negative}. An unknown dimension is written as a symbol or left out.`,
        zh: `值 ${name} 含有维度 ${negative}。未知维度应写成符号或留空。`,
      },
      value,
    );
  }
}

function elementTypesOf(type: ValueType | undefined): ElementType[] {
  const codes: ElementType[] = [];
  for (let part = type; part !== undefined; ) {
    if (part.kind === 'tensor' || part.kind === 'sparse_tensor') codes.push(part.elementType);
    if (part.kind === 'map') codes.push(part.key);
    part =
      part.kind === 'map'
        ? part.value
        : part.kind === 'sequence' || part.kind === 'optional'
          ? part.element
          : undefined;
  }
  return codes;
}
