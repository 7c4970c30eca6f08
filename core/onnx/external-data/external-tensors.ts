import type { Attribute, Graph, Model, OperatorKind, Tensor } from '../../model';

/** Every tensor of a model whose data lies in another file, in the order of the file, subgraphs and functions included. */
export function externalTensors(model: Model): Tensor[] {
  const found: Tensor[] = [];
  const add = (tensor: Tensor) => {
    if (tensor.external !== undefined) found.push(tensor);
  };
  const graphs: Graph[] = [...model.functions.map(({ body }) => body), ...model.trainingGraphs];
  if (model.graph !== undefined) graphs.push(model.graph);
  const addAttribute = ({ value }: Attribute) => {
    if (value.kind === 'tensor') add(value.value);
    else if (value.kind === 'tensors') value.value.forEach(add);
    else if (value.kind === 'graph') graphs.push(value.value);
    else if (value.kind === 'graphs') for (const graph of value.value) graphs.push(graph);
    else if (value.kind === 'sparse_tensor' || value.kind === 'sparse_tensors') {
      const sparse = value.kind === 'sparse_tensor' ? [value.value] : value.value;
      for (const { values, indices } of sparse) [values, indices].forEach(add);
    }
  };
  for (const { attributeDefaults } of model.functions) attributeDefaults.forEach(addAttribute);
  for (let graph = graphs.pop(); graph !== undefined; graph = graphs.pop()) {
    addInitializers(found, graph);
    for (const { values, indices } of graph.sparseInitializers) [values, indices].forEach(add);
    for (const { attributes } of kindsWithAttributes(graph)) attributes.forEach(addAttribute);
  }
  return found.sort((a, b) => a.byteOffset - b.byteOffset);
}

function addInitializers(found: Tensor[], { initializers }: Graph): void {
  for (let index = 0; index < initializers.length; index++) {
    if (initializers[index]!.external !== undefined) found.push(initializers[index]!);
  }
}

/** Each once: what has a place in the file, as a tensor, is of one operator alone. */
function kindsWithAttributes({ operators }: Graph): ReadonlySet<OperatorKind> {
  const kinds = new Set<OperatorKind>();
  for (let index = 0; index < operators.length; index++) {
    const { kind } = operators[index]!;
    if (kind.attributes.length > 0) kinds.add(kind);
  }
  return kinds;
}
