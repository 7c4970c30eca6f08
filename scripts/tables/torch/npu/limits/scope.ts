import { torchNpu } from '../../evidence';

/** Releases of torch_npu that the tables are published for. */
export const all = ['2.6.0', '2.7.1', '2.8.0', '2.9.0', '2.10.0', '2.11.0', '2.12.0', '2.13.0'];
export const since27 = all.slice(1);
export const tables = (module: string) => torchNpu(`docs/zh/api/native_api/pytorch_2-13-0/${module}.md`);
/** What the tables of earlier releases say and the later ones no longer do. */
export const torchNpuOf26 = (module: string) => [
  { source: 'Ascend/pytorch', version: '89d88d4560c9', where: `docs/zh/native_apis/pytorch_2-6-0/${module}.md` },
];
export const floats = ['float16', 'bfloat16', 'float32'];
