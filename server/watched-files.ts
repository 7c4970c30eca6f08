import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { scriptKindOf } from '../core/lint';
import { isConfigurationName } from './checkpoints/configuration-uri';
import { isPassedOver } from './host/passed-over';
import { modelOf, normal } from './model-uri';
import type { FileChange } from './scripts/file-change';
import type { Session } from './session';
import { pathOf, withPath } from './settings/model-settings';
import type { WorkspaceListing } from './workspace-listing';

/** A file that a client's watcher told of. */
export interface WatchedChange extends FileChange {
  /** Whether it is there and is in the list of the workspace. */
  readonly isListed: boolean;
}

/**
 * Of what a client's watcher told, the files that findings may be about or depend on. Of a folder that was deleted, moved
 * or brought by a switch of branches, watchers tell the folder alone: it stands here for the files in it.
 */
export async function changedFiles(
  session: Session,
  listing: WorkspaceListing,
  events: readonly FileEvent[],
): Promise<readonly WatchedChange[]> {
  const passes = passedOver(session);
  const changes = new Map<string, boolean>();
  const gone = new Set<string>();
  const made: string[] = [];
  for (const { uri, type } of events) {
    if (isOfInterest(uri)) changes.set(normal(uri), type !== FileChangeType.Deleted);
    else if (type === FileChangeType.Deleted) gone.add(pathOf(uri));
    else if (type === FileChangeType.Created) made.push(uri);
  }
  if (gone.size > 0) {
    for (const uri of await knownBelow(session, listing, gone)) {
      // The folder may have come back since.
      if (!changes.has(uri) && (await session.files(uri)?.version(uri)) === undefined) changes.set(uri, false);
    }
  }
  for (const uri of made) {
    const status = await session.files(uri)?.workspace.status(pathOf(uri));
    if (status?.kind !== 'directory' || passes(uri, true)) continue;
    for (const file of await listing.below(uri)) changes.set(file, true);
  }
  return [...changes].map(([uri, exists]) => ({ uri, exists, isListed: exists && !passes(uri) }));
}

/** Whether a file or folder is in none of the workspace's, or passed over when these are listed. */
function passedOver(session: Session): (uri: string, isFolder?: boolean) => boolean {
  const roots = session.folders.map(({ uri }) => {
    const root = normal(uri).replace(/\/$/, '');
    return { uri: `${root}/`, path: pathOf(root), ignore: session.files(uri)?.ignoreFiles() };
  });
  return (uri, isFolder) => {
    const path = pathOf(uri);
    const root = roots.find((one) => normal(uri).startsWith(one.uri));
    if (root?.ignore === undefined) return true;
    // A notebook is looked at while it is open, as an editor shows it by cells.
    const kind = scriptKindOf(path);
    if (kind === 'notebook') return true;
    const isModel = modelOf(uri) !== undefined || (isConfigurationName(uri) && kind === undefined);
    return isPassedOver(root.ignore, isModel || isFolder === true ? 'model' : 'script', path, root.path, isFolder);
  };
}

function isOfInterest(uri: string): boolean {
  return modelOf(uri) !== undefined || isConfigurationName(uri) || scriptKindOf(pathOf(uri)) !== undefined;
}

async function knownBelow(
  session: Session,
  listing: WorkspaceListing,
  folders: ReadonlySet<string>,
): Promise<Iterable<string>> {
  const isBelow = (path: string) => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (folders.has(path.slice(0, end))) return true;
    }
    return false;
  };
  const [first] = session.folders;
  const scripts = first === undefined ? [] : await session.scripts.project.paths();
  const known = new Set((await listing.known()).filter((uri) => isBelow(pathOf(uri))));
  for (const path of scripts) if (isBelow(path)) known.add(normal(withPath(first!.uri, path)));
  return known;
}
