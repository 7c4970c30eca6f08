import type { ScriptFindingDraft, TextSpan } from '../../../../core/model';
import { namesLike } from '../../scripts/named-facts';

/** A place that names a type of CUDA's tensors. */
export interface TypeUse {
  readonly name: string;
  readonly at: ScriptFindingDraft['at'];
  readonly span: TextSpan;
}

/** `torch.cuda.FloatTensor`, as a text. */
export function isTypeText(said: unknown): said is string {
  return typeof said === 'string' && /^torch\.cuda\.\w+Tensor$/.test(said);
}

/** What converts to a type that it is given, or makes it the default. */
export const takesType = namesLike(/^(torch\.(Tensor|nn\.Module)|\?)\.type$|^torch\.set_default_tensor_type$/);
