import type { ModelFacts, ValueInfo, ValuePlace } from '../../core/model';

/** The inputs of the model's graph that a caller feeds: those without an initializer of the same name. */
export function fedInputs({ graphs: [main] }: ModelFacts): readonly ValueInfo[] {
  if (main === undefined) return [];
  const { graph } = main;
  const initialized = new Set([
    ...graph.initializers.map(({ name }) => name),
    ...graph.sparseInitializers.map(({ values }) => values.name),
  ]);
  return graph.inputs.filter(({ name }) => !initialized.has(name));
}

/** Where an input of the model's graph is declared. */
export function inputPlace({ name, byteOffset }: ValueInfo): ValuePlace {
  return { graph: '/', name, byteOffset };
}
