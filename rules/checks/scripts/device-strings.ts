import type {
  Certainty,
  DeviceSink,
  DeviceStringFact,
  Fix,
  MigrationTable,
  ScriptFacts,
  ScriptRuleContext,
  Shim,
} from '../../../core/model';
import { callIndex } from './call-index';
import { replacement, targetImport, textOf, torchName } from './edits';
import { callsNamed, namesLike } from './named-facts';
import { onceForFile } from './once-for-file';
import { currentAccelerator, portableDevice, usePortableDevice } from './portable-form';

/** Which rule tells of a device's name: one rule each, by the most telling place that it reaches. */
export type DeviceStringTopic = 'device' | 'map-location' | 'autocast' | 'choices';

const autocast =
  /^torch\.(amp\.)?(autocast|is_autocast_enabled|get_autocast_dtype|set_autocast_dtype|set_autocast_enabled)$|^torch\.amp\.(GradScaler|custom_fwd|custom_bwd)$/;

export interface DeviceStringUse {
  readonly fact: DeviceStringFact;
  /** The place that it is told for. */
  readonly sink: DeviceSink;
  readonly at: DeviceStringFact & { readonly certainty: Certainty };
  /** It is used where nothing else is given: the default of a parameter, an option, an environment variable. */
  readonly isDefault: boolean;
}

/** The device names of a file that belong to `topic`, each with the surest place that it reaches. */
export function deviceStringsAbout(facts: ScriptFacts, topic: DeviceStringTopic): readonly DeviceStringUse[] {
  return usesByTopic(facts).get(topic) ?? [];
}

/** The most telling first. */
const order: readonly DeviceStringTopic[] = ['device', 'map-location', 'autocast', 'choices'];

const usesByTopic = onceForFile((facts): ReadonlyMap<DeviceStringTopic, readonly DeviceStringUse[]> => {
  const byTopic = new Map<DeviceStringTopic, DeviceStringUse[]>(order.map((topic) => [topic, []]));
  const defaults = facts.deviceStrings.length > 0 ? defaultsIn(facts) : none;
  for (const fact of facts.deviceStrings) {
    if (!fact.text.startsWith('cuda')) continue;
    const topic = order.find((candidate) => fact.sinks.some((sink) => topicOf(sink) === candidate));
    if (topic === undefined) continue;
    const ofTopic = fact.sinks.filter((sink) => topicOf(sink) === topic);
    const sink = ofTopic.toSorted((a, b) => rank(a) - rank(b))[0]!;
    const at = { ...fact, certainty: sink.certainty };
    byTopic.get(topic)!.push({ fact, sink, at, isDefault: isDefault(fact, facts.text, defaults) });
  }
  return byTopic;
});

function isDefault({ span, statement }: DeviceStringFact, text: string, defaults: ReadonlySet<number>): boolean {
  // What stands in the head of a function, behind its name, is a parameter's default.
  const before = text.slice(statement.span.start, span.start);
  return /(^|\n)\s*(async\s+)?def\s[\s\S]*=/.test(before) || defaults.has(span.start);
}

const none: ReadonlySet<number> = new Set();

/** Where the values begin that calls of a file fall back to. */
function defaultsIn(facts: ScriptFacts): ReadonlySet<number> {
  const read = callsNamed(facts, readsOption).flatMap(({ arguments: passed }) => passed.slice(1));
  const added = callsNamed(facts, addsOption).flatMap(({ arguments: passed }) =>
    passed.filter(({ keyword }) => keyword === 'default'),
  );
  return new Set([...read, ...added].map(({ valueSpan }) => valueSpan.start));
}

const readsOption = namesLike(/^(os\.(environ\.get|getenv)|getattr)$/);
const addsOption = namesLike(/\.add_argument$/);

function topicOf({ kind, name }: DeviceSink): DeviceStringTopic | undefined {
  // The function itself is told by torch/cuda-api.
  if (name.startsWith('torch.cuda.')) return undefined;
  switch (kind) {
    case 'device':
    case 'default':
      return 'device';
    case 'map-location':
      return 'map-location';
    case 'device-type':
      return autocast.test(name) ? 'autocast' : 'device';
    case 'choices':
      return 'choices';
    default:
      return undefined;
  }
}

/**
 * A call that needs the device comes before a default that may be overridden; what is sure before what is not; of a function that
 * asks for autocast's state and then switches it on, the latter.
 */
function rank({ kind, certainty, name }: DeviceSink): number {
  return (
    (kind === 'default' ? 10 : 0) +
    (isAutocastState(name) ? 5 : 0) +
    ['proven', 'assumed', 'guessed'].indexOf(certainty)
  );
}

/** `torch.is_autocast_enabled`, `torch.set_autocast_dtype`: what autocast is for a device, and not autocast itself. */
export function isAutocastState(name: string): boolean {
  return /(?:is|[gs]et)_autocast_\w+$/.test(name);
}

/** Whether a shim translates the device before it matters. */
export function isTranslated({ name }: DeviceSink, shim: Shim, table: MigrationTable): boolean {
  if (table.isPatched(shim, name)) return true;
  // What torch.C keeps by the device's name does not pass through Python.
  if (/autocast_(dtype|enabled)$/.test(name)) return false;
  // Where .to() and the factories translate, so does what is built on them: torch.device, modules, other libraries.
  if (table.isPatched(shim, 'torch.Tensor.to')) return true;
  // Modules make their parameters by them; Module.to asks each tensor.
  const isMade = name.startsWith('torch.nn.') && !name.startsWith('torch.nn.Module.');
  return isMade && table.isPatched(shim, 'torch.empty');
}

/** Fixes of a device's name: a variable or the current accelerator, and the target's own name. */
export function deviceStringFixes(use: DeviceStringUse, context: ScriptRuleContext): Fix[] {
  const { fact, sink } = use;
  // A default is read before it is known which device there is, and may have to stay a plain text.
  const portable = use.isDefault ? undefined : portableFix(fact, sink, context);
  return [...(portable ? [portable] : []), targetName(fact, context)];
}

function portableFix(fact: DeviceStringFact, sink: DeviceSink, context: ScriptRuleContext): Fix | undefined {
  const isWhole = fact.form === 'literal' && fact.text === 'cuda';
  if (isWhole) {
    // What is only called a device may have to stay a text.
    const isOfCall = sink.name.includes('.') || sink.name.startsWith('?');
    const isArgument = isOfCall && sink.span.start === fact.span.start && sink.span.end === fact.span.end;
    const maker =
      sink.name === 'torch.device' ? callIndex(context.facts).withArgumentEndingAt(fact.span.end) : undefined;
    const accelerator = currentAccelerator(context, 'device');
    if (isArgument && maker?.arguments.length === 1 && accelerator !== undefined) {
      // torch.device(None) fails where .to(None) does not.
      return usePortableDevice(maker.span, { ...accelerator, kind: 'review' });
    }
    // `torch.device("cuda", 0)` takes a type beside the index; what passes it on may compare it with a text.
    const isPassedOn = maker !== undefined || sink.through !== undefined;
    const wantsType = !isArgument || sink.kind === 'device-type' || isPassedOn;
    const expression = isArgument
      ? portableDevice(context, fact, wantsType ? 'type' : 'device')
      : currentAccelerator(context, 'type');
    return expression && usePortableDevice(fact.span, expression);
  }
  // f"cuda:{rank}" -> f"{torch.accelerator.current_accelerator().type}:{rank}"
  if (fact.form !== 'f-string') return undefined;
  const expression = currentAccelerator(context, 'type');
  return expression && usePortableDevice(fact.nameSpan, { ...expression, text: `{${expression.text}}` });
}

function targetName(fact: DeviceStringFact, { facts, table, torchReleases }: ScriptRuleContext): Fix {
  const { type } = table.device;
  const text = textOf(facts, fact.span);
  const changed = `${facts.text.slice(fact.span.start, fact.nameSpan.start)}${type}${facts.text.slice(fact.nameSpan.end, fact.span.end)}`;
  return {
    kind: 'review',
    title: { en: `Write ${shown(changed, text)}`, zh: `改为 ${shown(changed, text)}` },
    edits: [
      replacement(fact.nameSpan, type),
      ...(torchName(facts) === undefined ? [] : targetImport(facts, table, torchReleases)),
    ],
  };
}

const shown = (changed: string, text: string) => (text.includes('\n') ? '...' : changed);
