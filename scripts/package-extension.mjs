// Makes portolan.vsix of the bundles in dist/: node scripts/package-extension.mjs [--web] [--out FILE]
// The manifest is not the repository's own: a web extension host takes "type": "module" to mean that our entries are ES
// modules, and what is for development only has no business in a package. With --web only the web entry is left: VS Code
// runs an extension that has both on the remote side, and in vscode.dev there is none.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { web: { type: 'boolean' }, out: { type: 'string' } } });
const out = path.resolve(values.out ?? path.join(root, 'portolan.vsix'));
const stage = path.join(root, 'out', values.web ? 'extension-web' : 'extension');

function vsce(cwd, ...args) {
  const tool = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`vsce ${args.join(' ')}:\n${stdout}\n${stderr}`);
  return stdout;
}

rmSync(stage, { recursive: true, force: true });
const files = vsce(root, 'ls', '--no-dependencies').split('\n').filter(Boolean);
for (const file of [...files, '.vscodeignore']) {
  mkdirSync(path.dirname(path.join(stage, file)), { recursive: true });
  cpSync(path.join(root, file), path.join(stage, file));
}
const {
  type,
  private: _,
  bin,
  scripts,
  devDependencies,
  overrides,
  ...manifest
} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
if (values.web) delete manifest.main;
writeFileSync(path.join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
mkdirSync(path.dirname(out), { recursive: true });
// There is no public repository for links between the READMEs to lead to.
vsce(stage, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', out);
console.log(
  `${path.relative(process.cwd(), out)}: ${(statSync(out).size / 2 ** 20).toFixed(2)} MiB, ${files.length} files`,
);
