import { type CallFact, keptByName, type ReferenceFact, type ScriptFacts, type TextSpan } from '../../../core/model';
import { callsNamed, namesLike, referencesNamed } from './named-facts';
import { onceForFile } from './once-for-file';

/** A use of one of PyTorch's names for CUDA, called or not. */
export interface CudaUse {
  readonly fact: CallFact | ReferenceFact;
  /** `torch.cuda.memory.empty_cache` is `torch.cuda.empty_cache`: the name that the tables know. */
  readonly name: string;
  /** Of the dotted name alone. */
  readonly span: TextSpan;
  readonly isCall: boolean;
}

/** Who tells of a name of torch.cuda or torch.backends: one rule each. */
export type CudaTopic = 'api' | 'amp' | 'availability' | 'backend' | 'graph' | 'tensor-type';

/**
 * The uses of names that belong to `topic`, in the order of the text. Annotations run nothing, and are left out; so is what
 * the script puts in a name's place itself (`torch.cuda.graph = ...`): switches of backends are there to be set.
 */
export function cudaUses(facts: ScriptFacts, topic: CudaTopic): readonly CudaUse[] {
  return usesByTopic(facts).get(topic) ?? [];
}

const mayBeCuda = namesLike(/^torch\.(cuda|backends|version)\./);

const usesByTopic = onceForFile((facts): ReadonlyMap<CudaTopic, readonly CudaUse[]> => {
  const byTopic = new Map<CudaTopic, CudaUse[]>();
  for (const call of callsNamed(facts, mayBeCuda)) add(call, call.calleeSpan, true);
  for (const reference of referencesNamed(facts, mayBeCuda))
    if (reference.use !== 'annotation') add(reference, reference.span, false);
  for (const found of byTopic.values()) found.sort((a, b) => a.span.start - b.span.start);
  return byTopic;

  function add(fact: CallFact | ReferenceFact, span: TextSpan, isCall: boolean): void {
    const name = cudaName(fact.name);
    const topic = topicOf(name);
    const isReplaced = 'use' in fact && fact.use === 'store' && topic !== 'backend';
    if (topic === undefined || isReplaced) return;
    const found = byTopic.get(topic);
    const use = { fact, name, span, isCall };
    if (found === undefined) byTopic.set(topic, [use]);
    else found.push(use);
  }
});

/** The public name of what a submodule of torch.cuda defines. */
export const cudaName = keptByName((name) =>
  name
    .replace(/^torch\.cuda\.(memory|random|streams|graphs)\.(?=\w)/, 'torch.cuda.')
    .replace(/^torch\.cuda\.amp\.(autocast_mode|grad_scaler)\.(?=\w)/, 'torch.cuda.amp.'),
);

const topicOf = keptByName((name): CudaTopic | undefined => {
  if (/^torch\.(backends\.(cuda|cudnn)\.|version\.cuda$)/.test(name)) return 'backend';
  if (!name.startsWith('torch.cuda.')) return undefined;
  const rest = name.slice('torch.cuda.'.length);
  if (rest === 'is_available') return 'availability';
  if (/^amp\b/.test(rest)) return 'amp';
  if (/^(CUDAGraph|graph|graph_pool_handle|make_graphed_callables|is_current_stream_capturing)\b/.test(rest))
    return 'graph';
  return /^\w+(Tensor|Storage)$/.test(rest) ? 'tensor-type' : 'api';
});
