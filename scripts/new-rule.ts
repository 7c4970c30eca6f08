// Makes the folder of a new rule from the template of its area: node scripts/run.mjs scripts/new-rule.ts torch/my-rule
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateRules } from './generate-rules';
import { checkpointRule } from './rule-templates/checkpoint-rule';
import { graphRule } from './rule-templates/graph-rule';
import type { RuleTemplate } from './rule-templates/rule-template';
import { scriptRule } from './rule-templates/script-rule';

const templates: ReadonlyMap<string, RuleTemplate> = new Map([
  ['onnx', graphRule],
  ['llm', checkpointRule],
  ['torch', scriptRule],
]);

const root = process.cwd();
const code = process.argv[2] ?? '';
const template = templates.get(code.split('/')[0]!);
if (template === undefined || !/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) {
  throw new Error(`usage: new-rule.ts AREA/name-of-the-rule, where AREA is one of ${[...templates.keys()].join(', ')}`);
}
const folder = path.join(root, 'rules', 'checks', code);
if (existsSync(folder)) throw new Error(`${folder} is there already`);

mkdirSync(path.join(folder, 'examples'), { recursive: true });
for (const [name, content] of Object.entries(template(code))) writeFileSync(path.join(folder, name), content);
generateRules(root);
console.log(`made ${path.relative(root, folder)}; the tests tell what is still to be written`);
