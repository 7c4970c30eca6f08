import { createRequire } from 'node:module';
import type { onnx } from 'onnx-proto';
import { formatType, type ValueType } from '../../core/model';
import type { Normal } from './normal-form';

// The package is CommonJS whose names Node cannot see, and has no default export in its types.
const { onnx: proto } = createRequire(import.meta.url)('onnx-proto') as typeof import('onnx-proto');

type Message<T> = T | null | undefined;

/** What onnx-proto decodes of a file, in the form of {@link normalForm}. onnx-proto knows ONNX 1.10: IR 8, opset 15. */
export function decodedNormalForm(bytes: Uint8Array): Normal {
  const model = proto.ModelProto.decode(bytes);
  return {
    ir: String(model.irVersion),
    producer: [model.producerName, model.producerVersion, model.domain, String(model.modelVersion), model.docString],
    opsets: opsetForms(model.opsetImport),
    metadata: pairs(model.metadataProps),
    graph: has(model, 'graph') ? graphForm(model.graph) : null,
    training: model.trainingInfo.flatMap((info) => [
      ...(info.initialization ? [graphForm(info.initialization)] : []),
      ...(info.algorithm ? [graphForm(info.algorithm)] : []),
    ]),
    functions: model.functions.map((fn) => ({
      names: [fn.name ?? '', fn.domain ?? '', fn.docString ?? '', ...(fn.attribute ?? [])],
      inputs: fn.input ?? [],
      outputs: fn.output ?? [],
      opsets: opsetForms(fn.opsetImport),
      nodes: (fn.node ?? []).map(nodeForm),
    })),
  };
}

function has(message: object, field: string): boolean {
  return Object.hasOwn(message, field);
}

function opsetForms(imports: Message<onnx.IOperatorSetIdProto[]>): Normal {
  return (imports ?? []).map(({ domain, version }) => `${domain ?? ''} ${version ?? 0}`);
}

function graphForm(graph: Message<onnx.IGraphProto>): Normal {
  return {
    name: graph?.name ?? '',
    doc: graph?.docString ?? '',
    inputs: (graph?.input ?? []).map(valueForm),
    outputs: (graph?.output ?? []).map(valueForm),
    values: (graph?.valueInfo ?? []).map(valueForm),
    initializers: (graph?.initializer ?? []).map(tensorForm),
    sparse: (graph?.sparseInitializer ?? []).map(sparseForm),
    quantization: (graph?.quantizationAnnotation ?? []).map((annotation) => [
      annotation.tensorName ?? '',
      pairs(annotation.quantParameterTensorNames),
    ]),
    nodes: (graph?.node ?? []).map(nodeForm),
  };
}

function nodeForm(node: onnx.INodeProto): Normal {
  return {
    op: [node.opType ?? '', node.domain ?? '', node.name ?? '', node.docString ?? ''],
    inputs: node.input ?? [],
    outputs: node.output ?? [],
    attributes: (node.attribute ?? []).map(attributeForm),
  };
}

function valueForm(value: onnx.IValueInfoProto): Normal {
  return [value.name ?? '', formatType(typeOf(value.type)), value.docString ?? ''];
}

function typeOf(type: Message<onnx.ITypeProto>): ValueType | undefined {
  if (!type) return undefined;
  for (const [field, kind] of [
    ['tensorType', 'tensor'],
    ['sparseTensorType', 'sparse_tensor'],
  ] as const) {
    const tensor = type[field];
    if (!tensor) continue;
    const shape = tensor.shape?.dim;
    return {
      kind,
      elementType: tensor.elemType ?? 0,
      shape: tensor.shape
        ? (shape ?? []).map((dim) => {
            if (has(dim, 'dimValue')) return BigInt(String(dim.dimValue));
            return dim.dimParam || null;
          })
        : undefined,
    };
  }
  if (type.sequenceType) return { kind: 'sequence', element: typeOf(type.sequenceType.elemType) };
  if (type.optionalType) return { kind: 'optional', element: typeOf(type.optionalType.elemType) };
  if (type.mapType) return { kind: 'map', key: type.mapType.keyType ?? 0, value: typeOf(type.mapType.valueType) };
  return undefined;
}

const kinds = [
  'undefined',
  'float',
  'int',
  'string',
  'tensor',
  'graph',
  'floats',
  'ints',
  'strings',
  'tensors',
  'graphs',
  'sparse_tensor',
  'sparse_tensors',
  'type_proto',
  'type_protos',
] as const;

/** Only the value of the declared type is compared: files whose attributes contradict themselves are tested elsewhere. */
function attributeForm(attribute: onnx.IAttributeProto): Normal {
  const declared = attribute.type ?? 0;
  const kind = kinds[declared]!;
  const head: Normal[] = [attribute.name ?? '', attribute.refAttrName ? 'reference' : kind, attribute.docString ?? ''];
  if (attribute.refAttrName) return [...head, attribute.refAttrName, declared];
  switch (kind) {
    case 'float':
      return [...head, String(attribute.f ?? 0)];
    case 'int':
      return [...head, String(attribute.i ?? 0)];
    case 'string':
      return [...head, text(attribute.s)];
    case 'floats':
      return [...head, attribute.floats?.length ?? 0, (attribute.floats ?? []).map(String)];
    case 'ints':
      return [...head, attribute.ints?.length ?? 0, (attribute.ints ?? []).map(String)];
    case 'strings':
      return [...head, attribute.strings?.length ?? 0, (attribute.strings ?? []).map(text)];
    case 'tensor':
      return [...head, tensorForm(attribute.t!)];
    case 'tensors':
      return [...head, (attribute.tensors ?? []).map(tensorForm)];
    case 'graph':
      return [...head, graphForm(attribute.g)];
    case 'graphs':
      return [...head, (attribute.graphs ?? []).map(graphForm)];
    case 'type_proto':
      return [...head, formatType(typeOf(attribute.tp))];
    case 'type_protos':
      return [...head, (attribute.typeProtos ?? []).map((type) => formatType(typeOf(type)))];
    case 'sparse_tensor':
      return [...head, ...sparseForm(attribute.sparseTensor!)];
    case 'sparse_tensors':
      return [...head, (attribute.sparseTensors ?? []).map((sparse) => sparseForm(sparse).slice(0, 2))];
    case 'undefined':
      return head;
  }
}

function sparseForm(sparse: onnx.ISparseTensorProto): Normal[] {
  return [tensorForm(sparse.values ?? {}), tensorForm(sparse.indices ?? {}), (sparse.dims ?? []).join()];
}

function tensorForm(tensor: onnx.ITensorProto): Normal {
  const isExternal = tensor.dataLocation === proto.TensorProto.DataLocation.EXTERNAL;
  return {
    name: tensor.name ?? '',
    type: tensor.dataType ?? 0,
    dims: (tensor.dims ?? []).join(),
    external: isExternal ? pairs(tensor.externalData) : null,
    bytes: tensor.rawData?.length ?? 0,
    elements: isExternal ? null : elementsOf(tensor),
  };
}

/** All elements of the types that onnx-proto's ONNX has, or null. */
function elementsOf(tensor: onnx.ITensorProto): Normal {
  const count = (tensor.dims ?? []).reduce<number>((product, dim) => product * Number(dim), 1);
  const raw = tensor.rawData;
  if (raw && raw.length > 0) return rawElements(raw, tensor.dataType ?? 0, count);
  const values = [
    tensor.floatData,
    tensor.int32Data,
    tensor.int64Data,
    tensor.doubleData,
    tensor.uint64Data,
    tensor.stringData,
  ].find((list) => list && list.length > 0);
  if (values === undefined || values === null) return count === 0 ? [] : null;
  if (tensor.dataType === 10 || tensor.dataType === 16) return null;
  return values.slice(0, count).map((value) => (value instanceof Uint8Array ? text(value) : String(value)));
}

function rawElements(bytes: Uint8Array, type: number, count: number): Normal {
  const copy = Uint8Array.from(bytes).buffer;
  const list = (array: ArrayLike<number | bigint>) => Array.from(array, String).slice(0, count);
  switch (type) {
    case 1:
      return list(new Float32Array(copy));
    case 2:
    case 9:
      return list(new Uint8Array(copy));
    case 3:
      return list(new Int8Array(copy));
    case 4:
      return list(new Uint16Array(copy));
    case 5:
      return list(new Int16Array(copy));
    case 6:
      return list(new Int32Array(copy));
    case 7:
      return list(new BigInt64Array(copy));
    case 11:
      return list(new Float64Array(copy));
    case 12:
      return list(new Uint32Array(copy));
    case 13:
      return list(new BigUint64Array(copy));
    default:
      return null;
  }
}

function text(bytes: Message<Uint8Array>): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}

function pairs(entries: Message<onnx.IStringStringEntryProto[]>): Normal {
  return [...new Map((entries ?? []).map(({ key, value }) => [key ?? '', value ?? '']))].map(
    ([key, value]) => `${key}=${value}`,
  );
}
