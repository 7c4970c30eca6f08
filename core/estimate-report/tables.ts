import {
  type Estimate,
  estimate,
  type PlanningLimits,
  type PlanningRequest,
  refusalsOf,
  type SweepPoint,
} from '../estimate';
import type { Localized } from '../model';
import { formatBytes, formatShare, short } from './quantities';
import { bounds, devicesText, planText, storageName, withBand, words } from './words';

/** A table that every format draws in its own way. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Says a text in the reader's language. */
export type Say = (text: Localized) => string;

/** What one estimate says. */
export function estimateTables(
  request: PlanningRequest,
  one: Estimate,
  others: readonly Estimate[],
  say: Say,
): Table[] {
  const { memory, decode, prefill, band } = one;
  const room = memory.headroomBytes < 0 ? words.missing : words.headroom;
  const tables: Table[] = [
    {
      title: say(words.plan),
      head: [],
      rows: [
        [say(words.devices), say(devicesText(one, request))],
        [say(words.plan), planText(one)],
        [
          say(words.weights),
          `${storageName(one.weights, request.target)}, KV ${storageName(one.cache, request.target)}`,
        ],
      ],
    },
    {
      title: say(words.memoryFit(words[memory.fit])),
      head: [],
      rows: [
        [say(words.weights), formatBytes(memory.weightsBytes)],
        [say(words.cache), formatBytes(memory.kvBytes)],
        [say(words.activations), formatBytes(memory.activationBytes)],
        [say(words.communication), formatBytes(memory.communicationBytes)],
        [say(words.usable), formatBytes(memory.usableBytes)],
        [say(room), formatBytes(Math.abs(memory.headroomBytes))],
        [say(words.maxConcurrency), String(memory.maxConcurrency)],
        [say(words.maxContext), `${memory.maxContext} tokens`],
      ],
    },
    {
      title: say(words.speed),
      head: [],
      rows: [
        ['TPOT', `${withBand(decode.tpotMs, band.low, band.high)} ms`],
        ['TTFT', `≥ ${short(prefill.ttftMs)} ms`],
        [say(words.user), withBand(decode.tokensPerSecondPerUser, 1 / band.high, 1 / band.low)],
        [say(words.device), withBand(decode.tokensPerSecondPerDevice, 1 / band.high, 1 / band.low)],
        [say(words.total), withBand(decode.tokensPerSecond, 1 / band.high, 1 / band.low)],
      ],
    },
  ];
  if (others.length > 1) tables.push(byDevices(request, others, say));
  tables.push(operators(one, say));
  return tables;
}

/** How many cards, and what each number of them gives. */
export function byDevices(request: PlanningRequest, others: readonly Estimate[], say: Say): Table {
  return {
    title: say(words.byDevices),
    head: [say(words.devices), say(words.plan), say(words.memory), 'TPOT, ms', say(words.user), say(words.total)],
    rows: others.map((one) => [
      say(devicesText(one, request)),
      planText(one),
      say(words[one.memory.fit]),
      short(one.decode.tpotMs),
      short(one.decode.tokensPerSecondPerUser),
      short(one.decode.tokensPerSecond),
    ]),
  };
}

function operators({ layers }: Estimate, say: Say): Table {
  const total = layers.reduce((sum, { count, timeUs }) => sum + count * timeUs, 0);
  const byTime = [...layers].sort((a, b) => b.count * b.timeUs - a.count * a.timeUs);
  return {
    title: `${say(words.operators)}, ${short(total / 1000)} ms`,
    head: ['', '×', 'µs', say(words.share), say(words.bound)],
    rows: byTime.map(({ name, count, timeUs, bound }) => [
      name,
      String(count),
      short(timeUs),
      formatShare((count * timeUs) / total),
      say(bounds[bound]),
    ]),
  };
}

/** Targets side by side; the ratio is of the tokens per second and device. */
export function comparison(all: readonly (readonly [PlanningRequest, Estimate])[], say: Say): Table {
  const first = all[0]?.[1].decode.tokensPerSecondPerDevice ?? 1;
  return {
    title: '',
    head: [
      say(words.target),
      say(words.devices),
      say(words.plan),
      say(words.weights),
      say(words.memory),
      'TPOT, ms',
      'TTFT, ms',
      say(words.user),
      say(words.device),
      say(words.ratio),
    ],
    rows: all.map(([{ target }, one]) => [
      target.id,
      String(one.plan.devices),
      planText(one),
      storageName(one.weights, target),
      say(words[one.memory.fit]),
      withBand(one.decode.tpotMs, one.band.low, one.band.high),
      `≥ ${short(one.prefill.ttftMs)}`,
      short(one.decode.tokensPerSecondPerUser),
      short(one.decode.tokensPerSecondPerDevice),
      short(one.decode.tokensPerSecondPerDevice / first),
    ]),
  };
}

export function sweepTable(points: readonly SweepPoint[], say: Say): Table {
  return {
    title: '',
    head: [
      say(words.devices),
      say(words.plan),
      say(words.concurrency),
      'TPOT, ms',
      say(words.user),
      say(words.device),
      say(words.total),
    ],
    rows: points.map(({ concurrency, estimate: one }) => [
      String(one.plan.devices),
      planText(one),
      String(concurrency),
      short(one.decode.tpotMs),
      short(one.decode.tokensPerSecondPerUser),
      short(one.decode.tokensPerSecondPerDevice),
      short(one.decode.tokensPerSecond),
    ]),
  };
}

const ofPlan: ReadonlySet<string> = new Set(['tensor', 'pipeline', 'expert', 'data']);

/** Why a target has no estimate: what is not known of it, or what its software refuses of every plan. */
export function reasonOf(request: PlanningRequest, limits: PlanningLimits = {}): Localized {
  const { tensor = 1, pipeline = 1, data = 1, expert = 1 } = limits;
  const plan = { devices: limits.devices ?? tensor * pipeline * data, tensor, pipeline, data, expert };
  const { problem } = estimate({ ...request, plan });
  if (problem !== undefined) return problem;
  const { target } = request;
  const [refusal] = refusalsOf({ ...request, plan }).filter(({ limit }) => ofPlan.has(limit.subject));
  if (refusal === undefined) return words.nothing;
  const { message, instead } = refusal;
  return {
    en: `${target.id}: ${message.en}${instead === undefined ? '' : ` ${instead.en}`}`,
    zh: `${target.id}：${message.zh}${instead?.zh ?? ''}`,
  };
}
