import { execFileSync } from 'node:child_process';
import { inRepository } from '../harness/repository';

/** The extension's package, as users install it. */
export function packageExtension(): string {
  return packaged('portolan.vsix');
}

/** The same extension with nothing but its web entry, as vscode.dev runs it. */
export function packageWebExtension(): string {
  return packaged('portolan-web.vsix', '--web');
}

export function buildBundles(): void {
  execFileSync(process.execPath, [inRepository('build.mjs')], { stdio: 'inherit' });
}

function packaged(name: string, ...options: string[]): string {
  const vsix = inRepository('out', 'vscode', name);
  const script = inRepository('scripts', 'package-extension.mjs');
  execFileSync(process.execPath, [script, ...options, '--out', vsix], { stdio: ['ignore', 'ignore', 'inherit'] });
  return vsix;
}
