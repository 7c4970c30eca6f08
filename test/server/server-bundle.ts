import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { ownDataAsText } from '../harness/build-scripts';
import { inRepository } from '../harness/repository';

let bundled: Promise<string> | undefined;

/** The server of the sources as they are now, bundled once for a test file; dist/ may be older. */
export function serverBundle(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const outfile = inRepository('out', 'test-server', `${process.pid}.cjs`);
  await build({
    entryPoints: [inRepository('server', 'node.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    plugins: [await ownDataAsText()],
    define: { PORTOLAN_VERSION: '"test"' },
    logLevel: 'error',
  });
  process.on('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}
