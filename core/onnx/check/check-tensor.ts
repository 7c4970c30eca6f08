import { elementBits, elementTypeName, type Integer, type Tensor } from '../../model';
import { type Checking, quoted, type Subject } from './checking';
import { highestRank } from './sound-tensor';

const string = 8;
const complex64 = 14;
const complex128 = 15;
const largestInt64 = (1n << 63n) - 1n;

/**
 * What onnx.checker asks of a TensorProto: a type, one payload field, the one for the type, with enough in it. Payloads
 * in other files are the business of {@link checkExternalData}.
 */
export function checkTensor(checking: Checking, tensor: Tensor, subject: Subject = tensor): void {
  const { elementType } = tensor;
  if (elementType === 0) {
    checking.error(
      'tensor-without-type',
      {
        en: `Tensor ${quoted(tensor.name)} has no element type (data_type).`,
        zh: `张量 ${quoted(tensor.name)} 没有元素类型（data_type）。`,
      },
      subject,
    );
    return;
  }
  if (tensor.dims.length > highestRank) {
    checking.warning(
      'huge-rank',
      {
        en: `Tensor ${quoted(tensor.name)} has ${tensor.dims.length} dimensions; no runtime takes it.`,
        zh: `张量 ${quoted(tensor.name)} 有 ${tensor.dims.length} 个维度，没有任何运行时能够处理。`,
      },
      subject,
    );
  }
  if (tensor.external !== undefined) checkExternalTensor(checking, tensor, subject);
  else checkPayload(checking, tensor, subject);
}

function checkExternalTensor(checking: Checking, tensor: Tensor, subject: Subject): void {
  if (tensor.payload !== undefined) {
    const fields = tensor.payload.map(({ field }) => field).join(', ');
    checking.error(
      'external-tensor-with-data',
      {
        en: `Tensor ${quoted(tensor.name)} is stored in another file, and has data in the model as well (${fields}). Remove one of the two.`,
        zh: `张量 ${quoted(tensor.name)} 声明存储在外部文件中，但模型内部也有数据（${fields}）。请删除其中之一。`,
      },
      subject,
    );
  }
  if (!tensor.external!.has('location')) {
    checking.error(
      'external-tensor-without-location',
      {
        en: `Tensor ${quoted(tensor.name)} is stored in another file, but has no location: its data cannot be found.`,
        zh: `张量 ${quoted(tensor.name)} 声明存储在外部文件中，但没有 location：无法找到其数据。`,
      },
      subject,
    );
  }
}

function checkPayload(checking: Checking, tensor: Tensor, subject: Subject): void {
  const count = checkedElementCount(checking, tensor, subject);
  if (count === undefined) return;
  const payload = tensor.payload ?? [];
  if (count === 0n && payload.length > 0) {
    checking.error(
      'empty-tensor-with-data',
      {
        en: `Tensor ${quoted(tensor.name)} has a dimension of 0, so no elements, but contains data.`,
        zh: `张量 ${quoted(tensor.name)} 含有为 0 的维度，没有元素，却包含数据。`,
      },
      subject,
    );
  }
  if (count !== 0n && payload.length !== 1) {
    const fields = payload.map(({ field }) => field).join(', ') || '-';
    checking.error(
      'tensor-payload-fields',
      {
        en: `Tensor ${quoted(tensor.name)} must have its ${count} elements in exactly one field; it has ${payload.length} (${fields}).`,
        zh: `张量 ${quoted(tensor.name)} 的 ${count} 个元素必须恰好存放在一个字段中；实际有 ${payload.length} 个（${fields}）。`,
      },
      subject,
    );
    if (payload.length === 0) return;
  }
  for (const { field, count: values, bytes } of payload) {
    if (field === 'raw_data') checkRaw(checking, tensor, bytes, count, subject);
    else checkTyped(checking, tensor, field, values ?? bytes, count, subject);
  }
}

/** Undefined, and reported, where there is none. */
function checkedElementCount(checking: Checking, tensor: Tensor, subject: Subject): bigint | undefined {
  let count = 1n;
  for (const dim of tensor.dims) {
    if (dim < 0) {
      checking.error(
        'negative-dimension',
        {
          en: `Tensor ${quoted(tensor.name)} has the dimension ${dim}.`,
          zh: `张量 ${quoted(tensor.name)} 的维度为负数：${dim}。`,
        },
        subject,
      );
      return undefined;
    }
    count *= BigInt(dim);
    if (count > largestInt64) {
      checking.error(
        'dimensions-overflow',
        {
          en: `Tensor ${quoted(tensor.name)}: the product of its dimensions exceeds 64 bits.`,
          zh: `张量 ${quoted(tensor.name)} 各维度的乘积超出 64 位整数范围。`,
        },
        subject,
      );
      return undefined;
    }
  }
  return count;
}

function checkRaw(checking: Checking, tensor: Tensor, bytes: number, count: bigint, subject: Subject): void {
  if (tensor.elementType === string) {
    checking.error(
      'string-tensor-in-raw-data',
      {
        en: `Tensor ${quoted(tensor.name)} of strings is stored in raw_data; strings belong in string_data.`,
        zh: `字符串张量 ${quoted(tensor.name)} 存放在 raw_data 中；字符串应存放在 string_data 中。`,
      },
      subject,
    );
    return;
  }
  const bits = elementBits(tensor.elementType);
  if (bits === undefined) return;
  const needed = (count * BigInt(bits) + 7n) / 8n;
  if (BigInt(bytes) < needed) {
    checking.error(
      'tensor-data-too-short',
      {
        en: `Tensor ${quoted(tensor.name)}: raw_data has ${bytes} bytes, but ${shapeText(tensor)} needs ${needed}.`,
        zh: `张量 ${quoted(tensor.name)}：raw_data 只有 ${bytes} 字节，而 ${shapeText(tensor)} 需要 ${needed} 字节。`,
      },
      subject,
    );
  }
}

/** `values` is the number of values in the field, or where that is not known, the most that its bytes can hold. */
function checkTyped(
  checking: Checking,
  tensor: Tensor,
  field: string,
  values: number,
  count: bigint,
  subject: Subject,
): void {
  const expected = typedFieldOf(tensor.elementType);
  if (expected === undefined) {
    checking.error(
      'unknown-element-type',
      {
        en: `Tensor ${quoted(tensor.name)} has the element type ${tensor.elementType}, which ONNX does not define.`,
        zh: `张量 ${quoted(tensor.name)} 的元素类型为 ${tensor.elementType}，ONNX 未定义该类型。`,
      },
      subject,
    );
    return;
  }
  if (count === 0n) return;
  if (field !== expected) {
    checking.error(
      'tensor-in-wrong-field',
      {
        en: `Tensor ${quoted(tensor.name)}: elements of type ${elementTypeName(tensor.elementType)} belong in ${expected}, not in ${field}.`,
        zh: `张量 ${quoted(tensor.name)}：${elementTypeName(tensor.elementType)} 类型的元素应存放在 ${expected} 中，而不是 ${field}。`,
      },
      subject,
    );
    return;
  }
  const needed = valuesNeeded(tensor.elementType, count);
  if (BigInt(values) < needed) {
    checking.error(
      'tensor-data-too-short',
      {
        en: `Tensor ${quoted(tensor.name)}: ${field} has ${values} values, but ${shapeText(tensor)} needs ${needed}.`,
        zh: `张量 ${quoted(tensor.name)}：${field} 只有 ${values} 个值，而 ${shapeText(tensor)} 需要 ${needed} 个。`,
      },
      subject,
    );
  }
}

/** Complex numbers take two values each; elements of 4 and 2 bits are packed, at most a 32-bit word full. */
function valuesNeeded(elementType: number, count: bigint): bigint {
  if (elementType === complex64 || elementType === complex128) return count * 2n;
  const bits = elementBits(elementType) ?? 8;
  return bits < 6 ? (count * BigInt(bits) + 31n) / 32n : count;
}

function typedFieldOf(elementType: number): string | undefined {
  switch (elementType) {
    case 1:
    case complex64:
      return 'float_data';
    case 7:
      return 'int64_data';
    case string:
      return 'string_data';
    case 11:
    case complex128:
      return 'double_data';
    case 12:
    case 13:
      return 'uint64_data';
    default:
      return elementBits(elementType) === undefined ? undefined : 'int32_data';
  }
}

function shapeText({ elementType, dims }: Tensor): string {
  const shown: readonly Integer[] = dims.slice(0, 16);
  return `${elementTypeName(elementType)}[${shown.join(',')}${dims.length > shown.length ? ',…' : ''}]`;
}
