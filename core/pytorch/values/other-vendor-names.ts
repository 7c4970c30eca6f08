import { keptByName } from '../../model';

/*
 * What is called after accelerators that are neither NVIDIA's nor a target's: questions (`is_hip`, `_use_aiter_gfx95`,
 * `on_gfx942`), and code for them alone (`forward_xpu`, `ROCmAttention`).
 */

/** What AMD calls its architectures and libraries. `hip` and `amd` mean other things as well: a joint, a maker of CPUs. */
const sure = 'rocm|aiter|gfx\\d{1,4}[a-z]{0,2}|cdna\\d?|rdna\\d?|fnuz|xpu|hpu|musa|mlu';
const vendor = new RegExp(`(?:^|_)(?:${sure})(?=_|$)`, 'i');
/** `is_hip`, `is_on_amd_platform`, `is_mps_available`: nothing but the question. */
const plain = /^_*is_(?:on_)?(?:hip|amd|mps)(?:_available|_platform|_runtime)?$/i;
/** A name that asks. `is_aiter` asks an object whether it is an asynchronous iterator. */
const asking =
  /(?:^|_)(?:is|are|on|has|have|use|uses|using|can|should|supports?|enabled?|supported|available|found)(?=_|$)/i;
const denying = /(?:^|_)(?:not|no|non|disabled?|without|except|skip|unsupported|vs)(?=_|$)/i;
/** For another one as well. */
const shared = /(?:^|_)(?:or|cuda|nvidia|npu|tpu|cpu)(?=_|$)/i;

/** Whether what is called so is yes only where another vendor's accelerator is there. */
export const asksForOtherVendor = keptByName((name) => {
  if (plain.test(name)) return true;
  if (!vendor.test(name) || !asking.test(name) || denying.test(name) || shared.test(name)) return false;
  return !/^_*is_aiter$/.test(name);
});

/** `rocm_aiter_ops.is_enabled()`: what a module or an object for another vendor's accelerators is asked. */
export const isOfOtherVendor = keptByName((name) => vendor.test(name) && !denying.test(name) && !shared.test(name));
const asks = keptByName((name) => asking.test(name) && !denying.test(name));

export function isAskedOfOtherVendor(object: string, name: string): boolean {
  return isOfOtherVendor(object) && asks(name);
}

const classOfOther =
  /(?:^|[a-z\d])(?:Rocm|ROCm|ROCM|HIP|Aiter|AITER|Xpu|XPU|Hpu|HPU|Musa|MUSA|Mlu|MLU)(?=[A-Z\d]|$)|^XPU(?=[A-Z])/;
const functionOfOther = /(?:^|_)(?:hip|amd)$/i;

/** Whether a function or class is called as one that runs on another vendor's accelerators alone: it is no question for them. */
export const isCodeOfOtherVendor = keptByName((name) => {
  const isCalled = vendor.test(name) || functionOfOther.test(name) || classOfOther.test(name);
  return isCalled && !asking.test(name) && !denying.test(name) && !shared.test(name) && !/cuda|nvidia/i.test(name);
});

/** The name of a device, as `device.type` says it. */
export const isDeviceOfOther = keptByName((text) => /^(?:xpu|hpu|musa|mlu|mps|rocm)(?::\d*)?$/.test(text));
