import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isStandardDomain, latestOpset, operatorNames, runtimeSchemaOf, schemaOf, schemasOf } from '../../core/onnx';
import { inShared, withoutShared } from '../harness/repository';

test('versions of an operator follow the opset', () => {
  assert.deepEqual(
    [1, 10, 11, 21, 22, 28, 99].map((opset) => schemaOf('', 'Conv', opset)?.since),
    [1, 1, 11, 11, 22, 22, 22],
  );
  assert.equal(schemaOf('', 'LayerNormalization', 16), undefined);
  assert.equal(schemaOf('', 'LayerNormalization', 17)?.origin, 'onnx');
  assert.equal(schemaOf('', 'Conv', 2n ** 62n)?.since, 22);
  assert.equal(schemaOf('', 'Conv', 0), undefined);
});

test('ai.onnx is the standard domain', () => {
  assert.equal(schemaOf('ai.onnx', 'Relu', 14), schemaOf('', 'Relu', 14));
  assert.equal(latestOpset('ai.onnx'), 28);
  assert.ok(isStandardDomain('ai.onnx.ml') && !isStandardDomain('com.microsoft'));
});

test('names that a file may invent have no schema', () => {
  for (const name of ['__proto__', 'constructor', 'toString', '']) {
    assert.equal(schemaOf('', name, 20), undefined);
    assert.equal(schemaOf(name, 'Conv', 20), name === '' ? schemaOf('', 'Conv', 20) : undefined);
    assert.equal(latestOpset(name), name === '' ? 28 : undefined);
  }
});

test('parameters, attributes and defaults', () => {
  const loop = schemaOf('', 'Loop', 13)!;
  assert.deepEqual(
    loop.inputs.map(({ name, option, homogeneous, minimum }) => [name, option, homogeneous, minimum]),
    [
      ['M', 'optional', true, 1],
      ['cond', 'optional', true, 1],
      ['v_initial', 'variadic', false, 0],
    ],
  );
  assert.deepEqual([loop.minInputs, loop.maxInputs, loop.minOutputs, loop.maxOutputs], [2, undefined, 1, undefined]);
  assert.deepEqual(loop.attributes.get('body'), {
    name: 'body',
    type: 'graph',
    required: true,
    defaultValue: undefined,
  });
  assert.deepEqual(schemaOf('', 'Softmax', 12)?.attributes.get('axis')?.defaultValue, { kind: 'int', value: 1 });
  assert.deepEqual(schemaOf('', 'Softmax', 13)?.attributes.get('axis')?.defaultValue, { kind: 'int', value: -1 });
  assert.deepEqual(schemaOf('', 'MeanVarianceNormalization', 13)?.attributes.get('axes')?.defaultValue, {
    kind: 'ints',
    value: [0, 2, 3],
    count: 3,
  });
  assert.deepEqual(schemaOf('', 'Softmax', 13)?.inputs[0]?.types, [
    'tensor(float16)',
    'tensor(float)',
    'tensor(double)',
    'tensor(bfloat16)',
  ]);
  assert.deepEqual(schemaOf('', 'If', 25)?.inputs[0]?.types, ['tensor(bool)']);
});

test('deprecated operators say so from the version that deprecates them', () => {
  assert.equal(schemaOf('', 'Upsample', 9)?.deprecated, false);
  assert.equal(schemaOf('', 'Upsample', 10)?.deprecated, true);
  assert.equal(schemaOf('', 'GroupNormalization', 18)?.deprecated, true);
  assert.equal(schemaOf('', 'GroupNormalization', 21)?.deprecated, false);
});

test("operators that ONNX Runtime adds to ONNX's domain are not ONNX's", () => {
  assert.equal(schemaOf('', 'SimplifiedLayerNormalization', 17), undefined);
  assert.equal(runtimeSchemaOf('', 'SimplifiedLayerNormalization', 17)?.origin, 'onnxruntime');
  assert.equal(runtimeSchemaOf('', 'LayerNormalization', 16)?.origin, 'onnxruntime');
  assert.equal(runtimeSchemaOf('', 'LayerNormalization', 17)?.origin, 'onnx');
  assert.equal(schemaOf('com.microsoft', 'FusedMatMul', 1)?.origin, 'onnxruntime');
  assert.ok(!operatorNames('').includes('SimplifiedLayerNormalization'));
});

interface Fact {
  domain: string;
  name: string;
  since: number;
  inputs: { name: string; type: string; option?: string; homogeneous?: boolean; minArity?: number }[];
  outputs: Fact['inputs'];
  minInput: number;
  maxInput: number | null;
  attributes: { name: string; type: string; required?: boolean; default?: unknown }[];
  typeConstraints: Record<string, string[]>;
  deprecated?: boolean;
}

/** Where the facts quote an expression in C++: any type, or the one in it. */
function evaluated(types: readonly string[]): readonly string[] {
  if (types.some((type) => type.startsWith('OpSchema::'))) return [];
  return types.map((type) => (type.startsWith('{') ? `tensor(${type.slice(2, -2)})` : type));
}

test('every schema of the facts is in the table, unchanged', { skip: withoutShared('facts', 'onnx') }, () => {
  const facts = JSON.parse(readFileSync(inShared('facts', 'onnx', 'op-schemas.json')!, 'utf8')) as Record<
    'onnx' | 'contrib',
    Fact[]
  >;
  assert.equal(facts.onnx.length, 642);
  assert.equal(facts.contrib.length, 263);
  for (const fact of [...facts.onnx, ...facts.contrib]) {
    const origin = facts.onnx.includes(fact) ? 'onnx' : 'onnxruntime';
    const schema = (origin === 'onnx' ? schemaOf : runtimeSchemaOf)(fact.domain, fact.name, fact.since)!;
    if (schema.origin !== origin) continue;
    assert.equal(schema.since, fact.since, fact.name);
    const parameters = (list: Fact['inputs']) =>
      list.map(({ name, type, option, homogeneous, minArity }) => ({
        name,
        type,
        types: evaluated(fact.typeConstraints[type] ?? (type.includes('(') ? [type] : [])),
        option: option ?? 'single',
        homogeneous: homogeneous ?? true,
        minimum: minArity ?? 1,
      }));
    assert.deepEqual(schema.inputs, parameters(fact.inputs));
    assert.deepEqual(schema.outputs, parameters(fact.outputs));
    assert.equal(schema.maxInputs, fact.maxInput ?? undefined);
    assert.equal(schema.deprecated, fact.deprecated ?? false);
    assert.deepEqual(
      [...schema.attributes.values()].map(({ name, type, required, defaultValue }) => [
        name,
        type,
        required,
        defaultValue !== undefined,
      ]),
      fact.attributes.map(({ name, type, required, default: value }) => [
        name,
        type,
        required ?? false,
        value !== undefined,
      ]),
    );
  }
});

test('every operator of the standard domains is found by name', () => {
  const names = operatorNames('');
  assert.ok(names.length > 190 && names.includes('Attention'));
  for (const name of names) assert.ok(schemasOf('', name).length > 0, name);
});
