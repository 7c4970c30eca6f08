// Runs after generate.ts, which writes the tables and the registry of rules that this reads.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { routes as allRoutes, levels, precisions, shimNames } from '../core/lint/settings';
import { thresholds } from '../core/lint/severity';
import { allTargets } from '../core/targets';
import { allRules } from '../rules/checks';

/** Writes the JSON Schema of portolan.config.json, by which editors complete and check it. */
function generateConfigSchema(root: string): void {
  const targets = allTargets().filter(({ routes }) => routes.graph.length > 0);
  const target = { $ref: '#/definitions/target' };
  const precision = { enum: precisions };
  const byTarget = (value: object) => ({
    anyOf: [value, { type: 'object', propertyNames: { anyOf: [{ const: '*' }, target] }, additionalProperties: value }],
  });
  const glob = { type: 'string', minLength: 1 };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://portolan.dev/schema/portolan-config.json',
    title: 'Configuration of Portolan',
    description:
      'portolan.config.json: JSON with comments. The nearest one in the folder of a model or above it holds.',
    type: 'object',
    additionalProperties: false,
    definitions: {
      target: {
        description: 'Id of a target, see `portolan targets`.',
        anyOf: targets.map(({ id, name }) => ({ const: id, title: name.en })),
      },
    },
    properties: {
      $schema: { type: 'string' },
      targets: {
        description: 'The targets to lint for, in the order of the reports.',
        type: 'array',
        items: target,
      },
      routes: {
        description:
          'The routes to take. A target that has none of them for a kind of file takes its default: tpu-mlir for ONNX on Sophgo, atc on Ascend.',
        type: 'array',
        items: { enum: allRoutes },
      },
      precision: {
        description: 'The precision of deployment: one for all targets, or by target with `*` for all others.',
        ...byTarget(precision),
      },
      dimensions: {
        description:
          'Sizes of named dimensions of models, such as {"batch": 1, "sequence": 128}: shapes, MACs and conditions are those of that deployment.',
        type: 'object',
        additionalProperties: { type: 'integer', minimum: 1 },
      },
      shim: {
        description:
          "What maps CUDA's names onto the target's when a PyTorch script runs: what it does is not reported, what it breaks is. One for all targets, or by target with `*` for all others.",
        ...byTarget({ enum: shimNames }),
      },
      torch: {
        description:
          'The PyTorch release that scripts will run on, such as "2.8". By default what the project\'s lists of packages pin, else unknown: the newest rows of the tables count.',
        type: 'string',
        pattern: '^\\d+\\.\\d+(\\.\\d+)?$',
      },
      rules: {
        description: 'What findings of a rule count as; `default` leaves them as the rule has them.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          allRules.map(({ code, title, severity }) => [
            code,
            { description: `${title.en} (${severity} by default).`, enum: levels },
          ]),
        ),
      },
      ignores: {
        description: 'Findings that somebody has looked at and accepts.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['reason'],
          anyOf: [{ required: ['rule'] }, { required: ['node'] }, { required: ['file'] }],
          properties: {
            rule: { enum: allRules.map(({ code }) => code) },
            node: { ...glob, description: 'A glob over the name of the node, input or weight.' },
            file: { ...glob, description: "A glob over the file's path, from the folder of this configuration." },
            target,
            reason: { type: 'string', pattern: '\\S', description: 'Why the finding is accepted.' },
          },
        },
      },
      threshold: {
        description: 'The least severity that makes `portolan lint` end with exit code 1.',
        enum: thresholds,
      },
    },
  };
  writeFileSync(
    path.join(root, 'rules', 'schema', 'portolan-config.schema.json'),
    `${JSON.stringify(schema, undefined, 2)}\n`,
  );
}

generateConfigSchema(process.cwd());
