import {
  displayName,
  type Graph,
  type Localized,
  type ModelFacts,
  type ValueInfo,
  type ValuePlace,
} from '../../core/model';
import { listed } from './quantities';

/** Several rules ask on every target. */
const known = new WeakMap<Graph, readonly ValueInfo[]>();

/** The inputs of the model's graph that a caller feeds: those without an initializer of the same name. */
export function fedInputs({ graphs: [main] }: ModelFacts): readonly ValueInfo[] {
  if (main === undefined) return [];
  let fed = known.get(main.graph);
  if (fed === undefined) known.set(main.graph, (fed = withoutInitializer(main.graph)));
  return fed;
}

function withoutInitializer(graph: Graph): ValueInfo[] {
  const initialized = new Set([
    ...graph.initializers.map(({ id }) => id),
    ...graph.sparseInitializers.map(({ values }) => values.id),
  ]);
  return graph.inputs.filter(({ id }) => !initialized.has(id));
}

/** Where an input of the model's graph is declared. */
export function inputPlace({ name, byteOffset }: ValueInfo): ValuePlace {
  return { graph: '/', name, byteOffset };
}

/** The tensor inputs that a caller feeds, by element type, in the order in which the types first occur. */
export function inputsByType(facts: ModelFacts): ReadonlyMap<number, readonly ValueInfo[]> {
  const byType = new Map<number, ValueInfo[]>();
  for (const input of fedInputs(facts)) {
    if (input.type?.kind !== 'tensor') continue;
    const { elementType } = input.type;
    const list = byType.get(elementType);
    if (list === undefined) byType.set(elementType, [input]);
    else list.push(input);
  }
  return byType;
}

/** `Input x is float16`, `Inputs a, b, c and 37 more are float16`. */
export function inputsAre(inputs: readonly ValueInfo[], type: string): Localized {
  const names = listed(inputs.map(({ name }) => displayName(name)));
  return {
    en: inputs.length === 1 ? `Input ${names.en} is ${type}` : `Inputs ${names.en} are ${type}`,
    zh: `输入 ${names.zh} 的类型为 ${type}`,
  };
}
