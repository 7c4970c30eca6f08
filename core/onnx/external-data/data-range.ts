import { elementBits, type Localized, type Tensor } from '../../model';

export interface RangeProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: Localized;
}

/** The keys that ONNX defines for external_data (docs/ExternalData.md), and `basepath`, which its Python tools set. */
const knownKeys: ReadonlySet<string> = new Set(['location', 'offset', 'length', 'checksum', 'basepath']);

/**
 * What is wrong with offset and length of a tensor's data: not decimal numbers, not enough for its shape, or beyond the
 * end of the file of `fileSize` bytes, where that is known. `name` is the tensor's, fit to be shown.
 */
export function rangeProblems(tensor: Tensor, fileSize: number | undefined, name: string): RangeProblem[] {
  const problems: RangeProblem[] = [];
  const entries = tensor.external!;
  const error = (code: string, en: string, zh: string) =>
    problems.push({ code, severity: 'error', message: { en: `Tensor ${name}: ${en}`, zh: `张量 ${name}：${zh}` } });
  const number = (key: 'offset' | 'length'): bigint | undefined => {
    const text = entries.get(key);
    if (text === undefined) return undefined;
    if (/^[0-9]{1,20}$/.test(text)) return BigInt(text);
    const shown = JSON.stringify(text.slice(0, 40));
    error(
      `bad-${key}`,
      `${key} ${shown} of its external data is not a decimal number of bytes.`,
      `外部数据的 ${key} ${shown} 不是十进制字节数。`,
    );
    return undefined;
  };
  const offset = number('offset');
  const length = number('length');
  const needed = bytesNeeded(tensor);
  if (length !== undefined && needed !== undefined && length !== needed) {
    const code = 'length-mismatch';
    const message = {
      en: `Tensor ${name}: its external data is ${length} bytes long, but its type and shape need ${needed}.`,
      zh: `张量 ${name}：外部数据长度为 ${length} 字节，而其类型和形状需要 ${needed} 字节。`,
    };
    problems.push({ code, severity: length < needed ? 'error' : 'warning', message });
  }
  if (fileSize !== undefined && !(entries.has('offset') && offset === undefined)) {
    const start = offset ?? 0n;
    const end = start + (length ?? needed ?? 0n);
    if (end > BigInt(fileSize)) {
      error(
        'past-end',
        `its external data ends at byte ${end}, but the file has ${fileSize} bytes.`,
        `外部数据结束于字节 ${end}，而文件只有 ${fileSize} 字节。`,
      );
    }
  }
  const unknown = [...entries.keys()].filter((key) => !knownKeys.has(key));
  if (unknown.length > 0) {
    const keys = JSON.stringify(unknown.slice(0, 8));
    const message = {
      en: `Tensor ${name}: its external data has keys that ONNX does not define: ${keys}.`,
      zh: `张量 ${name}：外部数据含有 ONNX 未定义的键：${keys}。`,
    };
    problems.push({ code: 'unknown-key', severity: 'warning', message });
  }
  return problems;
}

/** Undefined where the type has no fixed size, or a dimension is negative. */
function bytesNeeded({ elementType, dims }: Tensor): bigint | undefined {
  const bits = elementBits(elementType);
  if (bits === undefined || dims.length > 64 || dims.some((dim) => dim < 0)) return undefined;
  return (dims.reduce<bigint>((product, dim) => product * BigInt(dim), 1n) * BigInt(bits) + 7n) / 8n;
}
