import { releasesOfSetting, type ScriptRoute, type TorchReleases } from '../../model';
import type { ScriptIndex } from '../../pytorch';
import { apiTable } from '../../targets';
import type { Destination } from '../plan';
import type { Settings } from '../settings';

/** The PyTorch releases of a script on each route: what the settings say, else what the project's lists pin. */
export function releasesByRoute(
  path: string,
  destinations: readonly Destination<ScriptRoute>[],
  { torch }: Pick<Settings, 'torch'>,
  index: ScriptIndex | undefined,
): ReadonlyMap<ScriptRoute, TorchReleases> {
  const releases = new Map<ScriptRoute, TorchReleases>();
  for (const { route } of destinations) {
    if (releases.has(route)) continue;
    const found =
      torch === undefined
        ? index?.torchOf?.(path, apiTable(route).device.type === 'npu' ? 'npu' : 'tpu')
        : releasesOfSetting(torch);
    if (found !== undefined) releases.set(route, found);
  }
  return releases;
}
