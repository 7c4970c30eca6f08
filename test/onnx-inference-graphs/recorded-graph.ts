import assert from 'node:assert/strict';
import { bytesSource, type Dimension, formatType, type Problem, type Shape } from '../../core/model';
import { inferTypes, readModel } from '../../core/onnx';
import {
  type AttributeValue,
  float,
  graph,
  ints,
  model,
  node,
  type TensorMessage,
  tensor,
} from '../harness/onnx-builder';

/** A graph that ONNX Runtime ran: scripts/fixtures/random_graphs.py. */
export interface RecordedGraph {
  readonly opset: number;
  readonly inputs: readonly string[];
  /** Elements of constants; none: zeros. */
  readonly constants: Readonly<Record<string, readonly number[]>>;
  readonly nodes: readonly (readonly [
    op: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Readonly<Record<string, unknown>>,
  ])[];
  /** The true type of every value. */
  readonly types: Readonly<Record<string, string>>;
}

export interface InferredGraph {
  readonly problems: readonly Problem[];
  /** Element type and shape of a value. */
  typeOf(value: string): { readonly elementType: string; readonly shape: Shape };
}

/** What is inferred where the inputs are declared as `declare` says. */
export function inferRecorded(
  recorded: RecordedGraph,
  declare: (type: string, input: number) => string,
): InferredGraph {
  const bytes = model(
    graph({
      inputs: Object.fromEntries(recorded.inputs.map((name, i) => [name, declare(recorded.types[name]!, i)])),
      initializers: Object.fromEntries(
        Object.entries(recorded.constants).map(([name, elements]) => [name, constant(recorded.types[name]!, elements)]),
      ),
      nodes: recorded.nodes.map(([op, inputs, outputs, attributes]) => node(op, inputs, outputs, given(attributes))),
    }),
    { opsets: { '': recorded.opset }, irVersion: 8 },
  );
  const { model: read, problems } = readModel(bytesSource(bytes));
  assert.deepEqual(problems, []);
  const inference = inferTypes(read!);
  return {
    problems: inference.problems,
    typeOf(value) {
      const type = inference.root!.typeOf(value);
      if (type?.kind !== 'tensor') return { elementType: 'undefined', shape: undefined };
      return { elementType: formatType({ ...type, shape: [] }), shape: type.shape };
    },
  };
}

export function elementTypeOf(type: string): string {
  return type.replace(/\[.*/, '');
}

export function dimensionsOf(type: string): readonly Dimension[] {
  const dims = /\[(.+)\]/.exec(type)?.[1];
  return dims === undefined ? [] : dims.split(',').map(Number);
}

function constant(type: string, elements: readonly number[]): TensorMessage {
  const [name, dims] = [elementTypeOf(type), dimensionsOf(type) as number[]];
  if (elements.length === 0) return tensor(name, dims, { floats: new Array(dims.reduce((a, b) => a * b, 1)).fill(0) });
  return tensor(name, dims, name === 'float' ? { floats: elements } : { int64s: elements.map(wholeNumber) });
}

/** JSON rounds 2^63 - 1. */
function wholeNumber(element: number): number | bigint {
  return element === 2 ** 63 ? 2n ** 63n - 1n : element;
}

function given(attributes: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (Array.isArray(value)) return [name, ints(value as number[])];
      const tagged = value as { readonly float?: number };
      return [name, tagged.float === undefined ? (value as AttributeValue) : float(tagged.float)];
    }),
  );
}
