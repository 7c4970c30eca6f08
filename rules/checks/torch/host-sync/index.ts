import type { CallFact, ScriptFacts, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { callIndex } from '../../scripts/call-index';
import { isHot, isInForward } from '../../scripts/hot-place';
import { limitOf } from '../../scripts/limit-of';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import { areMadeOnHost, isOnHost, tensorPlace } from '../../scripts/tensor-place';
import en from './en.md';
import { byFunction, reportWaits, type Wait } from './waits';
import zh from './zh-cn.md';

/** Values that are read on the host in a loop or in forward: the device waits for the host and the host for the device. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/host-sync',
  severity: 'information',
  title: { en: 'Waits for the device in a loop', zh: '循环中等待设备' },
  documentation: { en, zh },
  check(context) {
    for (const waits of byFunction(waitsIn(context).filter(({ at, span }) => !context.isKeptBack(at, span)))) {
      reportWaits(waits, context);
    }
  },
};

/** Reads of tensors, in the order of the text within calls and within syntax. */
function waitsIn({ facts, chip, table }: ScriptRuleContext): Wait[] {
  const waits: Wait[] = [];
  for (const call of callsNamed(facts, reads)) {
    if (!isHot(call) || isRead(call, facts)) continue;
    if (goesOverHost(call, facts) || tensorPlace(call, facts) === 'host') continue;
    const method = call.name.slice(call.name.lastIndexOf('.') + 1);
    const name = `torch.Tensor.${method}`;
    const limit = table.judge({ ...call, name }, chip.family).find(({ limit }) => limit.rule === rule.code)?.limit;
    if (limit === undefined) continue;
    const isSlow = isInForward(call) && call.certainty !== 'guessed';
    waits.push({ at: call, span: call.nameSpan, what: { en: `.${method}()`, zh: `调用 .${method}()` }, isSlow, limit });
  }
  for (const fact of facts.tensorUses) {
    if (fact.use === 'mask' || fact.use === 'index') continue;
    if (!isHot(fact) || isOnHost(fact, facts) || fact.certainty === 'guessed') continue;
    if (fact.madeBy !== undefined && areMadeOnHost(fact.madeBy, facts)) continue;
    const limit = limitOf('torch.Tensor.item', 'host-read', fact, table, chip.family);
    if (limit === undefined) continue;
    waits.push({ at: fact, span: fact.span, what: uses[fact.use], isSlow: isInForward(fact), limit });
  }
  return waits;
}

/** What Python does with the tensor. */
const uses = {
  truth: { en: 'a condition on a tensor', zh: '以张量作条件判断' },
  print: { en: 'a tensor printed', zh: '打印张量' },
};

/** `x.cpu().numpy()` waits at `cpu`; and what is read in a call that asks for a size is of `torch/dynamic-shape`. */
function isRead({ receiver }: CallFact, facts: ScriptFacts): boolean {
  let at = receiver;
  for (let depth = 0; at !== undefined && depth < 20; depth++) {
    const made = callIndex(facts).at(at.span.start, at.span.end);
    if (made === undefined) return false;
    if (/\.(cpu|numpy|item|tolist)$/.test(made.name)) return true;
    at = made.receiver;
  }
  return false;
}

/** `[x.item() for x in torch.linspace(0, 1, 8)]`: the elements are on the CPU, as what they are taken from. */
function goesOverHost({ receiver, statement }: CallFact, facts: ScriptFacts): boolean {
  if (receiver === undefined) return false;
  const { text, calls } = facts;
  const name = text.slice(receiver.span.start, receiver.span.end);
  if (!/^\w+$/.test(name)) return false;
  const start = statement.span.start;
  const source = new RegExp(`\\bfor\\s+${name}\\s+in\\s+`).exec(text.slice(start, statement.span.end));
  const from = start + (source?.index ?? 0) + (source?.[0].length ?? 0);
  const iterated = source === null ? undefined : calls.find(({ span }) => span.start === from);
  return iterated !== undefined && tensorPlace(iterated, facts) === 'host';
}

const reads = namesLike(/^(?:torch\.Tensor\.(item|tolist|cpu|numpy)|\?\.(item|cpu))$/);
