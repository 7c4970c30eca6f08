import type { Portable } from '../../../core/model';
import { pytorch } from './evidence';

/** A function of torch.accelerator by its last name, and what stands for it in torch.cuda. */
const counterparts: readonly (readonly [since: string, pairs: Readonly<Record<string, string>>])[] = [
  [
    '2.6',
    {
      is_available: 'is_available',
      device_count: 'device_count',
      current_device: 'current_device_index',
      set_device: 'set_device_index',
      synchronize: 'synchronize',
    },
  ],
  ['2.8', { device: 'device_index' }],
  [
    '2.9',
    Object.fromEntries(
      [
        'empty_cache',
        'memory_allocated',
        'max_memory_allocated',
        'memory_reserved',
        'max_memory_reserved',
        'memory_stats',
        'reset_peak_memory_stats',
        'reset_accumulated_memory_stats',
      ].map((name) => [name, `memory.${name}`]),
    ),
  ],
  ['2.10', { mem_get_info: 'memory.get_memory_info' }],
];

/**
 * Functions of torch.accelerator that do on CUDA what one of torch.cuda does, and the first PyTorch release that has them:
 * `__all__` of torch/accelerator in the releases 2.6 to 2.13, compared.
 */
export const portable: ReadonlyMap<string, Portable> = new Map(
  counterparts.flatMap(([since, pairs]) =>
    Object.entries(pairs).map(([cuda, name]): [string, Portable] => {
      const file = name.startsWith('memory.') ? 'torch/accelerator/memory.py' : 'torch/accelerator/__init__.py';
      return [
        `torch.cuda.${cuda}`,
        { name: `torch.accelerator.${name}`, since, evidence: pytorch(`v${since}.0`, file) },
      ];
    }),
  ),
);

/** Every function of torch.accelerator that has a counterpart in torch.cuda, by its own name. */
export const portableFunctions: readonly Portable[] = [...portable.values()];

/** Where all accelerators share the class, and the first release that shows it. */
export const sharedOutOfMemoryError: Portable = {
  name: 'torch.OutOfMemoryError',
  since: '2.6',
  evidence: pytorch('v2.6.0', 'torch/cuda/__init__.py, OutOfMemoryError = torch._C.OutOfMemoryError'),
};
