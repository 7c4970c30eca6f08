import type { Certainty, DeviceSink } from '../../model';
import type { Argument } from '../syntax/nodes';

/** Functions that take a device or backend by position: its index. */
const positions: Readonly<Record<string, readonly [index: number, kind: DeviceSink['kind']]>> = {
  'torch.device': [0, 'device'],
  'torch.set_default_device': [0, 'device'],
  'torch.get_device_module': [0, 'device'],
  'torch.Generator': [0, 'device'],
  'torch.Tensor.to': [0, 'device'],
  'torch.Tensor.new_tensor': [2, 'device'],
  'torch.nn.Module.to': [0, 'device'],
  'torch.nn.Module.to_empty': [0, 'device'],
  'torch.cuda.set_device': [0, 'device'],
  'torch.cuda.device': [0, 'device'],
  'torch.cuda.synchronize': [0, 'device'],
  'torch.cuda.get_device_properties': [0, 'device'],
  'torch.cuda.get_device_name': [0, 'device'],
  'torch.cuda.get_device_capability': [0, 'device'],
  'torch.cuda.current_stream': [0, 'device'],
  'torch.load': [1, 'map-location'],
  'torch.jit.load': [1, 'map-location'],
  'safetensors.torch.load_file': [1, 'device'],
  'torch.autocast': [0, 'device-type'],
  'torch.amp.autocast': [0, 'device-type'],
  'torch.amp.GradScaler': [0, 'device-type'],
  'torch.amp.is_autocast_available': [0, 'device-type'],
  'torch.is_autocast_enabled': [0, 'device-type'],
  'torch.get_autocast_dtype': [0, 'device-type'],
  'torch.set_autocast_dtype': [0, 'device-type'],
  'torch.set_autocast_enabled': [0, 'device-type'],
  'torch.distributed.init_device_mesh': [0, 'device-type'],
  'torch.distributed.device_mesh.init_device_mesh': [0, 'device-type'],
  'torch.distributed.device_mesh.DeviceMesh': [0, 'device-type'],
  'torch.distributed.DeviceMesh': [0, 'device-type'],
  'torch.distributed.tensor.DeviceMesh': [0, 'device-type'],
  'torch.distributed.init_process_group': [0, 'backend'],
  'torch.distributed.new_group': [2, 'backend'],
  'torch.distributed.is_backend_available': [0, 'backend'],
  'torch.distributed.Backend': [0, 'backend'],
};

/** What an argument, a field or a key of a name is for; undefined where it is for no device. */
export function kindOfName(name: string): DeviceSink['kind'] | undefined {
  if (/^map_location$/i.test(name)) return 'map-location';
  if (/(^|_)device_type$/i.test(name)) return 'device-type';
  if (/(^|_)(device|device_map|devices|torch_device|accelerator)$/i.test(name)) return 'device';
  return /(^|_)backend$/i.test(name) ? 'backend' : undefined;
}

export interface SinkCall {
  /** Canonical, `?.to` for a method of something unknown; undefined for a function that has no such name. */
  readonly name: string | undefined;
  readonly certainty: Certainty;
  readonly arguments: readonly Argument[];
}

/** What an argument of a call is to a device's name; undefined where it is no sink. */
export function sinkOf(call: SinkCall, argument: Argument, index: number): DeviceSink | undefined {
  const { name } = call;
  const isTorchs = name?.startsWith('torch.') ?? false;
  const sink = (kind: DeviceSink['kind'], certainty: Certainty, of = name ?? ''): DeviceSink => ({
    kind,
    name: of,
    span: { start: argument.value.start, end: argument.value.end },
    certainty,
  });
  if (argument.splat) return undefined;
  if (argument.keyword === undefined) {
    const position = name === undefined ? undefined : positions[name];
    if (position?.[0] === index) return sink(position[1], call.certainty);
    if (index === 0 && (name === '?.to' || name?.endsWith('.to'))) return sink('device', 'assumed');
    if (name === 'getattr' && index === 2) return defaultOfKey(call, 1, sink);
    if (index === 1 && name !== undefined && hasDefault.test(name)) return defaultOfKey(call, 0, sink);
    return undefined;
  }
  const keyword = argument.keyword.id;
  if (name !== undefined && isOption.test(name)) return ofOption(call, keyword, sink);
  const kind = kindOfName(keyword);
  if (!kind) return undefined;
  if (kind === 'backend') {
    const isDistributed = name?.startsWith('torch.distributed.') ?? false;
    return isDistributed ? sink('backend', call.certainty) : isTorchs ? undefined : sink('backend', 'assumed', keyword);
  }
  return sink(kind, isTorchs ? call.certainty : 'assumed', name === undefined ? keyword : name);
}

/** Options of argparse, click and typer. */
const isOption = /(^|\.)add_argument$|^click\.option$|^typer\.(Option|Argument)$/;

function ofOption(
  call: SinkCall,
  keyword: string,
  sink: (kind: DeviceSink['kind'], certainty: Certainty, name?: string) => DeviceSink,
): DeviceSink | undefined {
  if (keyword !== 'default' && keyword !== 'choices') return undefined;
  const written = call.arguments.find(({ value }) => value.kind === 'String' && value.value?.startsWith('-'))?.value;
  const option = written?.kind === 'String' ? (written.value ?? '') : '';
  const isDevice = kindOfName(option.replaceAll('-', '_')) !== undefined;
  return sink(keyword, isDevice ? 'proven' : 'assumed');
}

/** `kwargs.get("device", "cuda")`. */
const hasDefault = /\.(get|pop|setdefault)$/;

function defaultOfKey(
  call: SinkCall,
  keyAt: number,
  sink: (kind: DeviceSink['kind'], certainty: Certainty, name?: string) => DeviceSink,
): DeviceSink | undefined {
  const key = call.arguments[keyAt]?.value;
  const name = key?.kind === 'String' ? key.value : undefined;
  return name !== undefined && kindOfName(name) ? sink('default', 'assumed', name) : undefined;
}
