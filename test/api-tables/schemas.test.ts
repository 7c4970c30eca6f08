import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { inRepository } from '../harness/repository';

const read = (file: string) => JSON.parse(readFileSync(inRepository('rules', file), 'utf8'));

function validator(schema: string) {
  const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false, strictRequired: false, strictTuples: false });
  ajv.addSchema(read('schema/chip.schema.json'));
  return ajv.compile(read(`schema/${schema}.schema.json`));
}

for (const [folder, schema] of [
  ['migrations', 'migrations'],
  ['operators', 'torch-support'],
] as const) {
  const validate = validator(schema);
  for (const route of ['torch-npu', 'torch-tpu']) {
    test(`rules/${folder}/${route}.json follows its schema`, () => {
      const isValid: boolean = validate(read(`${folder}/${route}.json`));
      assert.ok(isValid, JSON.stringify(validate.errors?.slice(0, 3)));
    });
  }
}

test('the schemas refuse a row without evidence', () => {
  const validate = validator('migrations');
  const table = read('migrations/torch-npu.json');
  delete table.limits[0].evidence;
  assert.equal(validate(table), false);
});
