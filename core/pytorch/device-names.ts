import type { ArgumentFact, CallFact, DeviceSink } from '../model';

/** The devices and backends that tie a script to NVIDIA's parts. */
const deviceText = /^cuda(?=$|:)/;
const backendText = /(?<=^|[:,])nccl(?=$|,)/;

/** Where in a text the device's or backend's name stands. */
export function deviceNameIn(text: string): { start: number; end: number; about: 'device' | 'backend' } | undefined {
  const device = deviceText.exec(text);
  if (device) return { start: 0, end: 4, about: 'device' };
  const backend = backendText.exec(text);
  return backend ? { start: backend.index, end: backend.index + 4, about: 'backend' } : undefined;
}

/** Functions that take a device or backend by position: its index. */
const positions = new Map<string, readonly [number, DeviceSink['kind']]>([
  ['torch.device', [0, 'device']],
  ['torch.set_default_device', [0, 'device']],
  ['torch.load', [1, 'map-location']],
  ['torch.autocast', [0, 'device-type']],
  ['torch.amp.autocast', [0, 'device-type']],
  ['torch.amp.GradScaler', [0, 'device-type']],
  ['torch.distributed.init_process_group', [0, 'backend']],
  ['torch.distributed.device_mesh.init_device_mesh', [0, 'device-type']],
  ['torch.distributed.init_device_mesh', [0, 'device-type']],
]);
const keywords = new Map<string, DeviceSink['kind']>([
  ['device', 'device'],
  ['map_location', 'map-location'],
  ['device_type', 'device-type'],
]);

/** What an argument of a call is to a device name; undefined where it is no sink. */
export function sinkOf(call: CallFact, argument: ArgumentFact, index: number): DeviceSink | undefined {
  const sink = (kind: DeviceSink['kind'], certainty = call.certainty): DeviceSink => ({
    kind,
    name: call.name,
    span: argument.valueSpan,
    certainty,
  });
  if (argument.splat) return undefined;
  if (argument.keyword === undefined) {
    const position = positions.get(call.name);
    if (position?.[0] === index) return sink(position[1]);
    return index === 0 && call.name.endsWith('.to') && call.receiver ? sink('device') : undefined;
  }
  const ofTorch = call.name.startsWith('torch.');
  const kind = keywords.get(argument.keyword);
  if (kind) return sink(kind, ofTorch ? call.certainty : 'assumed');
  if (argument.keyword === 'backend' && call.name.startsWith('torch.distributed.')) return sink('backend');
  if (call.name.endsWith('.add_argument')) {
    if (argument.keyword === 'default') return sink('default', 'assumed');
    if (argument.keyword === 'choices') return sink('choices', 'assumed');
  }
  return undefined;
}
