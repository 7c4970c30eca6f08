import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type ModelDescription, readModelDescription } from '../../core/llm';
import { inShared, withoutShared } from './repository';

/** Why tests of published models cannot run here; false where they can. */
export const withoutPublishedModels = withoutShared('facts/llm/models.json');

/** A model by its name on Hugging Face, as its published configuration describes it. */
export function publishedModel(name: string): ModelDescription {
  const models = JSON.parse(readFileSync(inShared('facts/llm', 'models.json')!, 'utf8')) as Record<
    string,
    { config: unknown }
  >;
  const { description } = readModelDescription(JSON.stringify(models[name]!.config));
  assert.ok(description);
  return description;
}
