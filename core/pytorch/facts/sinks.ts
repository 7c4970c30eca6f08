import { type Certainty, type DeviceSink, keptByName, type TextSpan } from '../../model';
import type { Argument } from '../syntax/nodes';

/** Functions that take a device or backend by position: its index. */
const positions = new Map<string, readonly [index: number, kind: DeviceSink['kind']]>([
  ['torch.device', [0, 'device']],
  ['torch.set_default_device', [0, 'device']],
  ['torch.get_device_module', [0, 'device']],
  ['torch.Generator', [0, 'device']],
  ['torch.Tensor.to', [0, 'device']],
  ['torch.Tensor.new_tensor', [2, 'device']],
  ['torch.nn.Module.to', [0, 'device']],
  ['torch.nn.Module.to_empty', [0, 'device']],
  ['torch.cuda.set_device', [0, 'device']],
  ['torch.cuda.device', [0, 'device']],
  ['torch.cuda.synchronize', [0, 'device']],
  ['torch.cuda.get_device_properties', [0, 'device']],
  ['torch.cuda.get_device_name', [0, 'device']],
  ['torch.cuda.get_device_capability', [0, 'device']],
  ['torch.cuda.current_stream', [0, 'device']],
  ['torch.load', [1, 'map-location']],
  ['torch.jit.load', [1, 'map-location']],
  ['safetensors.torch.load_file', [1, 'device']],
  ['torch.autocast', [0, 'device-type']],
  ['torch.amp.autocast', [0, 'device-type']],
  ['torch.amp.GradScaler', [0, 'device-type']],
  ['torch.amp.is_autocast_available', [0, 'device-type']],
  ['torch.is_autocast_enabled', [0, 'device-type']],
  ['torch.get_autocast_dtype', [0, 'device-type']],
  ['torch.set_autocast_dtype', [0, 'device-type']],
  ['torch.set_autocast_enabled', [0, 'device-type']],
  ['torch.distributed.init_device_mesh', [0, 'device-type']],
  ['torch.distributed.device_mesh.init_device_mesh', [0, 'device-type']],
  ['torch.distributed.device_mesh.DeviceMesh', [0, 'device-type']],
  ['torch.distributed.DeviceMesh', [0, 'device-type']],
  ['torch.distributed.tensor.DeviceMesh', [0, 'device-type']],
  ['torch.distributed.init_process_group', [0, 'backend']],
  ['torch.distributed.new_group', [2, 'backend']],
  ['torch.distributed.is_backend_available', [0, 'backend']],
  ['torch.distributed.Backend', [0, 'backend']],
  ['ray.util.collective.init_collective_group', [2, 'backend']],
  ['ray.util.collective.collective.init_collective_group', [2, 'backend']],
  ['ray.util.collective.create_collective_group', [3, 'backend']],
  ['ray.util.collective.collective.create_collective_group', [3, 'backend']],
  ['ray.experimental.collective.create_collective_group', [1, 'backend']],
  ['ray.train.torch.TorchConfig', [0, 'backend']],
  ['ray.train.torch.config.TorchConfig', [0, 'backend']],
]);

const lastPosition = Math.max(...[...positions.values()].map(([index]) => index));

/** What an argument, a field or a key of a name is for; undefined where it is for no device. */
export const kindOfName = keptByName((name): DeviceSink['kind'] | undefined => {
  if (/^map_location$/i.test(name)) return 'map-location';
  if (/(^|_)device_type$/i.test(name)) return 'device-type';
  if (/(^|_)(device|device_map|devices|torch_device|accelerator)$/i.test(name)) return 'device';
  return /(^|_)backend$/i.test(name) ? 'backend' : undefined;
});

export interface SinkCall {
  /** Canonical, `?.to` for a method of something unknown; undefined for a function that has no such name. */
  readonly name: string | undefined;
  readonly certainty: Certainty;
  readonly arguments: readonly Argument[];
}

/** What an argument of a call is to a device's name; undefined where it is no sink. */
export function sinkOf(call: SinkCall, argument: Argument, index: number): DeviceSink | undefined {
  if (argument.splat) return undefined;
  return argument.keyword === undefined
    ? ofPosition(call, argument, index)
    : ofKeyword(call, argument, argument.keyword.id);
}

function ofPosition(call: SinkCall, { value }: Argument, index: number): DeviceSink | undefined {
  const { name, certainty } = call;
  if (name === undefined || index > lastPosition) return undefined;
  const position = positions.get(name);
  if (position?.[0] === index) return sink(position[1], name, value, certainty);
  const way = wayOf(name);
  if (index === 0) return way === 'to' ? sink('device', name, value, 'assumed') : undefined;
  if (index === 1) return way === 'default' ? defaultOfKey(call, 0, value) : undefined;
  return name === 'getattr' ? defaultOfKey(call, 1, value) : undefined;
}

function ofKeyword(call: SinkCall, { value }: Argument, keyword: string): DeviceSink | undefined {
  const { name, certainty } = call;
  if (name !== undefined && wayOf(name) === 'option') return ofOption(call, keyword, value);
  const kind = kindOfName(keyword);
  if (!kind || (keyword === 'accelerator' && name !== undefined && isLightnings(name))) return undefined;
  const isTorchs = name?.startsWith('torch.') ?? false;
  if (kind === 'backend') {
    const isBackend =
      name !== undefined && (name.startsWith('torch.distributed.') || positions.get(name)?.[1] === kind);
    if (isBackend) return sink('backend', name, value, certainty);
    return isTorchs ? undefined : sink('backend', keyword, value, 'assumed');
  }
  const isAsked = name !== undefined && !isBag(name);
  return sink(kind, isAsked ? name : keyword, value, isTorchs ? certainty : 'assumed');
}

/** What only keeps its arguments, for others to ask for. */
const isBag = keptByName((name) => /^(dict|types\.SimpleNamespace|argparse\.Namespace)$/.test(name));

function sink(kind: DeviceSink['kind'], name: string, { start, end }: TextSpan, certainty: Certainty): DeviceSink {
  return { kind, name, span: { start, end }, certainty };
}

/** Lightning's accelerators are called like devices and are none: "npu" is not among them. */
const isLightnings = keptByName((name) =>
  /^(pytorch_)?lightning(_fabric)?\.(.*\.)?(Trainer|Fabric|\w+Strategy)$/.test(name),
);

/**
 * What the name of a function says of its arguments: `x.to("cuda")`; `kwargs.get("device", "cuda")`; an option of argparse,
 * click or typer.
 */
const wayOf = keptByName((name): 'to' | 'default' | 'option' | undefined => {
  if (name.endsWith('.to')) return 'to';
  if (/\.(get|pop|setdefault)$/.test(name)) return 'default';
  return /(^|\.)add_argument$|^click\.option$|^typer\.(Option|Argument)$/.test(name) ? 'option' : undefined;
});

function ofOption(call: SinkCall, keyword: string, value: TextSpan): DeviceSink | undefined {
  if (keyword !== 'default' && keyword !== 'choices') return undefined;
  const written = call.arguments.find(({ value }) => value.kind === 'String' && value.value?.startsWith('-'))?.value;
  const option = written?.kind === 'String' ? (written.value ?? '') : '';
  const isDevice = kindOfName(option.replaceAll('-', '_')) !== undefined;
  return sink(keyword, call.name!, value, isDevice ? 'proven' : 'assumed');
}

function defaultOfKey(call: SinkCall, keyAt: number, value: TextSpan): DeviceSink | undefined {
  const key = call.arguments[keyAt]?.value;
  const name = key?.kind === 'String' ? key.value : undefined;
  return name !== undefined && kindOfName(name) ? sink('default', name, value, 'assumed') : undefined;
}
