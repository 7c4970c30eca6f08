import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../harness/repository';

/** code-server's version is its VS Code's (1.100.3), the newest whose server runs on Node 20. */
const version = '4.100.3';
const ripgrep = '@vscode/ripgrep-linux-x64@1.18.0';

const folder = inRepository('.test-vscode', version);
const code = path.join(folder, 'node_modules/code-server/lib/vscode');

/**
 * VS Code's own server and web workbench, from the npm package code-server: its start script's path. Installed once,
 * into .test-vscode. Install scripts do not run: they would compile what only terminals and log files need.
 */
export function installVSCode(): string {
  const main = path.join(code, 'out/server-main.js');
  const done = path.join(folder, 'installed');
  if (existsSync(done)) return main;
  console.log(`installing VS Code (code-server ${version}) into ${path.relative(process.cwd(), folder)}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  // --force: the package names another Node.
  npm('install', '--force', `code-server@${version}`);
  npm('install', '--omit=dev', '--prefix', code);
  // workspace.findFiles needs rg, which its own package would fetch from elsewhere than the registry.
  npm('install', '--no-save', '--prefix', path.join(folder, 'rg'), ripgrep);
  const from = path.join(folder, 'rg/node_modules/@vscode/ripgrep-linux-x64/bin');
  cpSync(from, path.join(code, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
  writeFileSync(done, '');
  return main;
}

function npm(...args: string[]): void {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', [...args, ...flags], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: exit code ${status}`);
}
