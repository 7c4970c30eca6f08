import assert from 'node:assert/strict';
import { bytesSource, formatType, type Model } from '../../core/model';
import { type Inference, type InferenceOptions, inferTypes, readModel } from '../../core/onnx';
import { parseModelText } from '../../core/onnx/text';

/** A model in ONNX's text syntax. */
export function modelOf(text: string): Model {
  const { bytes, problems } = parseModelText(text);
  assert.deepEqual(
    problems.map(({ message }) => message.en),
    [],
    text,
  );
  return readModel(bytesSource(bytes!)).model!;
}

export interface GraphText {
  /** `float[N,3] x, int64[2] shape = {1, 2}`: those with a value are initializers. */
  readonly inputs?: string;
  readonly constants?: string;
  readonly body: string;
  readonly opset?: number;
  readonly functions?: string;
  readonly imports?: string;
}

/** Infers one graph; its outputs are all values, so that none has a declared type. */
export function inferGraph(graph: GraphText, options: InferenceOptions = {}): Inference {
  const { inputs = '', constants = '', body, opset = 21, functions = '', imports = '' } = graph;
  const model = modelOf(
    `<ir_version: 10, opset_import: ["" : ${opset}${imports}]> g (${inputs}) => () <${constants}> { ${body} } ${functions}`,
  );
  return inferTypes(model, options);
}

/** The type of value `name` in ONNX's text syntax. */
export function typeIn(inference: Inference, name: string): string {
  return formatType(inference.root!.typeOf(name));
}

export function messagesOf({ problems }: Inference): string[] {
  return problems.map(({ message }) => message.en);
}
