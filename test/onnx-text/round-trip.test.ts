import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Attribute, bytesSource, type Graph, type Model, type Tensor, type ValueInfo } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { parseModelText, printModel } from '../../core/onnx/text';
import { inRepository, inShared, withoutShared } from '../harness/repository';

/** As much of a tensor as the text shows. */
function shownTensor({ name, elementType, dims, external, elements }: Tensor) {
  const shown = elements !== undefined && elements.length <= 16 ? elements : undefined;
  return { name, elementType, dims, external, elements: external ? undefined : shown?.length ? shown : undefined };
}

function shownAttribute({ name, value }: Attribute): unknown {
  switch (value.kind) {
    case 'graph':
      return { name, graph: shownGraph(value.value) };
    case 'graphs':
      return { name, graphs: value.value.map(shownGraph) };
    case 'tensor':
      return { name, tensor: shownTensor(value.value) };
    case 'tensors':
      return { name, tensors: value.value.map(shownTensor) };
    case 'sparse_tensor':
      return { name, values: shownTensor(value.value.values), dims: value.value.dims };
    case 'floats':
    case 'ints':
    case 'strings':
      return { name, kind: value.kind, value: value.count > 1000 ? value.value.slice(0, 16) : value.value };
    default:
      return { name, value };
  }
}

const shownValue = ({ name, type }: ValueInfo) => ({ name, type });

function shownGraph(graph: Graph): unknown {
  return {
    path: graph.path,
    name: graph.name,
    inputs: graph.inputs.map(shownValue),
    outputs: graph.outputs.map(shownValue),
    valueInfos: graph.valueInfos.map(shownValue),
    initializers: graph.initializers.map(shownTensor),
    sparse: graph.sparseInitializers.map(({ values, dims }) => ({ values: shownTensor(values), dims })),
    operators: graph.operators.map(({ name, opType, domain, overload, inputs, outputs, attributes, index }) => ({
      name, opType, domain, overload, inputs, outputs, index,
      attributes: attributes.filter(({ value }) => value.kind !== 'undefined').map(shownAttribute),
    })), // biome-ignore format: in the order of the type
  };
}

/** What of a model its text shows. */
function shownModel(model: Model): unknown {
  const { irVersion, producerName, producerVersion, domain, modelVersion, docString, opsetImports, metadata } = model;
  return {
    header: { irVersion, producerName, producerVersion, domain, modelVersion, docString, opsetImports, metadata },
    graph: model.graph && shownGraph(model.graph),
    functions: model.functions.map(({ name, domain, overload, attributeNames, attributeDefaults, opsetImports, docString, body }) => ({
      name, domain, overload, attributeNames, opsetImports, docString,
      defaults: attributeDefaults.map(shownAttribute),
      body: { ...(shownGraph(body) as object), name: undefined },
    })), // biome-ignore format: in the order of the type
  };
}

function roundTrip(file: string): void {
  const { model } = readModel(bytesSource(readFileSync(file)));
  if (model?.graph === undefined) return;
  const { text } = printModel(model);
  const { bytes, problems } = parseModelText(text);
  assert.deepEqual(
    problems.map(({ message, span }) => `${message.en}: ${text.slice(span!.start - 80, span!.end)}`),
    [],
  );
  const again = readModel(bytesSource(bytes!));
  assert.deepEqual(again.problems, []);
  assert.deepEqual(shownModel(again.model!), shownModel(model));
  assert.equal(printModel(again.model!).text.replaceAll(/ {2}# .*/g, ''), text.replaceAll(/ {2}# .*/g, ''));
}

function models(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.onnx'))
    .map((file) => path.join(folder, file))
    .sort();
}

test('the examples print, parse and read as they were', () => {
  for (const file of models(inRepository('examples'))) roundTrip(file);
});

for (const part of ['onnx', 'onnx-backend-tests']) {
  test(`every model of corpus/${part} prints, parses and reads as it was`, {
    skip: withoutShared('corpus', part),
  }, () => {
    const files = models(inShared('corpus', part)!);
    assert.ok(files.length > 300);
    for (const file of files) {
      try {
        roundTrip(file);
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`);
      }
    }
  });
}
