import type { FunctionDefinition, Graph, Integer, Model, OpsetImport } from '../../model';
import { readEntry } from './entry-reader';
import { readFunction } from './function-reader';
import { type GraphDraft, graphOf, newGraph, readGraph } from './graph-reader';
import { readOpsetImport } from './opset-reader';
import type { Reading } from './reading';

enum Field {
  irVersion = (1 << 3) | 0,
  producerName = (2 << 3) | 2,
  producerVersion = (3 << 3) | 2,
  domain = (4 << 3) | 2,
  modelVersion = (5 << 3) | 0,
  docString = (6 << 3) | 2,
  graph = (7 << 3) | 2,
  opsetImport = (8 << 3) | 2,
  metadata = (14 << 3) | 2,
  trainingInfo = (20 << 3) | 2,
  function = (25 << 3) | 2,
  configuration = (26 << 3) | 2,
}

enum TrainingField {
  initialization = (1 << 3) | 2,
  algorithm = (2 << 3) | 2,
}

enum ConfigurationField {
  name = (1 << 3) | 2,
  devices = (2 << 3) | 0,
  device = (3 << 3) | 2,
}

/** A ModelProto under construction: what there is of it when reading has to end. */
export interface ModelDraft {
  /** Fields that ONNX knows and that were read, so that a file of something else is told from a model. */
  knownFields: number;
  irVersion: Integer | undefined;
  producerName: string;
  producerVersion: string;
  domain: string;
  modelVersion: Integer;
  docString: string;
  graph: GraphDraft | undefined;
  readonly opsetImports: OpsetImport[];
  readonly functions: FunctionDefinition[];
  readonly metadata: Map<string, string>;
  readonly repeatedMetadataKeys: string[];
  readonly configurations: Model['configurations'][number][];
  trainingRuns: number;
  readonly trainingGraphs: GraphDraft[];
}

export function newModel(): ModelDraft {
  return {
    knownFields: 0,
    irVersion: undefined,
    producerName: '',
    producerVersion: '',
    domain: '',
    modelVersion: 0,
    docString: '',
    graph: undefined,
    opsetImports: [],
    functions: [],
    metadata: new Map(),
    repeatedMetadataKeys: [],
    configurations: [],
    trainingRuns: 0,
    trainingGraphs: [],
  };
}

/** Reads the ModelProto that is the whole file. */
export function readModelMessage(reading: Reading, draft: ModelDraft): void {
  const { cursor } = reading;
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    draft.knownFields += 1;
    switch (tag) {
      case Field.irVersion:
        draft.irVersion = cursor.int64();
        break;
      case Field.producerName:
        draft.producerName = cursor.string();
        break;
      case Field.producerVersion:
        draft.producerVersion = cursor.string();
        break;
      case Field.domain:
        draft.domain = cursor.string();
        break;
      case Field.modelVersion:
        draft.modelVersion = cursor.int64();
        break;
      case Field.docString:
        draft.docString = cursor.uniqueString();
        break;
      case Field.graph: {
        const outer = cursor.enter();
        draft.graph ??= newGraph(reading, '/', cursor.position);
        readGraph(reading, draft.graph, 1);
        cursor.leave(outer);
        break;
      }
      case Field.opsetImport:
        draft.opsetImports.push(readOpsetImport(reading));
        break;
      case Field.metadata:
        readMetadata(reading, draft);
        break;
      case Field.trainingInfo:
        readTraining(reading, draft);
        break;
      case Field.function:
        draft.functions.push(readFunction(reading));
        break;
      case Field.configuration:
        draft.configurations.push(readConfiguration(reading));
        break;
      default:
        draft.knownFields -= 1;
        cursor.skip(tag);
    }
  }
}

function readMetadata(reading: Reading, draft: ModelDraft): void {
  const { size } = draft.metadata;
  const key = readEntry(reading, draft.metadata);
  if (draft.metadata.size === size) draft.repeatedMetadataKeys.push(key);
}

function readTraining(reading: Reading, draft: ModelDraft): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  const run = draft.trainingRuns;
  draft.trainingRuns += 1;
  const graphs = new Map<number, GraphDraft>();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag !== TrainingField.initialization && tag !== TrainingField.algorithm) {
      cursor.skip(tag);
      continue;
    }
    const part = tag === TrainingField.algorithm ? 'algorithm' : 'initialization';
    const outerGraph = cursor.enter();
    let graph = graphs.get(tag);
    if (graph === undefined) {
      graph = newGraph(reading, `training.${run}.${part}/`, cursor.position);
      graphs.set(tag, graph);
      draft.trainingGraphs.push(graph);
    }
    readGraph(reading, graph, 1);
    cursor.leave(outerGraph);
  }
  cursor.leave(outer);
}

function readConfiguration(reading: Reading): Model['configurations'][number] {
  const { cursor } = reading;
  const outer = cursor.enter();
  let name = '';
  let count = 0;
  const devices: string[] = [];
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    if (tag === ConfigurationField.name) name = cursor.string();
    else if (tag === ConfigurationField.devices) count = cursor.int32();
    else if (tag === ConfigurationField.device) {
      reading.spend(8);
      devices.push(cursor.string());
    } else cursor.skip(tag);
  }
  cursor.leave(outer);
  reading.spend(150);
  return { name, devices, count };
}

export function modelOf(draft: ModelDraft): Model {
  const { knownFields, trainingRuns, repeatedMetadataKeys, graph, trainingGraphs, ...fields } = draft;
  return {
    ...fields,
    graph: graph && graphOf(graph),
    trainingGraphs: trainingGraphs.map((each): Graph => graphOf(each)),
    repeatedMetadataKeys: repeatedMetadataKeys.length === 0 ? undefined : repeatedMetadataKeys,
  };
}
