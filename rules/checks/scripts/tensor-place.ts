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

type Place = 'host' | 'device' | 'unknown';

/**
 * Where the tensor of a call lives: the one that a method is called on, or the one that a factory makes. `host` where it
 * stays on the CPU and the target's limits do not matter, `device` where the text shows an accelerator.
 */
export function tensorPlace(call: CallFact, facts: ScriptFacts): Place {
  const place = placeOf(call, facts);
  return place === 'unknown' && preparesData(call.function ?? '') ? 'host' : place;
}

/** Functions that make the batches of a loader: nothing of what they see has been moved, unless they say so. */
const preparesData = matches(/(^|\.)(_?\w*collat(e|or|er)\w*|\w*(Collat(or|er)|Dataset)\w*\.\w+|\w+\.__getitem__)$/);

function placeOf(call: CallFact, facts: ScriptFacts): Place {
  if (call.receiver !== undefined) {
    const moved = destination(call);
    if (moved !== undefined) return moved;
    const { device } = call.receiver.value;
    if (device !== undefined) return placeNamed(device, callIndex(facts));
    return placeOfMade(call.receiver.span, callIndex(facts), 0);
  }
  const index = callIndex(facts);
  return placeOfResult(call, index) ?? placeOfArguments(call, index);
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
function placeOfArguments(call: CallFact, index: CallIndex): Place {
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

function placeOfMade({ start, end }: TextSpan, index: CallIndex, depth: number): Place {
  const made = index.at(start, end);
  if (made === undefined || depth > longestChain) return 'unknown';
  if (/\.(cpu|numpy)$/.test(made.name)) return 'host';
  if (/\.(cuda|npu|tpu)$/.test(made.name)) return 'device';
  const moved = destination(made);
  if (moved !== undefined) return moved;
  const place = placeOfResult(made, index);
  if (place !== undefined) return place;
  return made.receiver === undefined ? 'unknown' : placeOfMade(made.receiver.span, index, depth + 1);
}

/** Where `.to(...)` moves to; undefined where it moves nothing. */
function destination({ name, arguments: passed }: CallFact): Place | undefined {
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

/** Where what a call returns is, by the device that it is told, or what is known of the result. */
function placeOfResult({ arguments: passed, result }: CallFact, index: CallIndex): Place | undefined {
  const device = passed.find(({ keyword }) => keyword === 'device')?.value;
  if (device !== undefined) return placeOfDevice(device);
  return result.device === undefined ? undefined : placeNamed(result.device, index);
}

function placeOfDevice({ constant, name }: ValueFact): Place {
  const device = constant ?? name;
  if (typeof device !== 'string') return 'unknown';
  return device === 'cpu' ? 'host' : 'device';
}

function placeNamed(device: unknown, index: CallIndex): Place {
  if (typeof device !== 'string') return 'unknown';
  if (device === defaultDevice) return index.defaultPlace;
  return device === 'cpu' ? 'host' : 'device';
}
