// Builds and runs the tests: node scripts/test.mjs [prefix of a path below test/]
// (node --test takes globs from Node 21 on; the files are named here for Node 20's sake.)
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const only = process.argv[2];
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

run('build.mjs', '--test', ...(only === undefined ? [] : ['--only', only]));
const files = readdirSync(path.join(root, 'out/tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.test.js') && (only === undefined || file.startsWith(only)))
  .map((file) => `out/tests/${file}`)
  .sort();
if (files.length === 0) {
  console.error(`no test below test/${only ?? ''}`);
  process.exit(1);
}
run('--test', '--test-reporter=spec', ...files);
if (only === undefined) {
  console.log('\nNOT RUN HERE: the extension in a real VS Code, which needs Chromium: npm run test:vscode');
}
