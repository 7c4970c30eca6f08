import {
  type FunctionOptions,
  float32s,
  fn,
  type GraphOptions,
  graph,
  type ModelOptions,
  model,
  type Node,
  node,
  sparseTensor,
  type TensorMessage,
} from '../../harness/onnx-builder';
import { delimited } from '../../harness/protobuf-fields';

/** Each model has exactly the errors that are named, as `code` or `code @ path/index` for one at an operator. */
export interface Case {
  readonly what: string;
  readonly model: Uint8Array;
  readonly errors: readonly string[];
  readonly warnings?: readonly string[];
}

export const io = { inputs: { x: 'float[2]' }, outputs: { y: 'float[2]' } } as const;
export const relu = node('Relu', ['x'], ['y']);
export const whole = (options: GraphOptions, modelOptions?: ModelOptions) =>
  model({ ...io, nodes: [relu], ...options }, modelOptions);
export const nodes = (...list: Node[]) => model({ ...io, nodes: list });
export const initializer = (tensor: TensorMessage) => whole({ initializers: [tensor] });
export const attribute = (...fields: Parameters<typeof delimited>[1][]) =>
  nodes(node('Softmax', ['x'], ['y'], {}, { extra: fields.map((field) => delimited(5, field)) }));
export const sparse = (values: TensorMessage, indices: TensorMessage, dims: number[]) =>
  whole({ sparseInitializers: [sparseTensor(values, indices, dims)] });
export const two = float32s([2], [1, 2], 's');
export const functions = (...list: FunctionOptions[]) =>
  model({ ...io, nodes: [node('local.f', ['x'], ['y'])] }, { opsets: { '': 21, local: 1 }, functions: list.map(fn) });
export const f: FunctionOptions = {
  name: 'f',
  domain: 'local',
  inputs: ['a'],
  outputs: ['b'],
  nodes: [node('Relu', ['a'], ['b'])],
};
export const branches = (then: GraphOptions) =>
  nodes(
    node('If', ['x'], ['y'], {
      then_branch: graph(then),
      else_branch: graph({ nodes: [node('Abs', ['x'], ['e'])], outputs: { e: undefined } }),
    }),
  );
