import type { ScriptFacts } from '../../model';

/**
 * Whether a file is for accelerators of another vendor than NVIDIA, and runs on those alone: it stands in a folder that is
 * called after them (`library/ipex/hijacks.py`), and uses their PyTorch itself. What it does with CUDA's names it does to
 * stand in for CUDA.
 */
export function isForOtherVendor({ path, text }: Pick<ScriptFacts, 'path' | 'text'>): boolean {
  return /(^|[\\/])(ipex|xpu|hpu|xla|mlu|musa|gaudi)[\\/]/i.test(path) && ofOthers.test(text);
}

const ofOthers = /\b(torch\.(xpu|hpu|mlu|musa)\b|torch_xla\b|intel_extension_for_pytorch\b|habana_frameworks\b)/;
