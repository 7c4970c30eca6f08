import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { inRepository } from '../harness/repository';

/**
 * The program, built from the sources as they are now and laid out as in the package; the path of its bin. Files of tests
 * run side by side: each names a place of its own.
 */
export function builtProgram(place: string): string {
  const folder = inRepository(`out/program-under-test/${place}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/cli`, { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs', '--cli', `${folder}/dist/cli`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  cpSync(inRepository('package.json'), `${folder}/package.json`);
  for (const name of ['bin.cjs', 'thread.cjs']) cpSync(inRepository('cli', name), `${folder}/cli/${name}`);
  return `${folder}/cli/bin.cjs`;
}
