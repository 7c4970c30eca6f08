// What a JavaScript program would pick instead: decodes a model with the onnx-proto package. Prints milliseconds.
import { readFileSync } from 'node:fs';
import proto from 'onnx-proto';

const start = performance.now();
const model = proto.onnx.ModelProto.decode(readFileSync(process.argv[2]));
console.log(JSON.stringify({ decode: performance.now() - start, nodes: model.graph.node.length }));
