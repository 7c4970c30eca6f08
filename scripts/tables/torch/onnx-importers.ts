import type { Evidence, OnnxImporter } from '../../../core/model';
import { text } from './evidence';

const pytorch: readonly Evidence[] = [
  { source: 'pytorch/pytorch', version: '2.13.0', where: 'torch/onnx/_constants.py, ONNX_DEFAULT_OPSET' },
];
const defaults = { '2.13': 20 };

export const atc: OnnxImporter = {
  name: 'ATC',
  firstOpset: 8,
  lastOpset: 18,
  outside: 'unsupported',
  message: text(
    'ATC registers the operators of opsets 8 to 18: every operator of a model of another opset fails with E16002, "No ONNX parser is registered".',
    'ATC 只注册了 opset 8～18 的算子：其他 opset 的模型中每个算子都会报 E16002（No ONNX parser is registered）。',
  ),
  // ReduceL1 and ReduceL2 stop at 17.
  advised: 17,
  defaults,
  evidence: [
    { source: 'hicann/ge', version: 'ffdcbc9f7496', where: 'parser/parser/onnx/onnx_parser.cc:412-468' },
    ...pytorch,
  ],
};

export const tpuMlir: OnnxImporter = {
  name: 'tpu-mlir',
  lastOpset: 19,
  outside: 'limited',
  message: text(
    'tpu-mlir has no converter for what newer opsets bring in (Gelu in 20, Attention and RMSNormalization in 23): "Op not support". Up to 19 PyTorch writes them as several operators, which tpu-mlir fuses.',
    'tpu-mlir 没有新 opset 引入的算子（20 的 Gelu，23 的 Attention、RMSNormalization）的转换实现，会报 “Op not support”。opset 19 及以下时 PyTorch 会导出为多个算子，tpu-mlir 可将其融合。',
  ),
  advised: 17,
  defaults,
  evidence: [
    { source: 'sophgo/tpu-mlir', version: '36e3c625ae35', where: 'python/transform/OnnxConverter.py, onnxop_factory' },
    ...pytorch,
  ],
};
