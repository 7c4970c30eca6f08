import type { DeviceSink, DeviceStringFact, ScriptPlace } from '../../model';
import { lookUp } from '../names/look-up';
import type { BoundValue, Scope } from '../names/scope';
import { enclosingClass } from '../names/scope';
import type { Argument, Call, Expression, JoinedString, StringLiteral } from '../syntax/nodes';
import { isDecoratedBy } from '../values/decorators';
import type { Evaluator } from '../values/evaluator';
import { type DeviceParameter, splitName } from '../values/workspace-names';
import { deviceNameIn, listsDeviceTypes, namesCode, shortestName } from './device-names';
import { type MadeText, madeText } from './made-text';
import { kindOfName } from './sinks';
import { placeOf, type Surroundings } from './surroundings';

interface DeviceText {
  readonly node: StringLiteral | JoinedString;
  readonly said: string;
  place: ScriptPlace;
  form: DeviceStringFact['form'];
  readonly sinks: DeviceSink[];
}

interface Arrival {
  readonly expression: Expression;
  readonly scope: Scope;
  readonly sink: DeviceSink;
  /** It runs wherever its function does: in no branch for CUDA alone, nor beside one for another accelerator. */
  readonly isOpen: boolean;
}

/** Asks which texts an expression may be, without a place that they reach. */
const probe: DeviceSink = { kind: 'unknown', name: '', span: { start: 0, end: 0 }, certainty: 'guessed' };

/** Ways from a sink to its literals that are longer than this are not followed, */
const longest = 10;
/** nor more of them in one script than this, for each literal that names a device. */
const stepsOfText = 4000;

/** Follows what reaches the places that use a device or a backend back to the texts that name it. */
export class DeviceFlow {
  private readonly texts = new Map<Expression, DeviceText>();
  private readonly arriving: Arrival[] = [];
  /** Where a text is called a device, which counts where nothing shows what it is used for. */
  private readonly named: Arrival[] = [];
  /** Parameters of this file's functions that reach a sink. */
  private readonly parameters = new Map<string, DeviceSink>();
  private readonly calls: FollowedCall[] = [];
  private probed = false;
  /** Which of a text's sinks each place is. */
  private readonly seen = new Map<string, number>();
  private steps = 0;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly text: string,
  ) {}

  /** Keeps a text that names a device, until it is known whether it reaches anything. */
  note(node: StringLiteral | JoinedString, around: Surroundings): void {
    const end = node.kind === 'JoinedString' ? (node.fields[0]?.span.start ?? node.content.end) : node.content.end;
    if (node.kind === 'String' && node.value === undefined) return;
    if (end - node.content.start < shortestName) return;
    const said = this.text.slice(node.content.start, end);
    if (!deviceNameIn(said)) return;
    const form = node.kind === 'JoinedString' && node.fields.length > 0 ? 'f-string' : 'literal';
    this.texts.set(node, { node, said, place: placeOf(node, around), form, sinks: [] });
  }

  arrives(expression: Expression, scope: Scope, sink: DeviceSink, isOpen = true): void {
    this.arriving.push({ expression, scope, sink, isOpen });
  }

  /** `device = "cuda"`: a name says what is meant. */
  isNamed(expression: Expression, scope: Scope, sink: DeviceSink): void {
    this.named.push({ expression, scope, sink, isOpen: true });
  }

  /** A call of a function of the workspace: what its parameters reach, its arguments reach. */
  called(node: Call, scope: Scope, callee: string, path: string): void {
    if (node.arguments.length > 0) this.calls.push({ node, scope, callee, path });
  }

  /** Which parameters of a function of this file, or of what makes a class's objects, reach a place that uses a device. */
  parametersOf(callee: string): readonly DeviceParameter[] | undefined {
    this.followParameters();
    const target = this.targetOf(callee);
    if (target?.node.kind !== 'Function') return undefined;
    return target.node.parameters.slice(objectsOf(target)).flatMap(({ name, splat }) => {
      const id = name?.id ?? '';
      const sink = splat ? undefined : this.parameters.get(`${target.path}(${id}`);
      return splat ? [] : [{ name: id, sink: sink && isUse.test(sink.kind) ? sink : undefined }];
    });
  }

  private isFollowed = false;

  private followParameters(): void {
    if (this.isFollowed) return;
    this.isFollowed = true;
    for (const { expression, scope, sink, isOpen } of this.arriving) {
      if (isOpen) this.follow(expression, scope, sink, 0);
    }
    for (let round = 0; round < 2; round++) this.followArguments();
  }

  facts(): DeviceStringFact[] {
    if (this.texts.size === 0) return [];
    for (const { expression, scope, sink } of this.arriving) this.follow(expression, scope, sink, 0);
    // Twice: an argument may be a parameter of the function that calls.
    for (let round = 0; round < 2; round++) this.followArguments();
    const used = new Set([...this.texts.values()].filter(({ sinks }) => sinks.length > 0));
    for (const { expression, scope, sink } of this.named) this.follow(expression, scope, sink, 0, used);
    const facts: DeviceStringFact[] = [];
    for (const { node, said, place, form, sinks } of this.texts.values()) {
      const name = deviceNameIn(said)!;
      if (sinks.length === 0) continue;
      const start = node.content.start;
      const nameSpan = { start: start + name.start, end: start + name.end };
      facts.push({ ...place, text: said, form, nameSpan, sinks });
    }
    return facts.sort((one, other) => one.span.start - other.span.start);
  }

  private followArguments(): void {
    for (const call of this.calls) {
      if (call.path === this.evaluator.path) this.followOwn(call);
      else this.followOther(call);
    }
  }

  private followOwn({ node, scope, callee }: FollowedCall): void {
    const target = this.parameters.size === 0 ? undefined : this.targetOf(callee);
    if (target?.node.kind !== 'Function') return;
    let position = objectsOf(target);
    for (const argument of node.arguments) {
      const name = argument.keyword?.id ?? target.node.parameters[position]?.name?.id;
      if (argument.keyword === undefined) position++;
      const sink = name === undefined || argument.splat ? undefined : this.parameters.get(`${target.path}(${name}`);
      if (sink) this.follow(argument.value, scope, handedOn(sink, argument.value, callee), 1);
    }
  }

  /** The other file is asked only where an argument may be a text that names a device, or a parameter. */
  private followOther({ node, scope, callee, path }: FollowedCall): void {
    let position = 0;
    for (const argument of node.arguments) {
      const index = argument.keyword === undefined ? position++ : undefined;
      if (argument.splat) return;
      if (!this.mayBeDevice(argument.value, scope)) continue;
      const parameters = this.evaluator.workspace.deviceParameters(path, callee);
      const parameter = argument.keyword
        ? parameters?.find(({ name }) => name === argument.keyword!.id)
        : parameters?.[index!];
      if (parameter?.sink) this.follow(argument.value, scope, handedOn(parameter.sink, argument.value, callee), 1);
    }
  }

  private mayBeDevice(node: Expression, scope: Scope): boolean {
    if (node.kind !== 'Name' && node.kind !== 'Attribute' && this.texts.size === 0) return false;
    this.probed = false;
    this.follow(node, scope, probe, 1);
    return this.probed;
  }

  private targetOf(callee: string): Scope | undefined {
    const definition = this.evaluator.classes.scopeAt(callee) ?? undefined;
    return definition?.kind === 'class' ? this.evaluator.classes.scopeAt(`${callee}.__init__`) : definition;
  }

  private follow(node: Expression, scope: Scope, sink: DeviceSink, depth: number, but?: Used): void {
    if (depth > longest || ++this.steps > stepsOfText * (1 + Math.min(this.texts.size, 100))) return;
    const made = madeText(node);
    if (made) {
      this.arrived(made, node, sink, but);
      return;
    }
    const also = (next: Expression | undefined) => next && this.follow(next, scope, sink, depth + 1, but);
    switch (node.kind) {
      case 'JoinedString':
        // `f"{device}:{rank}"` names what its first field does.
        if (node.fields[0]?.span.start === node.content.start) also(node.fields[0].value);
        break;
      case 'Conditional':
        also(node.body);
        also(node.otherwise);
        break;
      case 'Boolean':
        also(node.left);
        also(node.right);
        break;
      case 'Tuple':
      case 'List':
      case 'Set':
        if (
          sink.kind === 'choices'
            ? choosesCode(node.elements, sink)
            : listsDeviceTypes(node.elements) && isNamedSo(sink)
        )
          break;
        for (const element of node.elements) also(element);
        break;
      case 'Dictionary':
        // A device map: `{"": "cuda:0"}`. What `{"cuda": "nccl", "cpu": "gloo"}` has for CUDA, it has for CUDA alone.
        for (const { key, value } of node.entries) if (!isForCuda(key)) also(value);
        break;
      case 'Subscript':
        if (node.object.kind === 'List' || node.object.kind === 'Tuple' || node.object.kind === 'Dictionary')
          also(node.object);
        break;
      case 'Named':
        also(node.value);
        break;
      case 'Call':
        this.followCall(node, scope, sink, depth, but);
        break;
      case 'Name':
        for (const { what } of lookUp(node.id, scope, node.start)?.bindings ?? [])
          this.followBinding(what, sink, depth, but);
        break;
      case 'Attribute':
        if (node.object.kind === 'Name' && node.object.id === 'self') {
          const owner = enclosingClass(scope);
          const name = node.name.id;
          const bindings = owner?.attributes.get(name) ?? owner?.names.get(name) ?? [];
          for (const { what } of bindings.slice(0, 16)) this.followBinding(what, sink, depth, but);
        }
        break;
    }
  }

  private followBinding(binding: BoundValue, sink: DeviceSink, depth: number, but?: Used): void {
    if (binding.kind === 'value') this.follow(binding.value, binding.scope, sink, depth + 1, but);
    if (binding.kind !== 'parameter' || binding.parameter.splat) return;
    const { parameter, scope } = binding;
    if (sink === probe) {
      this.probed ||= kindOfName(parameter.name?.id ?? '') !== undefined;
    } else if (scope.kind === 'function') {
      const key = `${scope.path}(${parameter.name?.id}`;
      const known = this.parameters.get(key);
      if (!known || worth(sink) > worth(known)) this.parameters.set(key, sink);
    }
    if (parameter.default && scope.parent) this.follow(parameter.default, scope.parent, sink, depth + 1, but);
  }

  private followCall(node: Call, scope: Scope, sink: DeviceSink, depth: number, but?: Used): void {
    const { callee } = node;
    const first = node.arguments[0]?.value;
    if (callee.kind === 'Name' && callee.id === 'str' && first) {
      this.follow(first, scope, sink, depth + 1, but);
      return;
    }
    const { name, kind } = this.evaluator.value(callee, scope);
    const last = callee.kind === 'Attribute' ? callee.name.id : undefined;
    if (last === 'get' || last === 'pop' || name === 'os.getenv') {
      const otherwise = node.arguments[1]?.value;
      if (otherwise) this.follow(otherwise, scope, sink, depth + 1, but);
      return;
    }
    const described = name === undefined ? undefined : fieldDefault(name, node);
    if (described) {
      this.follow(described, scope, sink, depth + 1, but);
      return;
    }
    const split = kind === 'api' && name?.startsWith('.') ? splitName(name) : undefined;
    const definition = split?.path === this.evaluator.path ? this.evaluator.classes.scopeAt(split.name) : undefined;
    if (definition?.kind !== 'function') return;
    for (const returned of definition.returns.slice(0, 16)) this.follow(returned, definition, sink, depth + 1, but);
  }

  private arrived({ string, form }: MadeText, whole: Expression, sink: DeviceSink, but?: Used): void {
    const known = this.texts.get(string);
    if (sink === probe) {
      this.probed ||= known !== undefined;
      return;
    }
    if (!known || but?.has(known) || !fits(known.said, sink)) return;
    const key = `${string.start} ${sink.span.start} ${sink.kind}`;
    const before = this.seen.get(key);
    if (before !== undefined) {
      // `setup(backend=name)`: what the function does with it says more than what it calls it.
      if (worth(sink) > worth(known.sinks[before]!)) known.sinks[before] = sink;
      return;
    }
    this.seen.set(key, known.sinks.length);
    known.sinks.push(sink);
    if (string === whole) return;
    known.form = form;
    known.place = { ...known.place, span: { start: whole.start, end: whole.end } };
  }

  /** What `**arguments` passes to a call, entry by entry. */
  spread(argument: Argument, scope: Scope, found: (keyword: string, value: Expression, at: Scope) => void): void {
    this.spreadOf(argument.value, scope, found, 0);
  }

  private spreadOf(
    node: Expression,
    scope: Scope,
    found: (keyword: string, value: Expression, at: Scope) => void,
    depth: number,
  ): void {
    if (depth > 4) return;
    if (node.kind === 'Dictionary') {
      for (const { key, value } of node.entries) {
        if (key?.kind === 'String' && key.value !== undefined) found(key.value, value, scope);
        else if (key === undefined) this.spreadOf(value, scope, found, depth + 1);
      }
    } else if (node.kind === 'Call' && node.callee.kind === 'Name' && node.callee.id === 'dict') {
      for (const { keyword, value } of node.arguments) if (keyword) found(keyword.id, value, scope);
    } else if (node.kind === 'Name') {
      for (const { what } of lookUp(node.id, scope, node.start)?.bindings ?? []) {
        if (what.kind === 'value') this.spreadOf(what.value, what.scope, found, depth + 1);
      }
    }
  }
}

/** Where nothing but a name says that it is about devices: `supported_devices=`. */
function isNamedSo({ kind, name }: DeviceSink): boolean {
  return kind === 'default' || (kind === 'device' && kindOfName(name) !== undefined);
}

/** `choices=["cuda", "triton"]` of an option that is called after no device: which implementation is taken. */
function choosesCode(choices: readonly Expression[], { certainty }: DeviceSink): boolean {
  return certainty !== 'proven' && choices.some(namesCode);
}

/** `device: str = field(default="cuda")`, `Field("cuda")` of pydantic. */
function fieldDefault(name: string, { arguments: passed }: Call): Expression | undefined {
  if (!/^(dataclasses\.field|pydantic(\.\w+)?\.Field|attrs?\.(field|ib))$/.test(name)) return undefined;
  const [first] = passed;
  if (name.startsWith('pydantic') && first && !first.keyword && !first.splat) return first.value;
  return passed.find(({ keyword }) => keyword?.id === 'default')?.value;
}

interface FollowedCall {
  readonly node: Call;
  readonly scope: Scope;
  /** The function or class, and the file that defines it. */
  readonly callee: string;
  readonly path: string;
}

/** The parameters that a caller does not name: the object, or the class. */
function objectsOf(target: Scope): number {
  return target.parent?.kind === 'class' && !isDecoratedBy(target, 'staticmethod') ? 1 : 0;
}

/** How much a place says about what is passed there: a use, and a sure one, more than a comparison. */
function worth({ kind, certainty }: DeviceSink): number {
  return (isUse.test(kind) ? 2 : 0) + (certainty === 'proven' ? 1 : 0);
}

const isUse = /^(device|map-location|device-type|backend)$/;

function handedOn(sink: DeviceSink, { start, end }: Expression, callee: string): DeviceSink {
  return { ...sink, span: { start, end }, through: callee.slice(callee.lastIndexOf('.') + 1) };
}

/** Texts of which it is known already what they are used for. */
type Used = ReadonlySet<DeviceText>;

function isForCuda(key: Expression | undefined): boolean {
  return key?.kind === 'String' && key.value === 'cuda';
}

/** The name of a backend is no device, and the name of a device no backend. */
function fits(said: string, sink: DeviceSink): boolean {
  const about = deviceNameIn(said)?.about;
  if (sink.kind === 'backend') return about === 'backend' || /(^|,)\w+:nccl/.test(said);
  const kind = kindOfName(sink.name);
  // `backend = "cuda"` chooses kernels or a program, as whoever reads it decides.
  if (about === 'device') return kind !== 'backend';
  return kind === undefined || /(^|_)dist(ributed)?_backend$/i.test(sink.name);
}
