import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  cacheBytesPerToken,
  checkpointBytes,
  countParameters,
  type ModelDescription,
  readModelDescription,
} from '../../core/llm';
import { inShared, withoutShared } from '../harness/repository';

interface KnownModel {
  readonly config: Record<string, unknown>;
  readonly computed: {
    readonly total?: number;
    readonly activated_incl_embed_and_head?: number;
    readonly activated_excl_embed?: number;
    readonly mtp_unique?: number;
    readonly fp8_block128_checkpoint_bytes?: number;
    readonly bf16_bytes_main?: number;
    readonly kv_bytes_per_token?: Record<string, number>;
  };
}

const file = inShared('facts/llm/models.json');
const skip = withoutShared('facts/llm/models.json');
const models = Object.entries(
  file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, KnownModel>),
);

function describe(config: Record<string, unknown>): ModelDescription {
  const { description, problems } = readModelDescription(JSON.stringify(config));
  assert.deepEqual(problems, []);
  assert.ok(description);
  return description;
}

const counted = models.filter(([, { computed }]) => computed.total !== undefined);

test('25 models state a count', { skip }, () => assert.equal(counted.length, 25));

for (const [name, { config, computed }] of counted) {
  test(`${name}: parameters and bytes as published`, () => {
    const model = describe(config);
    const parameters = countParameters(model);
    assert.equal(parameters.total, computed.total);
    assert.equal(parameters.active, computed.activated_incl_embed_and_head);
    assert.equal(parameters.activeWithoutEmbedding, computed.activated_excl_embed);
    assert.equal(parameters.prediction, computed.mtp_unique);
    const cache = computed.kv_bytes_per_token ?? {};
    const withoutIndexer = { ...model, attention: { ...model.attention, indexer: undefined } } as ModelDescription;
    assert.equal(cacheBytesPerToken(withoutIndexer, 'bf16'), cache['bf16']);
    assert.equal(cacheBytesPerToken(withoutIndexer, 'fp8'), cache['fp8_1B'] ?? cache['fp8_or_int8']);
    if (computed.fp8_block128_checkpoint_bytes !== undefined && model.quantization !== undefined) {
      assert.equal(checkpointBytes(model), computed.fp8_block128_checkpoint_bytes);
    }
  });
}

for (const [name, { config }] of models.filter(([, { computed }]) => computed.total === undefined)) {
  test(`${name}: an architecture that is not known is refused by its name`, () => {
    const { description, problems } = readModelDescription(JSON.stringify(config));
    assert.equal(description, undefined);
    assert.match(problems[0]!.message.en, /deepseek_v4/);
    assert.match(problems[0]!.message.zh, /deepseek_v4/);
  });
}
