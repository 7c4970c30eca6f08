import { type Attribute, formatType, type Graph, type Model, type Tensor, type ValueInfo } from '../../core/model';

/** A model as nested lists of texts and numbers, in the form that {@link decodedNormalForm} gives to what onnx-proto decodes. */
export type Normal = string | number | boolean | null | readonly Normal[] | { readonly [name: string]: Normal };

export function normalForm(model: Model): Normal {
  return {
    ir: String(model.irVersion ?? 0),
    producer: [model.producerName, model.producerVersion, model.domain, String(model.modelVersion), model.docString],
    opsets: model.opsetImports.map(({ domain, version }) => `${domain} ${version}`),
    metadata: pairs(model.metadata),
    graph: model.graph === undefined ? null : graphForm(model.graph),
    training: model.trainingGraphs.map(graphForm),
    functions: model.functions.map((fn) => ({
      names: [fn.name, fn.domain, fn.docString, ...fn.attributeNames],
      inputs: fn.body.inputs.map(({ name }) => name),
      outputs: fn.body.outputs.map(({ name }) => name),
      opsets: fn.opsetImports.map(({ domain, version }) => `${domain} ${version}`),
      nodes: nodeForms(fn.body),
    })),
  };
}

function graphForm(graph: Graph): Normal {
  return {
    name: graph.name,
    doc: graph.docString,
    inputs: graph.inputs.map(valueForm),
    outputs: graph.outputs.map(valueForm),
    values: graph.valueInfos.map(valueForm),
    initializers: graph.initializers.map(tensorForm),
    sparse: graph.sparseInitializers.map(({ values, indices, dims }) => [
      tensorForm(values),
      tensorForm(indices),
      dims.join(),
    ]),
    quantization: graph.quantizationAnnotations.map(({ tensor, parameters }) => [tensor, pairs(parameters)]),
    nodes: nodeForms(graph),
  };
}

function nodeForms(graph: Graph): Normal {
  return graph.operators.map((operator) => ({
    op: [operator.opType, operator.domain, operator.name, operator.docString ?? ''],
    inputs: operator.inputs,
    outputs: operator.outputs,
    attributes: operator.attributes.map(attributeForm),
  }));
}

function valueForm({ name, type, docString }: ValueInfo): Normal {
  // Opaque types are in ONNX-ML's schema, which onnx-proto does not have.
  return [name, formatType(type?.kind === 'opaque' ? undefined : type), docString ?? ''];
}

export function tensorForm(tensor: Tensor): Normal {
  return {
    name: tensor.name,
    type: tensor.elementType,
    dims: tensor.dims.join(),
    external: tensor.external === undefined ? null : pairs(tensor.external),
    bytes: tensor.payload?.find(({ field }) => field === 'raw_data')?.bytes ?? 0,
    elements: tensor.elements === undefined ? null : tensor.elements.map(String),
  };
}

function attributeForm({ name, value, docString }: Attribute): Normal {
  const head: Normal[] = [name, value.kind, docString ?? ''];
  switch (value.kind) {
    case 'int':
    case 'string':
    case 'float':
      return [...head, String(value.value)];
    case 'ints':
    case 'floats':
    case 'strings':
      return [...head, value.count, value.value.map(String)];
    case 'tensor':
      return [...head, tensorForm(value.value)];
    case 'tensors':
      return [...head, value.value.map(tensorForm)];
    case 'graph':
      return [...head, graphForm(value.value)];
    case 'graphs':
      return [...head, value.value.map(graphForm)];
    case 'type_proto':
      return [...head, formatType(value.value)];
    case 'type_protos':
      return [...head, value.value.map(formatType)];
    case 'sparse_tensor':
      return [...head, tensorForm(value.value.values), tensorForm(value.value.indices), value.value.dims.join()];
    case 'sparse_tensors':
      return [...head, value.value.map(({ values, indices }) => [tensorForm(values), tensorForm(indices)])];
    case 'reference':
      return [...head, value.name, value.type];
    case 'undefined':
      return head;
  }
}

function pairs(map: ReadonlyMap<string, string>): Normal {
  return [...map].map(([key, value]) => `${key}=${value}`);
}
