import type { InlayHint, Range } from 'vscode-languageserver';
import { formatBytes, formatParameters } from '../../core/estimate-report';
import { bytesByPart, cacheBytesPerToken, countParameters, type Part, spellings } from '../../core/llm';
import { type CheckpointFacts, inLanguage, type Language, type Localized } from '../../core/model';
import { messages } from '../messages';
import type { CheckpointAnalysis } from './checkpoint-analysis';

/** Behind the keys that decide memory: how many bytes they stand for. */
export function checkpointHints({ report, lines }: CheckpointAnalysis, within: Range, language: Language): InlayHint[] {
  const { facts } = report;
  if (facts === undefined) return [];
  return memoryOfKeys(facts).flatMap(({ key, text }) => {
    const position = lines.position(facts.config.valueSpan(key).end);
    if (position.line < within.start.line || position.line > within.end.line) return [];
    return [{ position, label: inLanguage(text, language), paddingLeft: true }];
  });
}

interface KeyMemory {
  readonly key: string;
  readonly text: Localized;
}

function memoryOfKeys(facts: CheckpointFacts): KeyMemory[] {
  const { model, config } = facts;
  if (model === undefined) return [];
  const found: KeyMemory[] = [];
  const add = (names: readonly string[], text: Localized | undefined) => {
    const key = config.spelling(...names.flatMap(spellings));
    if (key !== undefined && text !== undefined) found.push({ key, text });
  };
  const parts = bytesByPart(model);
  const of = (...names: readonly Part[]) => {
    const bytes = names.reduce((sum, name) => sum + (parts?.byPart.get(name) ?? 0), 0);
    return bytes === 0 ? undefined : bytes;
  };
  const said = (bytes: number | undefined, what: (bytes: string) => Localized) =>
    bytes === undefined ? undefined : what(formatBytes(bytes));
  const cache = cacheBytesPerToken(model, 'bf16');
  add(['num_hidden_layers'], {
    en: `${formatParameters(countParameters(model).total)} parameters${facts.computedBytes === undefined ? '' : `, ${formatBytes(facts.computedBytes)}`}`,
    zh: `参数量 ${formatParameters(countParameters(model).total)}${facts.computedBytes === undefined ? '' : `，${formatBytes(facts.computedBytes)}`}`,
  });
  add(['vocab_size'], said(of('embedding', 'head'), messages.bytesOfEnds));
  add(['num_attention_heads'], said(of('attention', 'indexer'), messages.bytesOfAttention));
  add(['intermediate_size'], said(of('mlp'), messages.bytesOfDense));
  add(
    ['n_routed_experts', 'num_experts', 'num_local_experts', 'moe_num_experts'],
    said(of('experts'), messages.bytesOfExperts),
  );
  add(['n_shared_experts', 'num_shared_experts'], said(of('shared-experts'), messages.bytesOfShared));
  add(
    [model.attention.kind === 'latent' ? 'kv_lora_rank' : 'num_key_value_heads'],
    messages.cacheOfToken(formatBytes(cache)),
  );
  if (model.maxContext !== undefined) {
    add(['max_position_embeddings', 'max_seq_len'], messages.cacheOfRequest(formatBytes(cache * model.maxContext)));
  }
  add(['num_nextn_predict_layers', 'n_mtp_layers'], said(parts?.prediction || undefined, messages.bytesOfPrediction));
  return found;
}
