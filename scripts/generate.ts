// Writes every generated file of the repository anew. CI runs it and fails when that changes anything.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { generateIcon } from './generate-icon';
import { generateRules } from './generate-rules';
import { generateSchemas } from './generate-schemas';
import { generateTables } from './tables/generate';

const root = process.cwd();
generateIcon();
generateRules(root);
if (existsSync(path.join(root, '..', 'shared', 'facts'))) {
  generateSchemas(root);
  generateTables();
} else {
  console.warn('NOT GENERATED: tables made from ../shared/facts, which is absent');
}
