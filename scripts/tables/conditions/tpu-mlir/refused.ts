import type { Localized } from '../../../../core/model';
import { text } from '../entry';

/** What to do about a standard operator that tpu-mlir does not import, by the facts' note on it. */
export const refusedAdvice: Readonly<Record<string, Localized>> = {
  'constant-fold it': text('Fold it into a constant at export.', '请在导出时折叠为常量。'),
  'only Loop and If are handled': text(
    'Of control flow only Loop and If are imported: unroll the scan or write it as Loop.',
    '控制流仅支持 Loop 与 If：请展开或改写为 Loop。',
  ),
  'only through torchvision::deform_conv2d in the Torch importer': text(
    'Only the TorchScript importer has it, as torchvision::deform_conv2d.',
    '仅 TorchScript 导入器通过 torchvision::deform_conv2d 支持。',
  ),
  'opset 20 Gelu is rejected by name (factory key is GELU, produced only from the decomposed erf/tanh patterns): export with opset <= 19 so PyTorch emits the decomposed form':
    text(
      'Export at opset 19 or below: PyTorch then writes the erf or tanh form, which tpu-mlir fuses.',
      '请以 opset 19 及以下导出：PyTorch 会写出 erf/tanh 分解形式，tpu-mlir 可将其融合。',
    ),
  'opset 23 op: export decomposed (MatMul/Softmax/MatMul), the struct optimiser re-fuses it': text(
    'Export it decomposed (MatMul, Softmax, MatMul); tpu-mlir fuses that again.',
    '请以分解形式（MatMul、Softmax、MatMul）导出，tpu-mlir 会重新融合。',
  ),
  'opset 23 op: no ONNX key although top.RMSNormOp exists; export decomposed': text(
    'Export it decomposed (Mul, ReduceMean, Add, Sqrt, Div, Mul).',
    '请以分解形式（Mul、ReduceMean、Add、Sqrt、Div、Mul）导出。',
  ),
  'opset 23 op: no ONNX key although top.RopeOp exists': text(
    'Export it decomposed (Slice, Neg, Concat, Mul, Add).',
    '请以分解形式（Slice、Neg、Concat、Mul、Add）导出。',
  ),
  'opset 24 KV-cache op': text('Write the cache with Concat or ScatterND.', '请用 Concat 或 ScatterND 改写 KV 缓存。'),
  'opset 24 op; export as Sigmoid*Mul': text('Export it as Sigmoid and Mul.', '请导出为 Sigmoid 加 Mul。'),
  'rewrite as Add chain + Mul': text('Write it as a chain of Add and a Mul.', '请改写为 Add 级联加 Mul。'),
  'rewrite as Mul + ReduceSum': text('Write it as Mul and ReduceSum.', '请改写为 Mul 加 ReduceSum。'),
  'rewrite as ReduceSum + Log': text('Write it as ReduceSum and Log.', '请改写为 ReduceSum 加 Log。'),
  'top op exists, Torch importer only': text(
    'Only the TorchScript importer has it; write it with Exp.',
    '仅 TorchScript 导入器支持；可用 Exp 改写。',
  ),
  'top.MishOp exists, no ONNX key (export decomposed: Softplus, Tanh, Mul)': text(
    'Export it decomposed (Softplus, Tanh, Mul).',
    '请以分解形式（Softplus、Tanh、Mul）导出。',
  ),
  'top.SoftsignOp exists and is lowered, but the ONNX importer has no key': text(
    'Write it as x / (1 + Abs(x)); the compiler has it, the ONNX importer does not.',
    '请改写为 x / (1 + Abs(x))；编译器支持，但 ONNX 导入器没有对应项。',
  ),
  'top.TanOp exists but no ONNX key': text('Write it as Sin / Cos.', '请改写为 Sin / Cos。'),
  'use Cast': text('Use Cast.', '请改用 Cast。'),
};
