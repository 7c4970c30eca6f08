import { parseModelText } from '../../core/onnx/text';
import { graph, model, node } from '../harness/onnx-builder';

/** The bytes of a model in ONNX's text syntax. */
export function onnx(text: string): Uint8Array {
  const { bytes, problems } = parseModelText(text);
  if (bytes === undefined || problems.length > 0) throw new Error(`not a model: ${JSON.stringify(problems)}`);
  return bytes;
}

const header = '<ir_version: 8, opset_import: ["" : 17]>';

/** Nothing to find on the targets of the tests. */
export const clean = `${header}
clean (float[1,1,16,16] x) => (float[1,1,16,16] y)
<float[1,1,3,3] w = {0, 1, 0, 1, -4, 1, 0, 1, 0}> {
  [conv] c = Conv <kernel_shape = [3,3], pads = [1,1,1,1]> (x, w)
  [relu] y = Relu (c)
}
`;

/** Det is known to no importer. */
export const troubled = `${header}
troubled (float[4,4] x) => (float y, float z) {
  [first] y = Det (x)
  [second] z = Det (x)
}
`;

/** A name that would colour a terminal, start a workflow command, end a table's cell and call a person. */
export const hostileName = '\u001b[31mred\u0007\n::error file=x::y|`@everyone`<script>\u202e\u009b2J';

/** A node of that name which no importer knows. */
export const hostile = model(
  graph({
    inputs: { x: 'float[4,4]' },
    nodes: [
      node('Det', ['x'], ['y'], {}, { name: hostileName }),
      node(hostileName, ['y'], ['z'], {}, { name: '__proto__' }),
    ],
    outputs: { y: 'float', z: 'float' },
  }),
  { opsets: { '': 17 } },
);
