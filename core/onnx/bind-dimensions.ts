import type { Dimension, Model, ValueInfo, ValueType } from '../model';

export interface BoundModel {
  readonly model: Model;
  /** The names of the dimensions that the model's inputs, outputs and values declare. */
  readonly names: ReadonlySet<string>;
}

/**
 * The model with sizes in place of named dimensions, as it is once it is converted for fixed shapes: the types that its
 * graph declares say `float[1,128]` where they said `float[batch,sequence]`, and inference goes on from there. Dimensions
 * without a name stay unknown.
 */
export function bindDimensions(model: Model, sizes: ReadonlyMap<string, number>): BoundModel {
  const { graph } = model;
  const names = new Set<string>();
  const bind = (dimension: Dimension): Dimension => {
    if (typeof dimension !== 'string') return dimension;
    names.add(dimension);
    return sizes.get(dimension) ?? dimension;
  };
  if (graph === undefined || sizes.size === 0) return { model, names };
  const bound = (values: readonly ValueInfo[]) =>
    values.map((value) => ({ ...value, type: withSizes(value.type, bind) }));
  const inputs = bound(graph.inputs);
  const outputs = bound(graph.outputs);
  const valueInfos = bound(graph.valueInfos);
  return { model: { ...model, graph: { ...graph, inputs, outputs, valueInfos } }, names };
}

function withSizes(type: ValueType | undefined, bind: (dimension: Dimension) => Dimension): ValueType | undefined {
  switch (type?.kind) {
    case 'tensor':
    case 'sparse_tensor':
      return { ...type, shape: type.shape?.map(bind) };
    case 'sequence':
    case 'optional':
      return { ...type, element: withSizes(type.element, bind) };
    case 'map':
      return { ...type, value: withSizes(type.value, bind) };
    default:
      return type;
  }
}
