import type { Workspace } from '../model';

export const configurationName = 'portolan.config.json';

/**
 * The path of the configuration that holds for `path`: the nearest one in its folder or above, up to the root of its Git
 * repository. What lies above that is not the project's, and must not decide what is found in it.
 */
export async function findConfiguration(workspace: Workspace, path: string): Promise<string | undefined> {
  for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
    const candidate = inFolder(folder, configurationName);
    const status = await workspace.status(candidate);
    if (status?.kind === 'file' || status?.kind === 'symlink') return candidate;
    // A folder, or in a worktree or submodule a file.
    if ((await workspace.status(inFolder(folder, '.git'))) !== undefined) return undefined;
  }
  return undefined;
}

function inFolder(folder: string, name: string): string {
  return folder === '' || folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** The folder of a path: '' for a bare name, '/' at the root, undefined above both. */
function parentOf(path: string): string | undefined {
  if (path === '' || /^([A-Za-z]:)?\/$/.test(path)) return undefined;
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '';
  const parent = path.slice(0, slash);
  return parent === '' || /^[A-Za-z]:$/.test(parent) ? `${parent}/` : parent;
}
