import type { GraphFacts, OperatorFacts } from '../../../../core/model';

/** Which input makes an output shape depend on data; `input` undefined where the operator does by its nature. */
export interface DataDependence {
  causeOf(operator: OperatorFacts): { readonly input: number | undefined } | undefined;
}

/** Standard operators whose output has as many elements as the values decide. */
const byNature: ReadonlySet<string> = new Set(['NonZero', 'NonMaxSuppression', 'Unique', 'Compress', 'StringSplit']);

/** Inputs whose values are, or bound, the output's shape. */
const shapeInputs: ReadonlyMap<string, readonly number[]> = new Map([
  ['Reshape', [1]],
  ['Expand', [1]],
  ['ConstantOfShape', [0]],
  ['Range', [0, 1, 2]],
  ['Tile', [1]],
  ['Slice', [1, 2, 4]],
  ['Pad', [1]],
  ['Resize', [2, 3]],
  ['Upsample', [1]],
  ['TopK', [1]],
  ['OneHot', [1]],
  ['Split', [1]],
  ['CenterCropPad', [1]],
]);

/** Operators that turn a shape into a value: what they give is a matter of shapes, not of data. */
const fromShapes: ReadonlySet<string> = new Set(['Shape', 'Size']);

/** Answers for the operators of one graph; values of an outer graph and of a function's inputs count as unknown. */
export function dataDependence(graph: GraphFacts): DataDependence {
  const initialized = new Set(graph.graph.initializers.map(({ name }) => name));
  const fed = new Set(graph.graph.path === '/' ? graph.graph.inputs.map(({ name }) => name) : []);
  const isFed = (name: string): boolean => fed.has(name) && !initialized.has(name);
  const computed = new Map<string, boolean>();
  const visiting = new Set<string>();

  /** Whether `value` is computed from what a caller feeds, other than through a shape. Iterative: graphs are deep. */
  function isComputedFromData(value: string): boolean {
    const stack = [value];
    while (stack.length > 0) {
      const name = stack[stack.length - 1]!;
      const sources = computed.has(name) ? undefined : sourcesOf(name);
      // A source that is being visited is a cycle of a broken file.
      const open = sources?.filter((source) => !computed.has(source) && !visiting.has(source)) ?? [];
      if (open.length > 0 && !sources?.some((source) => computed.get(source))) {
        visiting.add(name);
        stack.push(...open);
        continue;
      }
      if (sources !== undefined) computed.set(name, isFed(name) || sources.some((source) => computed.get(source)));
      visiting.delete(name);
      stack.pop();
    }
    return computed.get(value)!;
  }

  function sourcesOf(name: string): readonly string[] {
    const producer = graph.producerOf(name);
    if (producer === undefined || (producer.domain === '' && fromShapes.has(producer.operator.opType))) return [];
    return producer.operator.inputs.filter((input) => input !== '');
  }

  return {
    causeOf(operator) {
      if (operator.domain !== '') return undefined;
      const { opType } = operator.operator;
      if (byNature.has(opType)) return { input: undefined };
      for (const index of shapeInputs.get(opType) ?? []) {
        if (!operator.hasInput(index) || operator.inputIsConstant(index) !== false) continue;
        if (operator.inputElements(index)?.every((element) => element !== null)) continue;
        if (isComputedFromData(operator.operator.inputs[index]!)) return { input: index };
      }
      return undefined;
    },
  };
}
