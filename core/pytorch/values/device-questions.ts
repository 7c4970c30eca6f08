import { keptByName } from '../../model';
import type { Call, Comparison, Expression } from '../syntax/nodes';
import { isDeviceOfOther } from './other-vendor-names';

/*
 * Questions whether a device is there, by what they are yes to: `torch.cuda.is_available`, `cuda` (a comparison with that
 * name), `torch.version.cuda`; `npu`, `tpu`, `accelerator` for other devices than CUDA, `other` for those that are no target.
 */

/** See {@link isOther}. */
const ofOther = 'other';
/** Yes to it is another vendor's accelerator. */
export const questionForOther: readonly string[] = [ofOther];

const ofApis: ReadonlyMap<string, readonly string[]> = new Map([
  ['torch.cuda.is_available', ['torch.cuda.is_available']],
  ['torch.npu.is_available', ['npu']],
  ['torch_npu.npu.is_available', ['npu']],
  ['torch.tpu.is_available', ['tpu']],
  ['torch_tpu.tpu.is_available', ['tpu']],
  ['torch.accelerator.is_available', ['accelerator']],
]);

/** Hugging Face's libraries ask torch_npu by functions of their own. */
const ofLibraries = /^(?:transformers|accelerate|diffusers|peft)\..*\bis_(?:torch_)?npu_available$/;

/** What a function of PyTorch or of a library asks; undefined for those that ask for no device. */
export function askedByApi(name: string): readonly string[] | undefined {
  if (!name.endsWith('_available')) return undefined;
  return ofApis.get(name) ?? (ofLibraries.test(name) ? ['npu'] : undefined);
}

/**
 * Functions of other libraries, and methods of a project's platforms, that ask for CUDA, by their names: what they guard is not
 * told as failing.
 */
export const asksByName = keptByName((name) => /^(is_)?(torch_)?cuda(_is)?_available$|^is_cuda(_alike)?$/.test(name));

const deviceName = /^(cuda|npu|tpu)(?::\d*)?$/;

/** `device == "cuda"`, `"npu" in str(device)`, `torch.version.cuda is not None`; undefined also where it asks for the opposite. */
export function askedByComparison(
  { operators, operands }: Comparison,
  nameOf: (node: Expression) => string | undefined,
): readonly string[] | undefined {
  const [operator] = operators;
  const [left, right] = operands;
  if (operators.length !== 1 || !left || !right) return undefined;
  if (operator === 'is not' || operator === '!=') return asksVersion(left, right, nameOf) ? [versionOfCuda] : undefined;
  if (operator !== '==' && operator !== 'in' && operator !== 'is') return undefined;
  return devicesNamed(left) ?? devicesNamed(right);
}

/** The question whether PyTorch is built with CUDA. */
export const versionOfCuda = 'torch.version.cuda';

function asksVersion(left: Expression, right: Expression, nameOf: (node: Expression) => string | undefined): boolean {
  const isNone = right.kind === 'Constant' && right.value === null;
  return isNone && left.kind === 'Attribute' && left.name.id === 'cuda' && nameOf(left) === 'torch.version.cuda';
}

/** The devices that a text names, or several texts; undefined where one of them names none. */
function devicesNamed(node: Expression): readonly string[] | undefined {
  if (node.kind === 'String') {
    const text = node.value ?? '';
    const [, device] = deviceName.exec(text) ?? (isDeviceOfOther(text) ? [text, ofOther] : []);
    return device === undefined ? undefined : [device];
  }
  if (node.kind !== 'Tuple' && node.kind !== 'List' && node.kind !== 'Set') return undefined;
  const each = node.elements.map(devicesNamed);
  const all = each.flatMap((devices) => devices ?? []);
  if (all.length === 0 || each.includes(undefined)) return undefined;
  const devices = [...new Set(all)];
  // Of several targets it is not known which one is there.
  return devices.length === 1 || devices.every((device) => device === 'cuda' || isOther(device)) ? devices : undefined;
}

/** `hasattr(torch, "npu")`, `getattr(torch, "npu", None)`. */
export function askedByAttribute({ arguments: given }: Call, nameOf: (node: Expression) => string | undefined) {
  const [object, name, otherwise, more] = given;
  if (otherwise !== undefined && !(otherwise.value.kind === 'Constant' && otherwise.value.value === null))
    return undefined;
  const asked = name?.value.kind === 'String' ? name.value.value : undefined;
  if (object === undefined || more !== undefined || !/^(npu|tpu|accelerator)$/.test(asked ?? '')) return undefined;
  return nameOf(object.value) === 'torch' ? [asked!] : undefined;
}

/** The accelerator whose package of PyTorch a module is of: `torch_npu`. */
export function askedByPackage(module: unknown): readonly string[] | undefined {
  const [, accelerator] = typeof module === 'string' ? (packages.exec(module) ?? []) : [];
  return accelerator === undefined ? undefined : [accelerator];
}

const packages = /^torch_(npu|tpu)(?:\.|$)/;

/** Whether the answer is no wherever there is neither CUDA nor another vendor's accelerator. */
export function asksForCuda(asks: readonly string[]): boolean {
  const isOfCuda = (question: string) => question.includes('cuda');
  return asks.some(isOfCuda) && asks.every((question) => isOfCuda(question) || isOther(question));
}

/** Whether a question is one for accelerators that are neither NVIDIA's nor a target's. */
export function isOther(question: string): boolean {
  return question === ofOther;
}
