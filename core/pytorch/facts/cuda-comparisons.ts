import { isCollection } from '../syntax/children';
import type { Call, Comparison, Expression } from '../syntax/nodes';
import { indexedCuda } from './made-text';
import { namesOther } from './other-vendors';

const cudaName = /^cuda(:\d*)?$/;

/** `device.type == "cuda"`, `"cuda" in str(device)`, `device in ("cuda", "xpu")`: CUDA, and nothing else that is a target. */
export function comparesWithCuda({ operators, operands }: Comparison, text: string): boolean {
  if (operators.length !== 1 || !/^(==|!=|is|is not|in|not in)$/.test(operators[0]!)) return false;
  return operands.some((operand) => {
    const candidates = isCollection(operand) ? operand.elements : [operand];
    const isOne = (candidate: Expression) => isCuda(candidate, text);
    return candidates.some(isOne) && candidates.every((candidate) => isOne(candidate) || namesOther(candidate));
  });
}

/** Members of enumerations; accelerate calls CUDA's the one that is `MULTI_GPU` beside `MULTI_NPU`. */
const members = /^(CUDA|MULTI_GPU|NCCL)$/;
const words = /^(gpu|nccl|cuda(:\d*)?)$/;
const providers = /^(CUDA|Tensorrt|NvTensorRTRTX)ExecutionProvider$/;

/**
 * `platform == Platform.CUDA`, `provider in ("CUDAExecutionProvider", "TensorrtExecutionProvider")`; `device == "gpu"`, a word of
 * the script's own that it asks for before it says "cuda"; `get_backend() == "nccl"`, which is CUDA's.
 */
export function comparesWithMeaning({ operators, operands }: Comparison): boolean {
  if (operators.length !== 1 || !/^(==|!=|is|is not|in|not in)$/.test(operators[0]!)) return false;
  return operands.some((operand) => {
    const candidates = isCollection(operand) ? operand.elements : [operand];
    return candidates.length > 0 && candidates.every(meansCuda);
  });
}

function meansCuda(node: Expression): boolean {
  if (node.kind === 'String') return words.test(node.value ?? '') || providers.test(node.value ?? '');
  return node.kind === 'Attribute' && members.test(node.name.id);
}

function isCuda(node: Expression, text: string): boolean {
  return node.kind === 'String' ? cudaName.test(node.value ?? '') : indexedCuda(node, text) !== undefined;
}

/** `device.startswith("cuda")`. */
export function asksForPrefix({ callee, arguments: given }: Call): boolean {
  const [prefix, more] = given;
  const isAsked = callee.kind === 'Attribute' && callee.name.id === 'startswith' && more === undefined;
  return isAsked && prefix?.value.kind === 'String' && cudaName.test(prefix.value.value ?? '');
}
