import type { Graph, Names, Operator, SparseTensor, Tensor, ValueInfo } from '../../model';
import { readEntry } from './entry-reader';
import { readNode } from './node-reader';
import { readPlainNodes } from './plain-nodes';
import { readPlainTensors } from './plain-tensors';
import { deepestGraph, type Reading } from './reading';
import { readSparseTensor, readTensor, sparseTensorOf } from './tensor-reader';
import { readValueInfo } from './value-info-reader';
import { WireError } from './wire/wire-error';

enum Field {
  node = (1 << 3) | 2,
  name = (2 << 3) | 2,
  initializer = (5 << 3) | 2,
  docString = (10 << 3) | 2,
  input = (11 << 3) | 2,
  output = (12 << 3) | 2,
  valueInfo = (13 << 3) | 2,
  quantizationAnnotation = (14 << 3) | 2,
  sparseInitializer = (15 << 3) | 2,
  metadata = (16 << 3) | 2,
}

enum AnnotationField {
  tensor = (1 << 3) | 2,
  parameters = (2 << 3) | 2,
}

/** A GraphProto under construction: another occurrence of the field that holds it is merged into it. */
export interface GraphDraft {
  readonly path: string;
  readonly byteOffset: number;
  readonly names: Names;
  name: string;
  docString: string;
  readonly operators: Operator[];
  readonly inputs: ValueInfo[];
  readonly outputs: ValueInfo[];
  readonly valueInfos: ValueInfo[];
  readonly initializers: Tensor[];
  readonly sparseInitializers: SparseTensor[];
  readonly quantizationAnnotations: Graph['quantizationAnnotations'][number][];
  readonly metadata: Map<string, string>;
}

export function newGraph(reading: Reading, path: string, byteOffset: number): GraphDraft {
  return {
    path,
    byteOffset,
    names: reading.cursor.names,
    name: '',
    docString: '',
    operators: [],
    inputs: [],
    outputs: [],
    valueInfos: [],
    initializers: [],
    sparseInitializers: [],
    quantizationAnnotations: [],
    metadata: new Map(),
  };
}

/** Reads the fields of a GraphProto up to the end of the message that the cursor is in. `depth` is 1 for a model's graph. */
export function readGraph(reading: Reading, draft: GraphDraft, depth: number): void {
  const { cursor } = reading;
  if (depth > deepestGraph) throw new WireError('graph-too-deep', cursor.position);
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    switch (tag) {
      case Field.node:
        if (readPlainNodes(reading, draft.operators, tag)) {
          draft.operators.push(readNode(reading, draft.path, draft.operators.length, depth));
        }
        break;
      case Field.name:
        draft.name = cursor.string();
        break;
      case Field.initializer:
        if (readPlainTensors(reading, draft.initializers, tag)) draft.initializers.push(readTensor(reading));
        break;
      case Field.docString:
        draft.docString = cursor.uniqueString();
        break;
      case Field.input:
        draft.inputs.push(readValueInfo(reading));
        break;
      case Field.output:
        draft.outputs.push(readValueInfo(reading));
        break;
      case Field.valueInfo:
        draft.valueInfos.push(readValueInfo(reading));
        break;
      case Field.quantizationAnnotation:
        draft.quantizationAnnotations.push(readAnnotation(reading));
        break;
      case Field.sparseInitializer:
        draft.sparseInitializers.push(sparseTensorOf(reading, readSparseTensor(reading)));
        break;
      case Field.metadata:
        readEntry(reading, draft.metadata);
        break;
      default:
        cursor.skip(tag);
    }
  }
}

function readAnnotation(reading: Reading): Graph['quantizationAnnotations'][number] {
  const { cursor } = reading;
  const outer = cursor.enter();
  let tensor = '';
  const parameters = new Map<string, string>();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === AnnotationField.tensor) tensor = cursor.string();
    else if (tag === AnnotationField.parameters) readEntry(reading, parameters);
    else cursor.skip(tag);
  }
  cursor.leave(outer);
  reading.spend(150);
  return { tensor, parameters };
}

/** The draft is the graph: only the reader may still change it. */
export function graphOf(draft: GraphDraft): Graph {
  return draft;
}
