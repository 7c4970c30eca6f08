import {
  type CallFact,
  defaultDevice,
  type ScriptFacts,
  type TensorUseFact,
  type TextSpan,
  type ValueFact,
} from '../../../core/model';
import { type CallIndex, callIndex } from './call-index';
import { matches } from './named-facts';

/**
 * Where the tensor of a call lives: the one that a method is called on, or the one that a factory makes. `host` where it
 * stays on the CPU and the target's limits do not matter, `device` where the text shows an accelerator.
 */
export function tensorPlace(call: CallFact, facts: ScriptFacts): 'host' | 'device' | 'unknown' {
  const place = placeOf(call, facts);
  return place === 'unknown' && preparesData(call.function ?? '') ? 'host' : place;
}

/** Functions that make the batches of a loader: nothing of what they see has been moved, unless they say so. */
const preparesData = matches(/(^|\.)(_?\w*collat(e|or|er)\w*|\w*(Collat(or|er)|Dataset)\w*\.\w+|\w+\.__getitem__)$/);

function placeOf(call: CallFact, facts: ScriptFacts): 'host' | 'device' | 'unknown' {
  if (call.receiver !== undefined) {
    const moved = destination(call);
    if (moved !== undefined) return moved;
    const { device } = call.receiver.value;
    if (device !== undefined) return placeNamed(device, callIndex(facts));
    return placeOfMade(call.receiver.span, callIndex(facts), 0);
  }
  const index = callIndex(facts);
  const made = placeOfFactory(call, index);
  return made === 'unknown' ? placeOfArguments(call, index) : made;
}

/** Whether a tensor that Python itself reads is on the CPU, by what is known of it. */
export function isOnHost({ tensor: { device }, function: within = '' }: TensorUseFact, facts: ScriptFacts): boolean {
  return device === undefined ? preparesData(within) : placeNamed(device, callIndex(facts)) === 'host';
}

/** Whether calls make tensors that stay on the CPU. */
export function areMadeOnHost(calls: readonly TextSpan[], facts: ScriptFacts): boolean {
  return calls.every((call) => placeOfMade(call, callIndex(facts), 0) === 'host');
}

/** Where the tensors are that a function computes with, if they are all in one place. */
function placeOfArguments(call: CallFact, index: CallIndex): 'host' | 'device' | 'unknown' {
  const places = call.arguments
    .map(({ valueSpan, value }) => {
      if (value.device !== undefined) return placeNamed(value.device, index);
      const made = placeOfMade(valueSpan, index, 0);
      // What is no tensor for all that is known says where it is only by being moved: `x.to("cpu").float()`.
      return value.kind === 'tensor' || made === 'host' ? made : undefined;
    })
    .filter((place) => place !== undefined);
  const [first = 'unknown'] = places;
  return places.every((place) => place === first) ? first : 'unknown';
}

/** Calls in a chain of methods that are followed back. */
const longestChain = 20;

function placeOfMade({ start, end }: TextSpan, index: CallIndex, depth: number): 'host' | 'device' | 'unknown' {
  const made = index.at(start, end);
  if (made === undefined || depth > longestChain) return 'unknown';
  if (/\.(cpu|numpy)$/.test(made.name)) return 'host';
  if (/\.(cuda|npu|tpu)$/.test(made.name)) return 'device';
  const moved = destination(made);
  if (moved !== undefined) return moved;
  return made.receiver === undefined ? placeOfFactory(made, index) : placeOfMade(made.receiver.span, index, depth + 1);
}

/** Where `.to(...)` moves to; undefined where it moves nothing. */
function destination({ name, arguments: passed }: CallFact): 'host' | 'device' | 'unknown' | undefined {
  if (!/\.to$/.test(name)) return undefined;
  const device = passed.find(
    ({ keyword, splat, value }, index) =>
      keyword === 'device' ||
      splat !== undefined ||
      value.kind === 'device' ||
      (index === 0 && value.kind === 'string'),
  );
  if (device !== undefined) return device.splat === undefined ? placeOfDevice(device.value) : 'unknown';
  const isOther = passed[0] !== undefined && passed[0].keyword === undefined && passed[0].value.kind !== 'dtype';
  return isOther ? 'unknown' : undefined;
}

function placeOfFactory(call: CallFact, index: CallIndex): 'host' | 'device' | 'unknown' {
  if (!makesTensor(call.name)) return 'unknown';
  const device = call.arguments.find(({ keyword }) => keyword === 'device')?.value;
  if (device !== undefined) return placeOfDevice(device);
  if (call.arguments.some(({ splat }) => splat !== undefined)) return 'unknown';
  // What is made of other tensors is where they are.
  const isMade = /\.(complex|polar|normal|as_tensor|asarray|tensor)$/.test(call.name);
  if (
    isMade &&
    call.arguments.some(({ value }) => value.kind === 'tensor' && placeNamed(value.device, index) !== 'host')
  )
    return 'unknown';
  return index.defaultPlace;
}

function placeOfDevice({ constant, name }: ValueFact): 'host' | 'device' | 'unknown' {
  const device = constant ?? name;
  if (typeof device !== 'string') return 'unknown';
  return device === 'cpu' ? 'host' : 'device';
}

function placeNamed(device: unknown, index: CallIndex): 'host' | 'device' | 'unknown' {
  if (typeof device !== 'string') return 'unknown';
  if (device === defaultDevice) return index.defaultPlace;
  return device === 'cpu' ? 'host' : 'device';
}

/** Functions that make a tensor on the CPU unless they are told otherwise. */
const makesTensor = matches(
  new RegExp(
    `^torch\\.(${[
      'tensor|as_tensor|scalar_tensor|zeros|ones|empty|full|empty_strided|asarray|from_numpy|frombuffer',
      'rand|randn|randint|randperm|normal|arange|range|linspace|logspace|eye|complex|polar',
      '(hann|hamming|bartlett|blackman|kaiser)_window|tril_indices|triu_indices|fft\\.r?fftfreq',
    ].join('|')})$`,
  ),
);
