import type { Expression } from '../syntax/nodes';

/** The devices and backends that tie a script to NVIDIA's parts. */
const deviceText = /^cuda(?=$|:)/;
const backendText = /(?<=^|[:,])nccl(?=$|,)/;

/** Characters of `cuda` and `nccl`. */
export const shortestName = 4;

export interface DeviceName {
  readonly start: number;
  readonly end: number;
  readonly about: 'device' | 'backend';
}

/** Where in a text the device's or backend's name stands. */
export function deviceNameIn(text: string): DeviceName | undefined {
  if (deviceText.test(text)) return { start: 0, end: 4, about: 'device' };
  const backend = text.includes('nccl') ? backendText.exec(text) : null;
  return backend ? { start: backend.index, end: backend.index + 4, about: 'backend' } : undefined;
}

/** What devices are called, by PyTorch and by programs that choose one; an empty text. */
const deviceWord =
  /^($|auto$|none$|gpu$|accelerator$|host$|(cuda|cpu|mps|mlx|metal|xpu|npu|tpu|hpu|xla|meta|mlu|musa|vulkan|opencl|hip|rocm|ipu|mtia|privateuseone|directml|dml|sdaa|gcu|ascend|neuron)(:|$))/i;
/** What an implementation is called beside `cuda`. */
const codeWord = /^(ref|reference|torch|pytorch|native|python|numpy|jax|triton|eager|all)$/i;

/** One of several texts that is no device's name. */
export function namesNoDevice(node: Expression): boolean {
  return node.kind === 'String' && node.value !== undefined && !deviceWord.test(node.value);
}

/** Whether a text is what an implementation is called. */
export function namesCode(node: Expression): boolean {
  return node.kind === 'String' && node.value !== undefined && codeWord.test(node.value);
}

/** `["cuda", "xpu", "cpu"]`: what is supported, or what there is a row for; no device is chosen by it. */
export function listsDeviceTypes(elements: readonly Expression[]): boolean {
  const types = elements.map((element) => (element.kind === 'String' ? element.value : undefined));
  return new Set(types).size > 1 && types.every(namesType);
}

/** Not `cuda:0`, which is one device. */
function namesType(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !text.includes(':') && deviceWord.test(text);
}
