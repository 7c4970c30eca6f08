import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Dimension, isKnown } from '../../core/model';
import { inRepository } from '../harness/repository';
import { dimensionsOf, elementTypeOf, inferRecorded, type RecordedGraph } from './recorded-graph';

/** Many more graphs find rarer mistakes: `random_graphs.py 3000 FILE`, then this test with PORTOLAN_RANDOM_GRAPHS=FILE. */
const file = process.env['PORTOLAN_RANDOM_GRAPHS'] ?? inRepository('test/fixtures/random-graphs.json');
const { graphs } = JSON.parse(readFileSync(file, 'utf8')) as { readonly graphs: readonly RecordedGraph[] };

/** How much of the inputs' shapes a graph declares, and what its symbols stand for. */
type Declaration = (symbols: Map<string, number>) => (type: string, input: number) => string;

const declarations: Readonly<Record<string, Declaration>> = {
  'known dimensions': () => (type) => type,
  symbols: (symbols) => (type, input) => withDimensions(type, (dim, axis) => symbolFor(symbols, dim, input, axis)),
  'a symbol for the first dimension': (symbols) => (type, input) =>
    withDimensions(type, (dim, axis) => (axis === 0 ? symbolFor(symbols, dim, input, axis) : String(dim))),
  'unknown dimensions': () => (type) => withDimensions(type, () => '?'),
  'unknown ranks': () => (type) => `${elementTypeOf(type)}[]`,
};

function symbolFor(symbols: Map<string, number>, dim: Dimension, input: number, axis: number): string {
  const symbol = `d${input}_${axis}`;
  symbols.set(symbol, Number(dim));
  return symbol;
}

function withDimensions(type: string, change: (dim: Dimension, axis: number) => string): string {
  const dims = dimensionsOf(type);
  return dims.length === 0 ? type : `${elementTypeOf(type)}[${dims.map(change).join(',')}]`;
}

/** Operators whose outputs' sizes data decides. */
const byData = new Set(['NonZero', 'Compress', 'Unique']);

/** Runtimes differ in what a window makes of an input that is smaller: nothing, one value, or an error. */
const windows = new Set(['AveragePool', 'MaxPool', 'Conv']);

/** Backwards to the greatest integer: runtimes differ in where that is. */
function isAmbiguousSlice({ constants }: RecordedGraph, op: string, inputs: readonly string[]): boolean {
  const [end, step] = [2, 4].map((input) => constants[inputs[input] ?? '']?.[0] ?? 0);
  return op === 'Slice' && step! < 0 && end! > 2 ** 31;
}

/** Values that are not known though nothing that they follow from is left open. */
function* needlesslyUnknown(graph: RecordedGraph, isKnownHere: (value: string) => boolean): Generator<string> {
  const open = new Set<string>();
  for (const [op, inputs, outputs] of graph.nodes) {
    const follows = inputs.some((input) => open.has(input));
    const mayBeOpen = follows || byData.has(op) || windows.has(op) || isAmbiguousSlice(graph, op, inputs);
    for (const output of outputs) {
      const isUnknown = !isKnownHere(output);
      // A shape that is known may be computed with elements that are not, as Shape's output is.
      if (isUnknown || follows) open.add(output);
      if (isUnknown && !mayBeOpen) yield `${op} makes ${output}, in truth ${graph.types[output]}`;
    }
  }
}

describe('what is inferred of random graphs is what ONNX Runtime computes', () => {
  for (const [name, declaration] of Object.entries(declarations)) {
    it(`with ${name}`, () => {
      for (const [i, graph] of graphs.entries()) {
        const symbols = new Map<string, number>();
        const inferred = inferRecorded(graph, declaration(symbols));
        const problems = inferred.problems.map(({ message }) => message.en);
        assert.deepEqual(problems, [], `graph ${i}`);
        for (const [value, truth] of Object.entries(graph.types)) {
          const { elementType, shape } = inferred.typeOf(value);
          const at = `graph ${i}, ${value}: ${elementType}[${shape}], in truth ${truth}`;
          assert.ok(elementType === 'undefined' || elementType === elementTypeOf(truth), at);
          if (shape === undefined) continue;
          const trueShape = dimensionsOf(truth);
          assert.equal(shape.length, trueShape.length, at);
          shape.forEach((dimension, axis) => {
            const number = typeof dimension === 'string' ? symbols.get(dimension) : dimension;
            if (isKnown(number)) assert.equal(number, trueShape[axis], at);
          });
        }
      }
    });
  }

  it('and of known dimensions everything follows that data does not decide', () => {
    const unknown = graphs.flatMap((graph, i) => {
      const inferred = inferRecorded(graph, (type) => type);
      const isKnownHere = (value: string) => inferred.typeOf(value).shape?.every(isKnown) ?? false;
      return [...needlesslyUnknown(graph, isKnownHere)].map((text) => `graph ${i}: ${text}`);
    });
    assert.deepEqual(unknown, []);
  });
});
