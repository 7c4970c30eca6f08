import type { Evidence } from '../../core/model';

/** Evidence in tpu-mlir's source, at the commit from which the operator table is made. */
export const tpuMlir = (where: string): Evidence => ({ source: 'sophgo/tpu-mlir', version: '36e3c625ae35', where });

/** Evidence in the source of CANN's graph engine, whose ONNX parser atc runs. */
export const graphEngine = (where: string): Evidence => ({ source: 'hicann/ge', version: '0273d4ef01f1', where });

/** Evidence in an issue or pull request. */
export const issue = (repository: string, number: number, date: string): Evidence => ({
  source: repository,
  version: date,
  where: `https://github.com/${repository}/issues/${number}`,
});

/** Evidence in Sophgo's plugin of vLLM. */
export const vllmTpu = (where: string): Evidence => ({ source: 'sophgo/vllm-tpu', version: '9b474f248062', where });

/** Evidence in the Ascend plugin of vLLM: its source, and its documentation under docs/. */
export const vllmAscend = (where: string): Evidence => ({
  source: 'vllm-project/vllm-ascend',
  version: '182b75ea84ff',
  where,
});
