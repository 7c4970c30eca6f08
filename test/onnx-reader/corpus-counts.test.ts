import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesSource, canonicalDomain, type Graph, type Model } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { inShared, withoutShared } from '../harness/repository';

interface Answer {
  readonly file: string;
  readonly parsed: boolean;
  readonly ir: number;
  readonly functions: number;
  /** Operators of the graph and its subgraphs, and of the bodies of functions without theirs. */
  readonly nodes: number;
  readonly init: number;
  readonly sparse: number;
  readonly depth: number;
  /** How often each operator is called, functions not counted. */
  readonly ops: Readonly<Record<string, number>>;
}

/** The graph and its subgraphs, each with its depth. */
function graphsOf(root: Graph): { graph: Graph; depth: number }[] {
  const found = [{ graph: root, depth: 0 }];
  for (const { graph, depth } of found) {
    for (const { attributes } of graph.operators) {
      for (const { value } of attributes) {
        if (value.kind === 'graph') found.push({ graph: value.value, depth: depth + 1 });
        if (value.kind === 'graphs') for (const each of value.value) found.push({ graph: each, depth: depth + 1 });
      }
    }
  }
  return found;
}

function counted(model: Model): Omit<Answer, 'file' | 'parsed'> {
  const graphs = model.graph === undefined ? [] : graphsOf(model.graph);
  const ops = new Map<string, number>();
  for (const { graph } of graphs) {
    for (const { domain, opType } of graph.operators) {
      const name = canonicalDomain(domain) === '' ? opType : `${domain}.${opType}`;
      ops.set(name, (ops.get(name) ?? 0) + 1);
    }
  }
  const sum = (lists: readonly (readonly unknown[])[]) => lists.reduce((total, list) => total + list.length, 0);
  return {
    ir: Number(model.irVersion ?? 0),
    functions: model.functions.length,
    nodes: sum(graphs.map(({ graph }) => graph.operators)) + sum(model.functions.map(({ body }) => body.operators)),
    init: sum(graphs.map(({ graph }) => graph.initializers)),
    sparse: sum(graphs.map(({ graph }) => graph.sparseInitializers)),
    depth: Math.max(0, ...graphs.map(({ depth }) => depth)),
    ops: Object.fromEntries(ops),
  };
}

test('counts of the corpus are those of its answers', { skip: withoutShared('corpus', 'onnx') }, () => {
  const lines = readFileSync(inShared('corpus', 'onnx', 'ANSWERS.jsonl')!, 'utf8')
    .trim()
    .split('\n');
  assert.ok(lines.length >= 350);
  for (const line of lines) {
    const { file, parsed, ...answer } = JSON.parse(line) as Answer;
    const { model, problems } = readModel(bytesSource(readFileSync(inShared('corpus', 'onnx', file)!)));
    assert.equal(problems.length === 0, parsed, file);
    if (!parsed) continue;
    const { ir, functions, nodes, init, sparse, depth, ops } = answer;
    assert.deepEqual(counted(model!), { ir, functions, nodes, init, sparse, depth, ops }, file);
  }
});
