import type { ByteSource, Localized, Problem } from '../../model';

/** One tensor of a .safetensors file, as its header describes it. */
export interface StoredTensor {
  readonly name: string;
  /** `BF16`, `F8_E4M3`, `I32`, ... */
  readonly type: string;
  readonly shape: readonly number[];
  readonly bytes: number;
}

export interface SafetensorsHeader {
  readonly tensors: readonly StoredTensor[];
  readonly problems: readonly Problem[];
}

/** The format itself allows 100 MB (safetensors, MAX_HEADER_SIZE); a model of 100,000 tensors has some 15 MB. */
const longestHeader = 32 << 20;

/** Bits of an element (safetensors/src/tensor.rs, Dtype). */
const elementBits: ReadonlyMap<string, number> = new Map([
  ['BOOL', 8],
  ['U8', 8],
  ['I8', 8],
  ['F8_E5M2', 8],
  ['F8_E4M3', 8],
  ['F8_E8M0', 8],
  ['F8_E4M3FNUZ', 8],
  ['F8_E5M2FNUZ', 8],
  ['I16', 16],
  ['U16', 16],
  ['F16', 16],
  ['BF16', 16],
  ['I32', 32],
  ['U32', 32],
  ['F32', 32],
  ['F64', 64],
  ['I64', 64],
  ['U64', 64],
  ['C64', 64],
  ['F4', 4],
  ['F6_E2M3', 6],
  ['F6_E3M2', 6],
]);

/**
 * The header of a .safetensors file: 8 bytes of length (little endian) and JSON. The weights behind it are never read;
 * a length or an offset that the file does not hold is a problem with its place.
 */
export function readSafetensorsHeader(source: ByteSource): SafetensorsHeader {
  const refuse = (message: Localized, byteOffset = 0): SafetensorsHeader => ({
    tensors: [],
    problems: [{ code: 'safetensors/header', severity: 'error', message, byteOffset }],
  });
  if (source.size < 8) return refuse(tooShort);
  const first = source.read(0, 8);
  const length = new DataView(first.buffer, first.byteOffset, first.byteLength).getBigUint64(0, true);
  if (length > BigInt(source.size - 8)) return refuse(beyondFile(length));
  if (length > BigInt(longestHeader)) return refuse(tooLong(length));
  const header = parseHeader(new TextDecoder().decode(source.read(8, Number(length))));
  if (header === undefined) return refuse(noObject, 8);
  const dataBytes = source.size - 8 - Number(length);
  const tensors: StoredTensor[] = [];
  const problems: Problem[] = [];
  for (const [name, described] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const tensor = tensorOf(name, described, dataBytes);
    if (tensor !== undefined) tensors.push(tensor);
    else if (problems.length === 0) {
      problems.push({ code: 'safetensors/tensor', severity: 'error', message: wrongTensor(name), byteOffset: 8 });
    }
  }
  return { tensors, problems };
}

function parseHeader(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined where type, shape and place do not agree, or the place is not in the file. */
function tensorOf(name: string, described: unknown, dataBytes: number): StoredTensor | undefined {
  if (!isObject(described)) return undefined;
  const { dtype: type, shape, data_offsets: offsets } = described;
  if (typeof type !== 'string' || !isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) return undefined;
  const [start, end] = offsets as [number, number];
  const bytes = end - start;
  if (bytes < 0 || end > dataBytes) return undefined;
  const bits = elementBits.get(type);
  const elements = shape.reduce((product, length) => product * length, 1);
  // A type of a later version is taken at its word.
  if (bits !== undefined && Math.ceil((elements * bits) / 8) !== bytes) return undefined;
  return { name, type, shape, bytes };
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

const tooShort: Localized = {
  en: 'A .safetensors file begins with 8 bytes that say how long its header is; this one is shorter.',
  zh: '.safetensors 文件以 8 字节的头部长度开头，而该文件不足 8 字节。',
};
const beyondFile = (length: bigint): Localized => ({
  en: `The header is said to have ${length} bytes, more than the file: it is cut, or no .safetensors file.`,
  zh: `文件头声明的长度为 ${length} 字节，超出文件大小：文件被截断，或不是 .safetensors 文件。`,
});
const tooLong = (length: bigint): Localized => ({
  en: `The header has ${length} bytes; more than ${longestHeader} are not read.`,
  zh: `文件头长 ${length} 字节，超过上限 ${longestHeader}，不予读取。`,
});
const noObject: Localized = {
  en: 'The header of the .safetensors file is no JSON object.',
  zh: '.safetensors 的文件头不是 JSON 对象。',
};
const wrongTensor = (name: string): Localized => ({
  en: `The header describes the tensor ${JSON.stringify(name.slice(0, 200))} in a way that its type, shape and place do not agree on.`,
  zh: `文件头中张量 ${JSON.stringify(name.slice(0, 200))} 的类型、形状与位置不一致。`,
});
