import type { CudaApi } from '../../../core/model';
import { pytorch, text } from './evidence';
import { portable, sharedOutOfMemoryError } from './portable';
import { withoutCuda } from './without-cuda';

const seeds: ReadonlySet<string> = new Set(['torch.cuda.manual_seed', 'torch.cuda.manual_seed_all']);
const ofSeeds: Pick<CudaApi, 'note' | 'evidence'> = {
  note: text(
    'torch.manual_seed(seed) seeds the accelerator too, whichever there is.',
    'torch.manual_seed(seed) 会同时为当前加速器设置随机种子。',
  ),
  evidence: pytorch('v2.8.0', 'torch/random.py, _seed_custom_device'),
};

/**
 * The rows of a route, with what PyTorch itself says of each name: what it does without CUDA, and what stands for it on any
 * accelerator. `accelerator` lists the names whose portable form the route is known to serve; all of them where absent.
 */
export function withPytorch(
  rows: Readonly<Record<string, CudaApi>>,
  accelerator?: ReadonlySet<string>,
): Record<string, CudaApi> {
  const untold = [...withoutCuda].flatMap(([name, { evidence }]): [string, CudaApi][] =>
    name in rows ? [] : [[name, { support: 'unknown', evidence }]],
  );
  return Object.fromEntries(
    [...Object.entries(rows), ...untold].map(([name, row]): [string, CudaApi] => {
      const absence = row.withoutCuda ?? withoutCuda.get(name);
      const common = accelerator === undefined || accelerator.has(name) ? portable.get(name) : undefined;
      const shared = row.replacement === sharedOutOfMemoryError.name ? sharedOutOfMemoryError : common;
      return [
        name,
        {
          ...row,
          ...(seeds.has(name) ? { note: ofSeeds.note, evidence: [...row.evidence, ...ofSeeds.evidence] } : {}),
          ...(absence === undefined ? {} : { withoutCuda: absence }),
          ...(shared === undefined ? {} : { portable: shared }),
        },
      ];
    }),
  );
}
