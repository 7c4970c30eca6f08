import {
  type CallFact,
  type Certainty,
  keptByName,
  type ReferenceFact,
  type ScriptFacts,
  type TextSpan,
} from '../../../core/model';
import { callIndex } from './call-index';
import { callsNamed, namesLike, referencesNamed } from './named-facts';
import { tensorPlace } from './tensor-place';

/** A place of a script that asks for a type: `x.double()`, `x.to(torch.float64)`, `dtype = torch.float64`. */
export interface DtypeUse {
  /** The fact; `proven` only where the text shows that the tensor or module is of this type. */
  readonly at: (CallFact | ReferenceFact) & { readonly certainty: Certainty };
  /** The method's name, or the expression that names the type. */
  readonly span: TextSpan;
  /** Its one name: `float64` for `torch.double`. */
  readonly dtype: string;
  /**
   * `method` converts a tensor; `argument` passes the type to a call of an API; `name` stores it, returns it or passes it
   * to the workspace's own code.
   */
  readonly form: 'method' | 'argument' | 'name';
  /** The call that it is, or is passed to. */
  readonly call?: CallFact | undefined;
  /** Whether the tensor is known to be on an accelerator. */
  readonly onDevice: boolean;
}

const aliases: ReadonlyMap<string, string> = new Map([
  ['double', 'float64'],
  ['float', 'float32'],
  ['half', 'float16'],
  ['long', 'int64'],
  ['int', 'int32'],
  ['short', 'int16'],
  ['cfloat', 'complex64'],
  ['cdouble', 'complex128'],
  ['chalf', 'complex32'],
]);

/** The name under which tables know a type: `float64` for `torch.double`. */
export const dtypeName = keptByName((name) => {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return aliases.get(last) ?? last;
});

/**
 * Where the script asks for a type that `isAsked` for a tensor that is not known to stay on the CPU, in the order of the
 * text. A type that is only compared with, or stands in a table of names, asks for nothing.
 */
export function dtypeUses(facts: ScriptFacts, isAsked: (dtype: string) => boolean): DtypeUse[] {
  const uses: DtypeUse[] = [];
  for (const call of callsNamed(facts, converts)) {
    const dtype = dtypeName(call.name);
    if (call.arguments.length > 0 || !isAsked(dtype)) continue;
    const place = tensorPlace(call, facts);
    if (place !== 'host')
      uses.push({ at: call, span: call.nameSpan, dtype, form: 'method', call, onDevice: place === 'device' });
  }
  for (const reference of referencesNamed(facts, isOfTorch)) {
    const dtype = dtypeName(reference.name);
    if (reference.use !== 'load' || !isAsked(dtype)) continue;
    const use = isWritten(reference, facts) ? useOfName(reference, dtype, facts) : undefined;
    if (use !== undefined) uses.push(use);
  }
  return uses.sort((a, b) => a.span.start - b.span.start);
}

function useOfName(reference: ReferenceFact, dtype: string, facts: ScriptFacts): DtypeUse | undefined {
  const { span } = reference;
  const call = callIndex(facts).withArgumentEndingAt(span.end);
  if (call === undefined) {
    const statement = facts.text.slice(reference.statement.span.start, reference.statement.span.end);
    if (!isHandedOn(span, facts.text) || /\bdevice\s*=\s*["']cpu["']/.test(statement)) return undefined;
    if (isOfTable(reference, statement) || translatesNames(reference, facts)) return undefined;
    return { at: { ...reference, certainty: 'assumed' }, span, dtype, form: 'name', onDevice: false };
  }
  const argument = call.arguments.find(({ valueSpan }) => valueSpan.end === span.end)!;
  // `dtype == torch.float64`, or a choice whose other branch may be the one.
  const isWhole = argument.valueSpan.start === span.start;
  if (!isWhole && !isHandedOn(span, facts.text)) return undefined;
  const place = tensorPlace(call, facts);
  if (place === 'host' || asksOnly.test(call.name)) return undefined;
  const at = { ...reference, certainty: isWhole ? call.certainty : ('assumed' as const) };
  return { at, span, dtype, form: 'argument', call, onDevice: place === 'device' };
}

/** `types["F8_E5M2"] = torch.float8_e5m2`: a name for a type, which asks for nothing. */
function isOfTable({ span, statement }: ReferenceFact, text: string): boolean {
  return /^[\w.]+\[[^\]]*\]\s*=\s*$/.test(text.slice(0, span.start - statement.span.start));
}

/** In a function that returns one of many types, by their names. */
function translatesNames({ function: own, span }: ReferenceFact, facts: ScriptFacts): boolean {
  const isReturned = (at: TextSpan) => /\breturn\s+$/.test(facts.text.slice(Math.max(0, at.start - 20), at.start));
  if (own === undefined || !isReturned(span)) return false;
  const returned = referencesNamed(facts, isOfTorch).filter(
    (other) => other.function === own && isReturned(other.span),
  );
  return new Set(returned.map(({ name }) => dtypeName(name))).size > manyTypes;
}

const manyTypes = 3;

/** Calls that ask about a type, compare with it or keep it in a table. */
const asksOnly = /^(torch\.(finfo|iinfo|promote_types|can_cast|result_type)|.*\.(get|format|append|add|assert\w+))$/;

/** Methods that convert where they have no arguments. */
const converts = namesLike(/^(?:torch\.Tensor|torch\.nn\.Module|\?)\.(double|bfloat16|long|cfloat|cdouble|chalf)$/);
const isOfTorch = namesLike(/^torch\.\w+$/);

/** The reference spells the type: a variable that holds it is reported where it was given the type. */
function isWritten({ name, nameSpan }: ReferenceFact, { text }: ScriptFacts): boolean {
  const written = text.slice(nameSpan.start, nameSpan.end);
  return written.slice(written.lastIndexOf('.') + 1) === name.slice(name.lastIndexOf('.') + 1);
}

/** Assigned, passed by keyword, a default, a branch of a conditional expression, or returned. */
function isHandedOn({ start, end }: TextSpan, text: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 80);
  // A choice that asks what the device is or can do, or which type there is already, is made.
  if (/^\s*if\b[^\n]*(is_bf16_supported|device|capability|dtype)/.test(after)) return false;
  return /(?<![=!<>])=\s*$/.test(before) || /\b(else|return)\s+$/.test(before);
}
