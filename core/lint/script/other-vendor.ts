import type { ScriptFacts } from '../../model';
import type { ScriptIndex } from '../../pytorch';

/** Accelerators of vendors beside NVIDIA and the targets': how folders and files are called after them, and what their code names. */
interface Vendor {
  readonly called: RegExp;
  readonly names: RegExp;
}

const vendors: readonly Vendor[] = [
  // A PyTorch of their own; what is done with CUDA's names is done to stand in for CUDA.
  {
    called: /^(ipex|xpu|hpu|xla|mlu|musa|gaudi)$/i,
    names: /\b(torch\.(xpu|hpu|mlu|musa)\b|torch_xla\b|intel_extension_for_pytorch\b|habana_frameworks\b)/,
  },
  // AMD's PyTorch calls its GPUs cuda, and so does code that is written for them alone.
  {
    called: /^(amd|rocm|hip|aiter|gfx\d{2,4}[a-z]?)$/i,
    names: /\b(ROCm|HIP|AMD|AITER|gfx\d{3,4}[a-z]?)\b|\b(is_)?rocm\b|\b(from|import) aiter\b/,
  },
];

/** How many of the folders around a file tell of it: those further out are the machine's (`/home/amd/`). */
const nearest = 2;

/**
 * Whether a file is for accelerators of another vendor than NVIDIA, and runs on those alone: it is called after them, or a folder
 * around it is (`library/ipex/hijacks.py`, `models/amd/ops.py`, `fp8_hip.py`), and names them.
 */
export function isForOtherVendor(
  { path, text }: Pick<ScriptFacts, 'path' | 'text'>,
  index: Pick<ScriptIndex, 'foldersNamed'> | undefined,
): boolean {
  const folders = path.split(/[\\/]/);
  const words = folders.pop()!.split(/[_.-]/);
  // `cuda_hip_ops.py` is for both.
  const isForCuda = words.some((word) => /^(cuda|nvidia)$/i.test(word));
  const called = [...folders.slice(-nearest), ...(isForCuda ? [] : words)];
  return (
    vendors.some((vendor) => called.some((word) => vendor.called.test(word)) && vendor.names.test(text)) ||
    isBesideNvidia(folders, index)
  );
}

/** In a folder of the project, at any depth, beside which one for NVIDIA's hardware lies: `models/amd/ops/quick/` and `models/nvidia/`. */
function isBesideNvidia(folders: readonly string[], index: Pick<ScriptIndex, 'foldersNamed'> | undefined): boolean {
  return folders.some((name, at) => {
    if (!vendors.some(({ called }) => called.test(name))) return false;
    const parent = `${folders.slice(0, at).join('/')}/`;
    return ['nvidia', 'cuda'].some((other) => index?.foldersNamed?.(other).includes(`${parent}${other}/`));
  });
}
