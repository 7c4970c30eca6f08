import { getLocation } from 'jsonc-parser';
import type { Hover, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { costOfKey, formatBytes, formatParameters, formatShare, short } from '../../core/estimate-report';
import { checkpointBytes, countParameters } from '../../core/llm';
import { inLanguage, type Localized } from '../../core/model';
import { messages } from '../messages';
import { shortName } from '../to-protocol/diagnostic';
import { Prose } from '../to-protocol/prose';
import type { HoverOptions } from '../verbs/hover-options';
import type { CheckpointAnalysis } from './checkpoint-analysis';
import { describeKey } from './key-descriptions';

/** What the key under the cursor means, and what a greater value would cost in memory and time. */
export function checkpointHover(
  checkpoint: CheckpointAnalysis,
  position: Position,
  options: HoverOptions,
): Hover | null {
  const { text, lines, report } = checkpoint;
  const offset = TextDocument.create('', 'json', 0, text).offsetAt(position);
  const [key] = getLocation(text, offset).path;
  if (typeof key !== 'string' || report.facts === undefined) return null;
  const described = describeKey(key);
  if (described === undefined || !report.facts.config.has(key)) return null;
  const say = (words: Localized) => inLanguage(words, options.language);
  const prose = new Prose(options.isMarkdown);
  prose.paragraph(`${prose.code(key)} — ${prose.text(say(described.text))}`);
  if (described.step !== undefined) describeCost(checkpoint, key, described.step, prose, options);
  const { start, end } = report.facts.config.keySpan(key);
  return { contents: prose.toMarkup(), range: lines.range({ start, end }) };
}

function describeCost(
  checkpoint: CheckpointAnalysis,
  key: string,
  step: number,
  prose: Prose,
  options: HoverOptions,
): void {
  const { facts } = checkpoint.report;
  const estimated = checkpoint
    .estimates()
    .flatMap(({ request, best }) => (best === undefined ? [] : [[request, best] as const]));
  const cost = facts && costOfKey(checkpoint.text, facts, key, step, estimated);
  if (facts?.model === undefined || cost === undefined) return;
  const say = (words: Localized) => inLanguage(words, options.language);
  prose.paragraph(prose.strong(say(messages.costOfKey(`${key} + ${step}`))));
  const { total, prediction } = countParameters(facts.model);
  const bytes = checkpointBytes(facts.model);
  const line = (name: string, value: string) => prose.bullet(prose.text(`${name}: ${value}`));
  const none = say(messages.unchanged);
  line(
    say(messages.parameters),
    cost.parameters === 0
      ? none
      : `${signed(cost.parameters, formatCount)} (${formatShare(cost.parameters / (total + prediction))})`,
  );
  if (cost.weightBytes !== undefined && bytes !== undefined) {
    line(
      say(messages.weightBytes),
      cost.weightBytes === 0
        ? none
        : `${signed(cost.weightBytes, formatBytes)} (${formatShare(cost.weightBytes / bytes)})`,
    );
  }
  line(
    say(messages.cachePerToken),
    cost.cacheBytesPerToken === 0 ? none : signed(cost.cacheBytesPerToken, formatBytes),
  );
  for (const [index, [request, best]] of estimated.entries()) {
    const more = cost.tpotMs[index];
    if (more === undefined) continue;
    const share = formatShare(Math.abs(more) / best.decode.tpotMs);
    const name = shortName(request.target.id, options.language);
    line(say(messages.timePerToken(name)), timeText(more, share, none));
  }
}

function timeText(more: number, share: string, none: string): string {
  return Math.abs(more) < 1e-9 ? none : `${signed(more, short)} ms (${share})`;
}

function signed(value: number, format: (value: number) => string): string {
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`;
}

function formatCount(count: number): string {
  return count >= 1e8 ? formatParameters(count) : `${short(count / 1e6)} M`;
}
