import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes the registry of rules from the folders under rules/checks: a folder with an index.ts is a rule. */
export function generateRules(root: string): void {
  const checks = path.join(root, 'rules', 'checks');
  const codes = readdirSync(checks, { withFileTypes: true })
    .filter((area) => area.isDirectory())
    .flatMap((area) =>
      readdirSync(path.join(checks, area.name), { withFileTypes: true })
        .filter((rule) => rule.isDirectory())
        .map((rule) => `${area.name}/${rule.name}`),
    )
    .sort();
  // One rule a line, by name: two rules that are added at once do not touch each other's lines.
  const lines = [
    '// Written by scripts/generate-rules.ts: every rule that has a folder.',
    "import type { Rule } from '../../core/model';",
    ...codes.map((code) => `import { rule as ${nameOf(code)} } from './${code}';`),
    '',
    'export const rules: readonly Rule[] = [',
    ...codes.map((code) => `  ${nameOf(code)},`),
    '];',
    '',
  ];
  writeFileSync(path.join(checks, 'rules.generated.ts'), lines.join('\n'));
}

/** `torch/cuda-call` -> `torchCudaCall`. */
function nameOf(code: string): string {
  return code.replaceAll(/[/-](.)/g, (_, letter: string) => letter.toUpperCase());
}
