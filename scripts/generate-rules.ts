import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the registries of rules from the folders under rules/checks: a folder with an index.ts is a rule. Those of graphs
 * stand apart, and so do the names of all: who lints a graph loads no other rule.
 */
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
  const ofGraphs = codes.filter((code) => code.startsWith('onnx/'));
  const others = codes.filter((code) => !code.startsWith('onnx/'));
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(path.join(checks, `${name}.generated.ts`), lines.join('\n'));
  };
  write('graph-rules', registry('GraphRule', ofGraphs));
  write('other-rules', registry('Rule', others));
  write('codes', [
    '// Written by scripts/generate-rules.ts: the code of every rule that has a folder.',
    'export const codes: readonly string[] = [',
    ...codes.map((code) => `  '${code}',`),
    '];',
    '',
  ]);
}

/** One rule a line, by name: two rules that are added at once do not touch each other's lines. */
function registry(type: string, codes: readonly string[]): string[] {
  return [
    '// Written by scripts/generate-rules.ts: rules that have a folder.',
    `import type { ${type} } from '../../core/model';`,
    ...codes.map((code) => `import { rule as ${nameOf(code)} } from './${code}';`),
    '',
    `export const rules: readonly ${type}[] = [`,
    ...codes.map((code) => `  ${nameOf(code)},`),
    '];',
    '',
  ];
}

/** `torch/cuda-call` -> `torchCudaCall`. */
function nameOf(code: string): string {
  return code.replaceAll(/[/-](.)/g, (_, letter: string) => letter.toUpperCase());
}
