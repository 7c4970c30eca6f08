import type { Workspace } from '../model';

export const configurationName = 'portolan.config.json';

/** The path of the configuration that holds for `path`: the nearest one in its folder or above. */
export async function findConfiguration(workspace: Workspace, path: string): Promise<string | undefined> {
  for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
    const candidate =
      folder === '' || folder.endsWith('/') ? `${folder}${configurationName}` : `${folder}/${configurationName}`;
    const status = await workspace.status(candidate);
    if (status?.kind === 'file' || status?.kind === 'symlink') return candidate;
  }
  return undefined;
}

/** The folder of a path: '' for a bare name, '/' at the root, undefined above both. */
function parentOf(path: string): string | undefined {
  if (path === '' || /^([A-Za-z]:)?\/$/.test(path)) return undefined;
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '';
  const parent = path.slice(0, slash);
  return parent === '' || /^[A-Za-z]:$/.test(parent) ? `${parent}/` : parent;
}
