import type { Operator } from '../../model';

/**
 * The operators in an order in which each comes after those whose outputs it reads. Files should have that order, and
 * most do; ONNX Runtime sorts those that do not. What is left of a cycle comes last, as the file has it.
 */
export function inExecutionOrder(operators: readonly Operator[]): readonly Operator[] {
  const producers = new Map<string, number>();
  for (const [i, { outputs }] of operators.entries()) {
    for (const name of outputs) if (name !== '' && !producers.has(name)) producers.set(name, i);
  }
  const waitsFor = new Array<number>(operators.length).fill(0);
  const consumers = operators.map((): number[] => []);
  for (const [i, operator] of operators.entries()) {
    for (const producer of producersOf(operator, producers)) {
      if (producer === i) continue;
      waitsFor[i]!++;
      consumers[producer]!.push(i);
    }
  }
  const ready = operators.flatMap((_, i) => (waitsFor[i] === 0 ? [i] : []));
  for (let next = 0; next < ready.length; next++) {
    for (const consumer of consumers[ready[next]!]!) {
      waitsFor[consumer]!--;
      if (waitsFor[consumer] === 0) ready.push(consumer);
    }
  }
  const cyclic = operators.flatMap((_, i) => (waitsFor[i]! > 0 ? [i] : []));
  return [...ready, ...cyclic].map((i) => operators[i]!);
}

/** Of all values that an operator and the graphs in its attributes read. */
function producersOf(operator: Operator, producers: ReadonlyMap<string, number>): ReadonlySet<number> {
  const found = new Set<number>();
  const pending = [operator];
  for (let read = pending.pop(); read !== undefined; read = pending.pop()) {
    for (const name of read.inputs) {
      const producer = producers.get(name);
      if (producer !== undefined) found.add(producer);
    }
    for (const { value } of read.attributes) {
      if (value.kind === 'graph') pending.push(...value.value.operators);
      if (value.kind === 'graphs') for (const graph of value.value) pending.push(...graph.operators);
    }
  }
  return found;
}
