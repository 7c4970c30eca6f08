import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { inRepository } from '../harness/repository';

const ajv = new Ajv({ allowUnionTypes: true });
for (const name of ['lint', 'ops', 'estimate', 'report']) {
  ajv.addSchema(JSON.parse(readFileSync(inRepository(`rules/schema/${name}-output.schema.json`), 'utf8')));
}

/** Holds what the program prints against rules/schema. */
export function isValid(
  schema: 'lint-output' | 'ops-output' | 'estimate-output' | 'report-output',
  value: unknown,
): void {
  const valid = ajv.validate(`https://portolan.dev/schema/${schema}.json`, value);
  assert.ok(valid, ajv.errorsText(ajv.errors, { separator: '\n' }));
}
