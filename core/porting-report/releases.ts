import { oneMinor, type ReleaseRange, type ScriptRoute, type TorchReleases } from '../model';
import type { TorchPorting } from './report';
import type { ScriptSummary } from './script-summary';

/** The PyTorch releases that the scripts of a folder were judged by on a route, those of the most files first. */
export function releasesOf(
  scripts: readonly ScriptSummary[],
  route: ScriptRoute,
  pathOf: (path: string) => string,
): TorchPorting[] {
  const groups = new Map<string, { releases: TorchReleases; files: number }>();
  for (const { releases } of scripts) {
    const own = releases.get(route);
    if (own === undefined) continue;
    const key = JSON.stringify(own);
    const group = groups.get(key) ?? { releases: own, files: 0 };
    groups.set(key, group);
    group.files += 1;
  }
  return [...groups.values()]
    .sort((a, b) => b.files - a.files)
    .map(({ releases, files }) => {
      const name = nameOf(releases);
      const pins = releases.pins.map(({ path, line, requirement }) => `${pathOf(path)}:${line} ${requirement}`);
      return { ...(name === undefined ? {} : { releases: name }), pins, files };
    });
}

function nameOf(range: ReleaseRange): string | undefined {
  const { first, before } = range;
  const parts = [
    ...(first === undefined ? [] : [`>=${first.join('.')}`]),
    ...(before === undefined ? [] : [`<${before.join('.')}`]),
  ];
  return oneMinor(range) ?? (parts.length === 0 ? undefined : parts.join(','));
}
