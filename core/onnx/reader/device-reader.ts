import type { DeviceConfiguration, Dimension, Integer } from '../../model';
import { type Reading, readPacked } from './reading';

type Sharding = DeviceConfiguration['shardings'][number];
type Axis = Sharding['axes'][number];
type Part = Axis['parts'][number];

enum ConfigurationField {
  id = (1 << 3) | 2,
  sharding = (2 << 3) | 2,
  pipelineStage = (3 << 3) | 0,
}

enum ShardingField {
  tensor = (1 << 3) | 2,
  device = (2 << 3) | 0,
  devices = (2 << 3) | 2,
  group = (3 << 3) | 2,
  axis = (4 << 3) | 2,
}

/** IntIntListEntryProto (key, values) and ShardedDimProto (axis, parts). */
enum PairField {
  key = (1 << 3) | 0,
  value = (2 << 3) | 0,
  values = (2 << 3) | 2,
}

/** SimpleShardedDimProto begins as a dimension does: dim_value or dim_param. */
enum PartField {
  dimensionValue = (1 << 3) | 0,
  dimensionParameter = (2 << 3) | 2,
  shards = (3 << 3) | 0,
}

/** Reads the NodeDeviceConfigurationProto that starts here. */
export function readDeviceConfiguration(reading: Reading): DeviceConfiguration {
  const { cursor } = reading;
  let configuration = '';
  let pipelineStage: number | undefined;
  const shardings: Sharding[] = [];
  readFields(reading, (tag) => {
    if (tag === ConfigurationField.id) configuration = cursor.string();
    else if (tag === ConfigurationField.sharding) shardings.push(readSharding(reading));
    else if (tag === ConfigurationField.pipelineStage) pipelineStage = cursor.int32();
    else cursor.skip(tag);
  });
  return { configuration, pipelineStage, shardings };
}

function readSharding(reading: Reading): Sharding {
  const { cursor } = reading;
  let tensor = '';
  const devices: Integer[] = [];
  const groups = new Map<Integer, readonly Integer[]>();
  const axes: Axis[] = [];
  readFields(reading, (tag) => {
    if (tag === ShardingField.tensor) tensor = cursor.string();
    else if (tag === ShardingField.device) devices.push(integerOf(reading));
    else if (tag === ShardingField.devices) readPacked(reading, () => devices.push(integerOf(reading)));
    else if (tag === ShardingField.group) groups.set(...readGroup(reading));
    else if (tag === ShardingField.axis) axes.push(readAxis(reading));
    else cursor.skip(tag);
  });
  return { tensor, devices, groups, axes };
}

function readGroup(reading: Reading): [key: Integer, values: Integer[]] {
  const { cursor } = reading;
  let key: Integer = 0;
  const values: Integer[] = [];
  readFields(reading, (tag) => {
    if (tag === PairField.key) key = cursor.int64();
    else if (tag === PairField.value) values.push(integerOf(reading));
    else if (tag === PairField.values) readPacked(reading, () => values.push(integerOf(reading)));
    else cursor.skip(tag);
  });
  return [key, values];
}

function readAxis(reading: Reading): Axis {
  const { cursor } = reading;
  let axis: Integer = 0;
  const parts: Part[] = [];
  readFields(reading, (tag) => {
    if (tag === PairField.key) axis = cursor.int64();
    else if (tag === PairField.values) parts.push(readPart(reading));
    else cursor.skip(tag);
  });
  return { axis, parts };
}

function readPart(reading: Reading): Part {
  const { cursor } = reading;
  let dimension: Dimension = null;
  let shards: Integer = 0;
  readFields(reading, (tag) => {
    if (tag === PartField.dimensionValue) dimension = cursor.int64();
    else if (tag === PartField.dimensionParameter) dimension = cursor.string() || null;
    else if (tag === PartField.shards) shards = cursor.int64();
    else cursor.skip(tag);
  });
  return { dimension, shards };
}

function integerOf(reading: Reading): Integer {
  reading.spend(8);
  return reading.cursor.int64();
}

/** Calls `field` with the tag of each field of the message that starts here. */
function readFields(reading: Reading, field: (tag: number) => void): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  for (let tag = cursor.next(); tag !== 0; tag = cursor.next()) {
    reading.look();
    field(tag);
  }
  cursor.leave(outer);
  reading.spend(150);
}
