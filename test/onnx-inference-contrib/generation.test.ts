import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bytesSource, formatType } from '../../core/model';
import { inferTypes, readModel } from '../../core/onnx';
import { graph, int64s, model, node } from '../harness/onnx-builder';

it('models in the attributes of a generation loop are inferred from the types that they declare', () => {
  const decoder = graph({
    inputs: { ids: 'int32[batch,length]' },
    nodes: [node('Gather', ['embedding', 'ids'], ['embedded']), node('Shape', ['embedded'], ['shape'])],
    initializers: { embedding: int64s([1, 2, 3]) },
    outputs: { shape: undefined },
  });
  const bytes = model(
    graph({
      inputs: { prompt: 'int32[2,5]', most: 'int32[1]' },
      nodes: [
        node('com.microsoft.GreedySearch', ['prompt', 'most'], ['tokens'], {
          decoder,
          eos_token_id: 1,
          pad_token_id: 0,
        }),
      ],
      outputs: { tokens: undefined },
    }),
    { opsets: { '': 20, 'com.microsoft': 1 } },
  );
  const { root, problems } = inferTypes(readModel(bytesSource(bytes)).model!);
  assert.deepEqual(problems, []);
  assert.equal(formatType(root!.typeOf('tokens')), 'int32[2,?]');
  const [attribute] = root!.graph.operators[0]!.attributes;
  assert.ok(attribute?.value.kind === 'graph');
  const inner = root!.subgraph(attribute.value.value)!;
  assert.equal(formatType(inner.typeOf('embedded')), 'int64[batch,length]');
  assert.equal(formatType(inner.typeOf('shape')), 'int64[2]');
});
