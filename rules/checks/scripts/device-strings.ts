import type {
  ArgumentFact,
  CallFact,
  Certainty,
  DeviceSink,
  DeviceStringFact,
  Fix,
  MigrationTable,
  ScriptRuleContext,
  Shim,
} from '../../../core/model';
import { callIndex } from './call-index';
import { replacement, targetImport, textOf, torchName } from './edits';
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
export function deviceStringsAbout(facts: ScriptRuleContext['facts'], topic: DeviceStringTopic): DeviceStringUse[] {
  return facts.deviceStrings.flatMap((fact) => {
    if (!fact.text.startsWith('cuda')) return [];
    const sinks = fact.sinks.filter((sink) => topicOf(sink) !== undefined);
    const order: readonly DeviceStringTopic[] = ['device', 'map-location', 'autocast', 'choices'];
    const first = order.find((candidate) => sinks.some((sink) => topicOf(sink) === candidate));
    if (first !== topic) return [];
    const ofTopic = sinks.filter((sink) => topicOf(sink) === topic);
    const sink = ofTopic.toSorted((a, b) => rank(a) - rank(b))[0]!;
    return [{ fact, sink, at: { ...fact, certainty: sink.certainty }, isDefault: isDefault(fact, facts) }];
  });
}

function isDefault({ span, statement }: DeviceStringFact, facts: ScriptRuleContext['facts']): boolean {
  // What stands in the head of a function, behind its name, is a parameter's default.
  const before = facts.text.slice(statement.span.start, span.start);
  return /(^|\n)\s*(async\s+)?def\s[\s\S]*=/.test(before) || defaultsIn(facts).has(span.start);
}

const defaults = new WeakMap<ScriptRuleContext['facts'], ReadonlySet<number>>();

/** Where the values begin that calls of a file fall back to: several rules ask for each of its device names. */
function defaultsIn(facts: ScriptRuleContext['facts']): ReadonlySet<number> {
  let starts = defaults.get(facts);
  if (starts === undefined) {
    starts = new Set(facts.calls.flatMap(defaultsOf).map(({ valueSpan }) => valueSpan.start));
    defaults.set(facts, starts);
  }
  return starts;
}

function defaultsOf({ name, arguments: passed }: CallFact): readonly ArgumentFact[] {
  if (/^(os\.(environ\.get|getenv)|getattr)$/.test(name)) return passed.slice(1);
  return name.endsWith('.add_argument') ? passed.filter(({ keyword }) => keyword === 'default') : [];
}

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

/** A call that needs the device comes before a default that may be overridden; what is sure before what is not. */
function rank({ kind, certainty }: DeviceSink): number {
  return (kind === 'default' ? 10 : 0) + ['proven', 'assumed', 'guessed'].indexOf(certainty);
}

/** Whether a shim translates the device before it matters. */
export function isTranslated({ name }: DeviceSink, shim: Shim, table: MigrationTable): boolean {
  if (table.isPatched(shim, name)) return true;
  // What torch.C keeps by the device's name does not pass through Python.
  if (/autocast_(dtype|enabled)$/.test(name)) return false;
  // Where .to() and the factories translate, so does what is built on them: torch.device, modules, other libraries.
  if (table.isPatched(shim, 'torch.Tensor.to')) return true;
  return name.startsWith('torch.nn.') && table.isPatched(shim, 'torch.empty');
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
    // `torch.device("cuda", 0)` takes a type beside the index.
    const wantsType = !isArgument || sink.kind === 'device-type' || maker !== undefined;
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
