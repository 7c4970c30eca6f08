import type { ApiTraits } from './api-traits';
import type { CallArguments } from './call-arguments';
import { deviceType } from './tensor-results';
import { torchReturns } from './torch-returns';
import { isOnHost, onHost, tensor, unknown, type Value } from './value';

/** What functions return that hand out memory of the host: of NumPy, and of what reads checkpoints. */
export function hostResult({ fromHost }: ApiTraits, certainty: Value['certainty'], args: CallArguments): Value {
  switch (fromHost) {
    case 'torch.load':
      return isCpu(args.value(1, 'map_location')) ? onHost : unknown;
    case 'safetensors.load_file': {
      const device = deviceOf(args.value(1, 'device'));
      return { kind: 'dict', certainty, element: tensor(certainty, undefined, device) };
    }
    case 'safetensors.safe_open': {
      const framework = args.value(1, 'framework')?.constant;
      const device = framework === 'pt' || framework === 'pytorch' ? deviceOf(args.value(2, 'device')) : undefined;
      return { kind: 'other', certainty, name: opened, device };
    }
    default:
      return onHost;
  }
}

/** A file of tensors that is read one by one. */
export const opened = 'safetensors.safe_open';

const deviceOf = (given: Value | undefined) => (given === undefined ? 'cpu' : deviceType(given));

const isCpu = (given: Value | undefined) => given !== undefined && deviceType(given) === 'cpu';

/** A method of something of which nothing is known but, perhaps, that it is on the host. */
export function hostMethod(object: Value, method: string, args: CallArguments): Value {
  if (method === 'cpu' || method === 'numpy') return onHost;
  if (method === 'to') return isCpu(args.value(0, 'device')) ? onHost : movedElsewhere(object, args);
  if (!isOnHost(object) || moves.has(method)) return unknown;
  return torchReturns().tensorNames.has(method) || ofContainers.has(method) ? onHost : unknown;
}

const moves = new Set(['cuda', 'npu', 'tpu', 'xpu', 'type']);
const ofContainers = new Set(['items', 'values', 'get', 'pop', 'copy', 'setdefault', 'astype']);

/** `x.to(torch.float32)` stays where it is. */
function movedElsewhere(object: Value, args: CallArguments): Value {
  const isType = args.count === 1 && args.value(0)?.kind === 'dtype' && !args.has('device') && !args.isOpen;
  return isType ? object : unknown;
}
