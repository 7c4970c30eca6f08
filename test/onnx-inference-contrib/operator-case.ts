import assert from 'node:assert/strict';
import { bytesSource, elementTypeCode, formatType, type Problem } from '../../core/model';
import { inferTypes, readModel } from '../../core/onnx';
import {
  type AttributeValue,
  float,
  floats,
  graph,
  model,
  node,
  type TensorMessage,
  tensor,
} from '../harness/onnx-builder';

/** A call of one operator. Constants are `{ type, elements }`; "" is a value that is left out. */
export interface OperatorCase {
  readonly op: string;
  readonly domain: string;
  readonly inputs: readonly (string | Constant)[];
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** The true types. */
  readonly outputs: readonly string[];
  /** Version of the standard domain. */
  readonly standard?: number;
  /** Version of the operator's domain. */
  readonly version?: number;
}

export interface Constant {
  readonly type: string;
  readonly elements: readonly number[];
}

export interface Found {
  readonly types: readonly string[];
  readonly problems: readonly Problem[];
}

/** What is inferred of the call. */
export function inferCase({ op, domain, inputs, attributes, outputs, standard, version }: OperatorCase): Found {
  const names = inputs.map((input, i) => (input === '' ? '' : `x${i}`));
  const results = outputs.map((output, i) => (output === '' ? '' : `y${i}`));
  const given: Record<string, string> = {};
  const initializers: Record<string, TensorMessage> = {};
  for (const [i, input] of inputs.entries()) {
    if (typeof input !== 'string') initializers[`x${i}`] = constantTensor(input);
    else if (input !== '') given[`x${i}`] = input;
  }
  const bytes = model(
    graph({
      inputs: given,
      initializers,
      nodes: [node(op, names, results, attributesOf(attributes), { domain })],
      outputs: Object.fromEntries(results.filter((name) => name !== '').map((name) => [name, undefined])),
    }),
    { opsets: { '': standard ?? 20, ...(domain !== '' && { [domain]: version ?? 1 }) } },
  );
  const read = readModel(bytesSource(bytes));
  assert.deepEqual(read.problems, []);
  const inference = inferTypes(read.model!);
  return {
    types: results.map((name) => (name === '' ? '' : formatType(inference.root!.typeOf(name)).replaceAll(', ', ','))),
    problems: inference.problems,
  };
}

function attributesOf(attributes: OperatorCase['attributes'] = {}): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, attributeOf(value)]));
}

/** `{ float: 1 }` and `{ floats: [1] }` where the number alone would be an integer; a tensor is a constant. */
function attributeOf(value: unknown): AttributeValue {
  const tagged = value as Partial<Constant> & { readonly float?: number; readonly floats?: readonly number[] };
  if (tagged.type !== undefined) return constantTensor(value as Constant);
  if (tagged.float !== undefined) return float(tagged.float);
  return tagged.floats === undefined ? (value as AttributeValue) : floats(tagged.floats);
}

/** How elements are stored in a tensor's field for its type: onnx.proto's comments on TensorProto. */
function constantTensor({ type, elements }: Constant): TensorMessage {
  const [, name, dims] = /^(\w+)(?:\[(.*)\])?$/.exec(type) as unknown as [string, string, string | undefined];
  const shape = dims === undefined ? [] : dims.split(',').map(Number);
  if (elements.length === 0) return tensor(name, shape);
  if (name === 'float') return tensor(name, shape, { floats: elements });
  const bits64 = elementTypeCode(name) === 7;
  return tensor(name, shape, bits64 ? { int64s: elements } : { int32s: elements });
}
