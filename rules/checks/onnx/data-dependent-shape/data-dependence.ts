import { type GraphFacts, kindsOf, type OperatorFacts } from '../../../../core/model';

/** An operator whose output shape depends on data. */
export interface DataDependent {
  readonly operator: OperatorFacts;
  /** The input that makes it so; undefined where the operator does by its nature. */
  readonly input: number | undefined;
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

/** Every target asks. */
const known = new WeakMap<GraphFacts, readonly DataDependent[]>();

/** The operators of one graph, in its order; values of an outer graph and of a function's inputs count as unknown. */
export function dataDependentOperators(graph: GraphFacts): readonly DataDependent[] {
  let found = known.get(graph);
  if (found === undefined) known.set(graph, (found = findDependent(graph)));
  return found;
}

function findDependent(graph: GraphFacts): DataDependent[] {
  const found: DataDependent[] = [];
  const mayDepend = (opType: string) => byNature.has(opType) || shapeInputs.has(opType);
  if (!kindsOf(graph.graph).some(({ opType }) => mayDepend(opType))) return found;
  const causeOf = causesIn(graph);
  for (const operator of graph.operators) {
    const cause = mayDepend(operator.operator.kind.opType) ? causeOf(operator) : undefined;
    if (cause !== undefined) found.push({ operator, input: cause.input });
  }
  return found;
}

/** Which input makes an operator's output shape depend on data. */
function causesIn(graph: GraphFacts): (operator: OperatorFacts) => Pick<DataDependent, 'input'> | undefined {
  const isFed = fedValues(graph);
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

  return (operator) => {
    if (operator.domain !== '') return undefined;
    const { opType } = operator.operator;
    if (byNature.has(opType)) return { input: undefined };
    for (const index of shapeInputs.get(opType) ?? []) {
      if (!operator.hasInput(index) || operator.inputIsConstant(index) !== false) continue;
      if (operator.inputElements(index)?.every((element) => element !== null)) continue;
      if (isComputedFromData(operator.operator.inputs[index]!)) return { input: index };
    }
    return undefined;
  };
}

/** Whether a caller feeds a value, by its name. Made when it is first asked for: most shapes are constants. */
function fedValues({ graph }: GraphFacts): (name: string) => boolean {
  let fed: Set<string> | undefined;
  return (name) => {
    if (fed === undefined) {
      const initialized = new Set(graph.initializers.map(({ id }) => id));
      const inputs = graph.path === '/' ? graph.inputs : [];
      fed = new Set(inputs.filter(({ id }) => !initialized.has(id)).map((input) => input.name));
    }
    return fed.has(name);
  };
}
