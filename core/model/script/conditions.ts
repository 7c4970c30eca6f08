import type { TextSpan } from '../place';
import type { Accelerator, ScriptPlace } from './script-place';

/** A test of what a message says: `"CUDA out of memory" in str(error)`. Only tests for CUDA or for memory are listed. */
export interface MessageTestFact extends ScriptPlace {
  readonly operator: '==' | '!=' | 'in' | 'not in' | 'startswith';
  readonly text: string;
  readonly literalSpan: TextSpan;
}

/** `if torch.cuda.is_available(): ... else: ...`, or a conditional expression. */
export interface GuardFact extends ScriptPlace {
  /**
   * The call or name that is asked, canonical: `torch.cuda.is_available`, `torch.Tensor.is_cuda`; `cuda` for a comparison
   * with that name (`device.type == "cuda"`), `CUDA` with what means it (`Platform.CUDA`, `"CUDAExecutionProvider"`);
   * `torch.version.cuda` where that is asked for, `torch.cuda.device_count` where it is compared.
   */
  readonly name: string;
  readonly conditionSpan: TextSpan;
  /** `assert`: one that fails where the answer is no. */
  readonly form: 'if' | 'conditional' | 'assert' | 'while' | 'value';
  /** What runs where CUDA is there; what runs where it is not. Absent where the question does not decide it (`a or question`). */
  readonly body?: TextSpan | undefined;
  readonly alternative?: TextSpan | undefined;
  /** The question is asked elsewhere, in another function or file, and its answer used here. */
  readonly isRepeated?: boolean | undefined;
  /**
   * No rule tells it as a question for CUDA (a count of devices, `Platform.CUDA`): what stands behind it is told, and does not
   * fail.
   */
  readonly isUntold?: boolean | undefined;
  /** The answer is yes only where PyTorch is built with CUDA (`torch.version.cuda`): no shim makes it so. */
  readonly isOfBuild?: boolean | undefined;
}

/** A region that already handles other accelerators. */
export interface PortedRegion {
  readonly span: TextSpan;
  /** What shows it: `torch.npu.is_available`, `"npu"`, `import torch_npu`, `torch.accelerator`. */
  readonly by: string;
  readonly accelerators: readonly Accelerator[];
}
