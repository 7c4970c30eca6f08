import type { Estimate, PlanningRequest } from '../../estimate';
import { type Html, html, pageTable, type StackedBar, stackedBars } from '../../page';
import { formatBytes } from '../quantities';
import type { Say } from '../tables';
import { words } from '../words';

const gib = 2 ** 30;

/** The memory of the fullest device of each plan, part by part, with what can be used of it. */
export function memoryChart(all: readonly (readonly [PlanningRequest, Estimate])[], say: Say): Html {
  const bars = all.map(([{ target }, { memory }]): StackedBar => {
    const { weightsBytes, kvBytes, activationBytes, communicationBytes, usableBytes } = memory;
    return {
      name: all.length === 1 ? '' : target.id,
      values: [weightsBytes, kvBytes, activationBytes, communicationBytes].map((bytes) => bytes / gib),
      limit: { value: usableBytes / gib, text: `${say(words.usable)} ${formatBytes(usableBytes)}` },
    };
  });
  return stackedBars({
    label: say(words.memory),
    parts: [words.weights, words.cache, words.activations, words.communication].map(say),
    bars,
    axis: 'GiB',
    format: (value) => String(Number(value.toFixed(1))),
  });
}

export function memoryTable({ memory }: Estimate, say: Say): Html {
  const { weightsBytes, kvBytes, activationBytes, communicationBytes, runtimeBytes, usableBytes, headroomBytes } =
    memory;
  const row = (name: string, bytes: number) => [name, formatBytes(bytes), share(bytes, usableBytes)];
  return pageTable({
    head: ['', '', say(words.ofUsable)],
    rows: [
      row(say(words.weights), weightsBytes),
      row(say(words.cache), kvBytes),
      row(say(words.activations), activationBytes),
      row(say(words.communication), communicationBytes),
      row(say(headroomBytes < 0 ? words.missing : words.headroom), Math.abs(headroomBytes)),
      [html`<strong>${say(words.usable)}</strong>`, html`<strong>${formatBytes(usableBytes)}</strong>`, ''],
      [say(words.runtime), formatBytes(runtimeBytes), ''],
    ],
    numbers: [1, 2],
  });
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
