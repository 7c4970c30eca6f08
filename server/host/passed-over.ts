import type { IgnoreFiles } from '../../core/lint/files/ignore-files';

/**
 * Whether the list of a workspace's folder passes over a file or a folder in it. Scripts are listed as Git sees them, as the
 * command line does; models, which hardly anybody keeps in Git, wherever they lie.
 */
export function isPassedOver(
  ignore: IgnoreFiles,
  what: 'model' | 'script',
  path: string,
  root: string,
  isFolder = false,
): boolean {
  const start = root.endsWith('/') ? root.length : root.length + 1;
  for (let end = path.indexOf('/', start); end !== -1; end = path.indexOf('/', end + 1)) {
    if (leavesOut(ignore, what, path.slice(0, end), true)) return true;
  }
  return leavesOut(ignore, what, path, isFolder);
}

/** The same of one in a folder that is not passed over. */
export function leavesOut(ignore: IgnoreFiles, what: 'model' | 'script', path: string, isFolder: boolean): boolean {
  return what === 'script' ? ignore.ignores(path, isFolder) : isFolder && ignore.holdsNothingOwn(path);
}
