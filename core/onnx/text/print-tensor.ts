import {
  elementBits,
  elementTypeName,
  formatType,
  type Integer,
  type SparseTensor,
  type Tensor,
  tensor as tensorType,
} from '../../model';
import { bfloat16, float16, smallFloat } from '../reader/small-floats';
import { bitsOfFloat } from './float-bits';
import { formatValueName, quoted } from './names';
import { formatBytes, formatDouble, formatFloat } from './numbers';

/** A text, and what is said about it in a comment behind it. */
export interface Commented {
  readonly text: string;
  readonly comment: string;
}

/** Payloads of more elements are left out: `{}`. */
export const mostElements = 16;

/** Floats whose bits the syntax writes are shown as numbers in a comment, where they are few. */
const mostShownFloats = 4;

/** `float[2] name {1, 2}`, as an attribute's value. */
export function formatTensor(tensor: Tensor): string {
  const name = tensor.name === '' ? '' : ` ${formatValueName(tensor.name)}`;
  return `${formatTensorType(tensor)}${name} ${formatPayload(tensor)}`;
}

/** `float[2] name = {1, 2}`, as an initializer. */
export function formatInitializer(tensor: Tensor): Commented {
  const text = `${formatTensorType(tensor)} ${formatValueName(tensor.name)} = ${formatPayload(tensor)}`;
  return { text, comment: payloadComment(tensor) };
}

/** `sparse_tensor(float[4]) name = {float[1] {2}, int64[1] {3}}`: ONNX's own syntax has no words for the data. */
export function formatSparseInitializer({ values, indices, dims }: SparseTensor): Commented {
  const name = formatValueName(values.name);
  const data = `{${formatTensor({ ...values, name: '' })}, ${formatTensor(indices)}}`;
  return { text: `${formatSparseType(values, dims)} ${name} = ${data}`, comment: payloadComment(values) };
}

/** `sparse_tensor(float[4]) {float[1] {2}, int64[1] {3}}`, as an attribute's value. */
export function formatSparseTensor({ values, indices, dims }: SparseTensor): string {
  return `${formatSparseType(values, dims)} {${formatTensor(values)}, ${formatTensor(indices)}}`;
}

function formatTensorType({ elementType, dims }: Tensor): string {
  return dims.length === 0 ? elementTypeName(elementType) : `${elementTypeName(elementType)}[${dims.join(',')}]`;
}

function formatSparseType({ elementType }: Tensor, dims: readonly Integer[]): string {
  return formatType({ ...tensorType(elementType, dims), kind: 'sparse_tensor' });
}

function formatPayload(tensor: Tensor): string {
  if (tensor.external !== undefined) {
    const entries = [...tensor.external].map(([key, value]) => `${quoted(key)}: ${quoted(value)}`);
    return `[${entries.join(', ')}]`;
  }
  const elements = shownElements(tensor);
  return elements === undefined ? '{}' : `{${elements.join(', ')}}`;
}

/** The elements as the syntax writes them; undefined where they are not known or too many. */
function shownElements({ elements, elementType }: Tensor): string[] | undefined {
  if (elements === undefined || elements.length > mostElements) return undefined;
  const format = elementFormat(elementType);
  const texts = elements.map(format);
  return texts.includes(undefined) ? undefined : (texts as string[]);
}

function elementFormat(elementType: number): (element: Integer | string) => string | undefined {
  const type = elementTypeName(elementType);
  if (type === 'float') return (element) => formatFloat(Number(element));
  if (type === 'double') return (element) => formatDouble(Number(element));
  if (type === 'string') return (element) => quoted(String(element));
  const decode = floatOfBits(elementType);
  if (decode === undefined) return String;
  const bits = elementBits(elementType)!;
  return (element) => bitsOfFloat(Number(element), bits, decode)?.toString();
}

/** What the syntax writes as the integer of its bits. */
function floatOfBits(elementType: number): ((bits: number) => number) | undefined {
  const type = elementTypeName(elementType);
  if (type === 'float16') return float16;
  return type === 'bfloat16' ? bfloat16 : smallFloat(elementType);
}

function payloadComment(tensor: Tensor): string {
  if (tensor.external !== undefined) return '';
  const elements = shownElements(tensor);
  if (elements === undefined) return tensor.payloadBytes === 0 ? '' : formatBytes(tensor.payloadBytes);
  if (floatOfBits(tensor.elementType) === undefined || elements.length > mostShownFloats) return '';
  return (tensor.elements as readonly number[]).map(formatFloat).join(', ');
}
