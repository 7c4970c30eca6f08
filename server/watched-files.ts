import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { scriptKindOf } from '../core/lint';
import { isConfigurationName } from './checkpoints/configuration-uri';
import { modelOf, normal } from './model-uri';
import type { FileChange } from './scripts/file-change';
import type { Session } from './session';
import { pathOf, withPath } from './settings/model-settings';
import { isBelowSkipped } from './skipped-folders';
import type { WorkspaceModels } from './workspace-models';

/**
 * Of what a client's watcher told, the files that findings may be about or depend on. Of a folder that was deleted, moved
 * or brought by a switch of branches, watchers tell the folder alone: it stands here for the files in it.
 */
export async function changedFiles(
  session: Session,
  models: WorkspaceModels,
  events: readonly FileEvent[],
): Promise<readonly FileChange[]> {
  const changes = new Map<string, boolean>();
  const gone = new Set<string>();
  const made: string[] = [];
  for (const { uri, type } of events) {
    if (isOfInterest(uri)) changes.set(normal(uri), type !== FileChangeType.Deleted);
    else if (type === FileChangeType.Deleted) gone.add(pathOf(uri));
    else if (type === FileChangeType.Created) made.push(uri);
  }
  if (gone.size > 0) {
    for (const uri of await knownBelow(session, models, gone)) {
      // The folder may have come back since.
      if (!changes.has(uri) && (await session.files(uri)?.version(uri)) === undefined) changes.set(uri, false);
    }
  }
  for (const uri of made) {
    if (isBelowSkipped(`${uri}/`, session.folders)) continue;
    const status = await session.files(uri)?.workspace.status(pathOf(uri));
    if (status?.kind !== 'directory') continue;
    for (const file of await models.below(uri)) changes.set(file, true);
  }
  return [...changes]
    .filter(([uri]) => modelOf(uri) !== undefined || !isBelowSkipped(uri, session.folders))
    .map(([uri, exists]) => ({ uri, exists }));
}

function isOfInterest(uri: string): boolean {
  return modelOf(uri) !== undefined || isConfigurationName(uri) || scriptKindOf(pathOf(uri)) !== undefined;
}

async function knownBelow(
  session: Session,
  models: WorkspaceModels,
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
  const known = new Set((await models.known()).filter((uri) => isBelow(pathOf(uri))));
  for (const path of scripts) if (isBelow(path)) known.add(normal(withPath(first!.uri, path)));
  return known;
}
