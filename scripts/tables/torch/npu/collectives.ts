import type { Collective, CollectiveLimit } from '../../../../core/model';
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

const group = 'torch_npu/csrc/distributed/ProcessGroupHCCL.cpp';

/** Operations that reduce take fewer types than those that only move data. */
const reducedTypes: readonly CollectiveLimit[] = [
  {
    dtypes: ['float64'],
    exceptFamilies: ['950'],
    verdict: 'unsupported',
    message: text(
      'HCCL reduces int8, int16, int32, int64, float16, float32 and bfloat16; float64 only on the 950. Reduce in float32.',
      'HCCL 归约支持 int8、int16、int32、int64、float16、float32 与 bfloat16；float64 仅 950 支持。请用 float32 归约。',
    ),
    evidence: torchNpu(`${group}:168-180`),
  },
  {
    dtypes: ['float8_e4m3fn', 'float8_e5m2'],
    verdict: 'unsupported',
    message: text(
      'HCCL does not reduce FP8: reduce in bfloat16 or float32, and quantise afterwards.',
      'HCCL 不支持 FP8 归约：请用 bfloat16 或 float32 归约后再量化。',
    ),
    evidence: torchNpu(`${group}:168-180`),
  },
];
const reducing = ['all_reduce', 'reduce', 'reduce_scatter', 'reduce_scatter_tensor'];

/** Members of ReduceOp on HCCL. */
export const npuReductions: Readonly<Record<string, Collective>> = Object.fromEntries([
  ...['SUM', 'PRODUCT', 'MIN', 'MAX'].map((name): [string, Collective] => [
    name,
    { verdict: 'native', evidence: torchNpu(`${group}:87-92`) },
  ]),
  ...['AVG', 'PREMUL_SUM'].map((name): [string, Collective] => [
    name,
    {
      verdict: 'converted',
      note: text(
        'HCCL does not have it: torch_npu sums, and scales before or afterwards.',
        'HCCL 没有该归约：torch_npu 以求和加缩放实现。',
      ),
      evidence: torchNpu(`${group}:137-156`),
    },
  ]),
  ...['BAND', 'BOR', 'BXOR'].map((name): [string, Collective] => [
    name,
    {
      verdict: 'unsupported',
      note: text(
        `HCCL raises "Cannot use ReduceOp.${name} with HCCL". A bitwise or of flags is MAX over int32, an and is MIN.`,
        `HCCL 会报 "Cannot use ReduceOp.${name} with HCCL"。标志位的按位或可用 int32 的 MAX，按位与可用 MIN。`,
      ),
      evidence: torchNpu(`${group}:94-97`),
    },
  ]),
]);

/** Collectives as the vendor's table of the newest PyTorch release lists them, and what is known beyond. */
export function npuCollectives(): Record<string, Collective> {
  const table: Record<string, Collective> = {};
  for (const { api, v } of readFacts('ascend/torch-ops.json').native_api as FactApi[]) {
    const name = api.slice('torch.distributed.'.length);
    if (!api.startsWith('torch.distributed.') || !names.includes(name)) continue;
    const newest = v.find(({ versions }) => versions.includes('2.13.0'));
    if (newest?.supported === undefined) continue;
    table[name] = {
      verdict: newest.supported ? 'native' : 'unsupported',
      evidence: listed,
      ...(reducing.includes(name) ? { limits: reducedTypes } : {}),
    };
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
