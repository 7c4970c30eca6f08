import type { Collective } from '../../../../core/model';
import { readFacts } from '../../facts';
import { issue, text, torchNpu } from '../evidence';

const listed = torchNpu('docs/zh/api/native_api/pytorch_2-13-0, torch.distributed');

interface FactApi {
  readonly api: string;
  readonly v: readonly { readonly versions: readonly string[]; readonly supported?: boolean }[];
}

const names = [
  'all_gather',
  'all_gather_coalesced',
  'all_gather_into_tensor',
  'all_gather_object',
  'all_reduce',
  'all_reduce_coalesced',
  'all_to_all',
  'all_to_all_single',
  'barrier',
  'batch_isend_irecv',
  'broadcast',
  'broadcast_object_list',
  'gather_object',
  'irecv',
  'isend',
  'monitored_barrier',
  'recv',
  'reduce',
  'reduce_scatter',
  'reduce_scatter_tensor',
  'scatter',
  'scatter_object_list',
  'send',
];

/** Collectives as the vendor's table of the newest PyTorch release lists them, and what is known beyond. */
export function npuCollectives(): Record<string, Collective> {
  const table: Record<string, Collective> = {};
  for (const { api, v } of readFacts('ascend/torch-ops.json').native_api as FactApi[]) {
    const name = api.slice('torch.distributed.'.length);
    if (!api.startsWith('torch.distributed.') || !names.includes(name)) continue;
    const newest = v.find(({ versions }) => versions.includes('2.13.0'));
    if (newest?.supported === undefined) continue;
    table[name] = { verdict: newest.supported ? 'native' : 'unsupported', evidence: listed };
  }
  table.gather = {
    verdict: 'slow',
    note: text(
      'HCCL has no gather: torch_npu does it by all_gather, so every rank needs the memory of the whole result.',
      'HCCL 没有 gather：torch_npu 以 all_gather 实现，因此每个 rank 都要占用完整结果的显存。',
    ),
    evidence: issue('Ascend/pytorch', 54, 'warning of ProcessGroupHCCL in the log'),
  };
  return table;
}
