import type { CudaAbsence } from '../../../core/model';
import { pytorch } from './evidence';

type Effect = Omit<CudaAbsence, 'evidence'>;

const of = (file: string, effect: Effect, names: string): [string, CudaAbsence][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [`torch.cuda.${name}`, { ...effect, evidence: pytorch('v2.8.0', file) }]);

const raises: Effect = { effect: 'raises' };
const ignored: Effect = { effect: 'ignored' };
const answers = (answer: string): Effect => ({ effect: 'answers', answer });

const init = 'torch/cuda/__init__.py';
const memory = 'torch/cuda/memory.py';
const random = 'torch/cuda/random.py';

/**
 * What functions of torch.cuda do in a PyTorch that was built without CUDA, read from their source: those that call
 * `_lazy_init` or a function of `torch._C` raise, those that ask first whether CUDA was initialised answer or do nothing.
 */
export const withoutCuda: ReadonlyMap<string, CudaAbsence> = new Map([
  ...of(
    init,
    raises,
    `device current_device set_device synchronize get_device_name get_device_capability get_device_properties
     can_device_access_peer current_stream default_stream init ipc_collect cudart utilization memory_usage
     temperature power_draw clock_rate current_blas_handle get_sync_debug_mode set_sync_debug_mode`,
  ),
  // A tensor that is on no CUDA device changes none.
  ...of(init, ignored, 'device_of'),
  ...of(init, answers('0'), 'device_count'),
  ...of(init, answers('False'), 'is_available is_initialized is_bf16_supported'),
  ...of(init, answers('[]'), 'get_arch_list'),
  ...of(init, answers("''"), 'get_gencode_flags'),
  ...of(
    memory,
    raises,
    `caching_allocator_alloc caching_allocator_delete set_per_process_memory_fraction get_per_process_memory_fraction
     reset_accumulated_memory_stats reset_peak_memory_stats reset_max_memory_allocated reset_max_memory_cached
     reset_accumulated_host_memory_stats reset_peak_host_memory_stats memory_snapshot memory_summary mem_get_info
     get_allocator_backend change_current_allocator CUDAPluggableAllocator`,
  ),
  ...of(memory, ignored, 'empty_cache'),
  ...of(
    memory,
    answers('0'),
    'memory_allocated max_memory_allocated memory_reserved max_memory_reserved memory_cached max_memory_cached',
  ),
  ...of(
    memory,
    answers('{}'),
    'memory_stats memory_stats_as_nested_dict host_memory_stats host_memory_stats_as_nested_dict',
  ),
  ...of(random, ignored, 'manual_seed manual_seed_all seed seed_all set_rng_state set_rng_state_all'),
  ...of(random, answers('[]'), 'get_rng_state_all'),
  ...of(random, raises, 'get_rng_state initial_seed'),
  ...of('torch/cuda/streams.py', raises, 'Stream ExternalStream Event'),
  ...of(
    'torch/cuda/graphs.py',
    raises,
    'CUDAGraph graph graph_pool_handle make_graphed_callables is_current_stream_capturing',
  ),
  ...of(
    'torch/cuda/nvtx.py',
    raises,
    'nvtx.range_push nvtx.range_pop nvtx.range_start nvtx.range_end nvtx.range nvtx.mark',
  ),
  ...of('torch/cuda/profiler.py', raises, 'profiler.start profiler.stop profiler.profile'),
  ...of(memory, raises, '_record_memory_history _dump_snapshot _snapshot'),
  ...of('torch/amp/autocast_mode.py', answers('disabled'), 'amp.autocast'),
  ...of('torch/amp/grad_scaler.py', answers('disabled'), 'amp.GradScaler'),
]);
