import type { CudaApi } from '../../../core/model';
import { portable, sharedOutOfMemoryError } from './portable';
import { withoutCuda } from './without-cuda';

/**
 * The rows of a route, with what PyTorch itself says of each name: what it does without CUDA, and what stands for it on any
 * accelerator. `accelerator` lists the names whose portable form the route is known to serve; all of them where absent.
 */
export function withPytorch(
  rows: Readonly<Record<string, CudaApi>>,
  accelerator?: ReadonlySet<string>,
): Record<string, CudaApi> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]): [string, CudaApi] => {
      const absence = row.withoutCuda ?? withoutCuda.get(name);
      const common = accelerator === undefined || accelerator.has(name) ? portable.get(name) : undefined;
      const shared = row.replacement === sharedOutOfMemoryError.name ? sharedOutOfMemoryError : common;
      return [
        name,
        {
          ...row,
          ...(absence === undefined ? {} : { withoutCuda: absence }),
          ...(shared === undefined ? {} : { portable: shared }),
        },
      ];
    }),
  );
}
