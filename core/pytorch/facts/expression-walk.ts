import type { Scope } from '../names/scope';
import { partsOf } from '../syntax/children';
import type { Argument, Call, Comprehension, Conditional, Dictionary, Expression, Parameter } from '../syntax/nodes';
import { skipConditions } from '../values/skipped-tests';
import { isWorkspaceName } from '../values/value';
import { splitName } from '../values/workspace-names';
import type { NamedApi, Role } from './apis';
import type { Collectors } from './collectors';
import { namesCode } from './device-names';
import { branches } from './guards';
import { libraryIsThere } from './library-questions';
import { kindOfName, type SinkCall, sinkOf } from './sinks';
import { makesStandIn } from './stand-ins';
import { placed, type Surroundings } from './surroundings';

/** Walks the expressions of a script, each once, in the order of the text. */
export class ExpressionWalk {
  constructor(private readonly found: Collectors) {}

  expression(node: Expression, around: Surroundings, role: Role = 'value', assigned?: Expression): void {
    switch (node.kind) {
      case 'Name':
        this.found.names.add(node.id);
        if (role !== 'store') this.found.loads.add(node.id);
        this.found.apis.reference(node, role, assigned, around);
        break;
      case 'Attribute':
        this.found.names.add(node.name.id);
        this.found.apis.reference(node, role, assigned, around);
        this.expression(node.object, around, 'object');
        break;
      case 'Call':
        this.call(node, around, role);
        break;
      case 'String':
        if (role === 'annotation') for (const name of node.value?.match(/\w+/g) ?? []) this.found.loads.add(name);
        this.found.flow.note(node, around);
        if (node.value?.endsWith('ExecutionProvider'))
          this.found.executionProviders.push(placed(node, around, { name: node.value }));
        break;
      case 'JoinedString':
        this.found.flow.note(node, around);
        for (const { value } of node.fields) this.expression(value, around);
        break;
      case 'Subscript':
        this.found.environment.item(node, assigned, role === 'store', around);
        if (role !== 'annotation') this.found.tensorUses.indexed(node, role === 'store', around);
        this.expression(node.object, around, role === 'annotation' ? role : 'value');
        for (const index of node.indices) this.expression(index, around, role === 'annotation' ? role : 'value');
        break;
      case 'Comparison':
        this.comparison(node, around);
        break;
      case 'Boolean':
        this.boolean(node, around);
        break;
      case 'Conditional':
        this.conditional(node, around);
        break;
      case 'Tuple':
      case 'List':
      case 'Set': {
        // `("cuda", "npu")` is a list that knows of both.
        const handled =
          role === 'store' || role === 'annotation' ? undefined : this.found.ported.choicesIn(node.elements);
        const inside = handled ? this.found.region(node, handled, around) : around;
        for (const element of node.elements)
          this.expression(element, inside, role === 'store' || role === 'annotation' ? role : 'value');
        break;
      }
      case 'Dictionary':
        this.dictionary(node, around);
        break;
      case 'Lambda': {
        this.parameters(node.parameters, around);
        const scope = this.found.evaluator.scopeOf(node, around.scope);
        this.expression(node.body, around.inBody(scope));
        break;
      }
      case 'Comprehension':
        this.comprehension(node, around);
        break;
      case 'Starred':
      case 'Await':
        this.expression(node.value, around, role === 'store' ? role : 'value');
        break;
      case 'Named':
        this.expression(node.target, around, 'store');
        this.expression(node.value, around);
        break;
      case 'Binary':
        this.expression(node.left, around, role === 'annotation' ? role : 'value');
        this.expression(node.right, around, role === 'annotation' ? role : 'value');
        break;
      case 'Constant':
      case 'Number':
        break;
      default:
        for (const part of partsOf(node)) this.expression(part, around, role === 'annotation' ? role : 'value');
    }
  }

  parameters(parameters: readonly Parameter[], around: Surroundings): void {
    for (const { name, annotation, default: value } of parameters) {
      if (name) this.found.names.add(name.id);
      if (annotation) this.annotation(annotation, around, name?.id);
      if (!value) continue;
      if (name) this.found.defaultOf(name.id, value, around, true);
      this.expression(value, around);
    }
  }

  /** An annotation; `Literal["cuda", "cpu"]` are choices. `name`: of what is annotated. */
  annotation(node: Expression, around: Surroundings, name?: string): void {
    if (node.kind === 'Subscript' && lastName(node.object) === 'Literal' && name !== undefined) {
      const span = { start: node.start, end: node.end };
      const certainty = kindOfName(name) ? 'proven' : 'assumed';
      // `kernel: Literal["cuda", "triton"]`
      const areDevices = certainty === 'proven' || !node.indices.some(namesCode);
      for (const index of areDevices ? node.indices : []) {
        this.found.flow.arrives(index, around.scope, { kind: 'choices', name, span, certainty });
      }
    }
    if (node.kind === 'Subscript' || node.kind === 'Binary') {
      for (const part of partsOf(node)) if (part.kind === 'Subscript') this.literalIn(part, around, name);
    }
    this.expression(node, around, 'annotation');
  }

  private literalIn(node: Expression, around: Surroundings, name: string | undefined): void {
    if (node.kind !== 'Subscript' || lastName(node.object) !== 'Literal' || name === undefined) return;
    const span = { start: node.start, end: node.end };
    if (kindOfName(name) === undefined && node.indices.some(namesCode)) return;
    for (const index of node.indices) {
      this.found.flow.arrives(index, around.scope, { kind: 'choices', name, span, certainty: 'assumed' });
    }
  }

  private dictionary(node: Dictionary, around: Surroundings): void {
    const handled = this.found.ported.choicesIn(keysOf(node));
    const inside = handled ? this.found.region(node, handled, around) : around;
    this.found.settings.dictionary(node, inside);
    for (const { key, value } of node.entries) {
      if (key) this.expression(key, inside);
      if (key?.kind === 'String') this.found.environment.entry(key, value, inside);
      if (key?.kind === 'String' && key.value !== undefined) this.found.defaultOf(key.value, value, inside);
      this.expression(value, inside);
    }
  }

  private comparison(node: Expression & { kind: 'Comparison' }, outside: Surroundings): void {
    const handled = this.found.ported.by(node, outside.scope);
    const around = handled ? this.found.region(node, handled, outside) : outside.toldApart();
    this.found.comparisons.comparison(node, around);
    this.found.environment.comparison(node, around);
    this.found.guards.askOne(node, around, { form: 'value' }, node);
    for (const operand of node.operands) {
      if (operand.kind === 'Dictionary') this.compared(operand, around);
      else this.expression(operand, around);
    }
  }

  /** A dictionary that something is compared with sets nothing. */
  private compared({ entries }: Dictionary, around: Surroundings): void {
    for (const { key, value } of entries) {
      if (key) this.expression(key, around);
      this.expression(value, around);
    }
  }

  private boolean(node: Expression & { kind: 'Boolean' }, outside: Surroundings): void {
    const handled = this.found.ported.by(node, outside.scope);
    const inRegion = handled ? this.found.region(node, handled, outside) : outside;
    const around = this.found.toldApart([node.left, node.right], inRegion);
    const holds = node.operator === 'and';
    this.found.guards.ask(node.left, around, { form: 'value' }, node);
    this.expression(node.left, around);
    const guard = this.found.guards.behind(node.left, holds, around.scope, around.guard);
    const inside = around.behind(guard);
    // `is_hip() and torch.cuda.get_device_properties(0).gcnArchName == ...`
    this.expression(node.right, this.found.isForOthers(node.left, around, holds) ? inside.ofOtherVendors() : inside);
  }

  private conditional(node: Conditional, outside: Surroundings): void {
    const handled =
      this.found.ported.by(node.condition, outside.scope) ?? this.found.ported.choicesIn([node.body, node.otherwise]);
    const inRegion = handled ? this.found.region(node, handled, outside) : outside;
    const { condition, body, otherwise } = node;
    const around = this.found.toldApart([condition], inRegion);
    this.found.guards.ask(condition, around, { form: 'conditional', ...branches(body, otherwise) }, node);
    const { guards } = this.found;
    const implied = (outcome: boolean) => guards.behind(condition, outcome, around.scope, around.guard);
    const library = libraryIsThere(condition);
    const inside = (outcome: boolean) => {
      const behind = around.behind(implied(outcome)).sharedWith(this.found.sharing(condition, outcome, around));
      const chosen = this.found.isForOthers(condition, around, outcome) ? behind.ofOtherVendors() : behind;
      return library === outcome ? chosen.whereGuarded() : chosen;
    };
    this.expression(body, inside(true));
    this.expression(condition, around);
    this.expression(otherwise, inside(false));
  }

  private comprehension(node: Comprehension, around: Surroundings): void {
    const scope = this.found.evaluator.scopeOf(node, around.scope);
    const inside = around.inLoop(scope);
    if (node.key) this.expression(node.key, inside);
    this.expression(node.element, inside);
    node.clauses.forEach(({ target, iterable }, index) => {
      this.expression(target, inside, 'store');
      this.expression(iterable, index === 0 ? around : inside);
    });
    for (const condition of node.conditions) this.expression(condition, inside);
  }

  private call(node: Call, around: Surroundings, role: Role): void {
    const { callee } = node;
    const { scope } = around;
    for (const { condition } of skipConditions(node, scope))
      this.found.guards.ask(condition, around, { form: 'value' }, node);
    const found =
      callee.kind === 'Name' || callee.kind === 'Attribute' ? this.found.apis.named(callee, scope) : undefined;
    if (found) {
      this.found.apis.call(node, found, role, around);
      this.found.environment.call(node, found.name, around);
      this.found.commands.call(node, found.name, around);
      if (found.name === 'torch.cuda.is_available') this.found.guards.askOne(node, around, { form: 'value' }, node);
      if (callee.kind === 'Attribute' && callee.name.id === 'startswith') {
        this.found.comparisons.startsWith(node, callee.object, around);
        this.found.guards.askOne(node, around, { form: 'value' }, node);
      }
    }
    this.found.settings.update(node, around);
    if (callee.kind === 'Name') this.found.tensorUses.printed(node, callee, around);
    else if (callee.kind === 'Subscript') this.found.definitions.launch(node, callee, around);
    this.deviceArguments(node, found, around);
    this.expression(callee, around, 'callee');
    for (const { value, keyword } of node.arguments) {
      if (keyword) this.found.names.add(keyword.id);
      this.expression(value, around);
    }
  }

  private deviceArguments(node: Call, found: NamedApi | undefined, around: Surroundings): void {
    const { callee } = node;
    const { scope } = around;
    if (node.arguments.length > 0) this.sinksOf(node, found, around);
    if (found) return;
    const { name } = this.found.evaluator.value(callee, scope);
    const split = isWorkspaceName(name) ? splitName(name) : undefined;
    if (split) this.found.flow.called(node, scope, split.name, split.path);
  }

  private sinksOf(node: Call, found: NamedApi | undefined, { scope, guard, ported }: Surroundings): void {
    const isOpen = guard === undefined && ported.length === 0;
    const { callee } = node;
    const passed = node.arguments;
    if (found?.name === 'functools.partial') {
      this.partOfCall(passed, scope, isOpen);
      return;
    }
    const builtin = callee.kind === 'Name' && callee.id === 'getattr' ? 'getattr' : undefined;
    if (makesStandIn(found?.name, this.found.evaluator.path)) return;
    this.sinksOfCall(
      { name: found?.name ?? builtin, certainty: found?.certainty ?? 'assumed', arguments: passed },
      scope,
      isOpen,
    );
  }

  /** `partial(torch.amp.custom_fwd, device_type="cuda")`: what is passed to the function, once it is called. */
  private partOfCall([first, ...passed]: readonly Argument[], scope: Scope, isOpen: boolean): void {
    if (first === undefined) return;
    const { kind, name, certainty } = this.found.evaluator.value(first.value, scope);
    const isKnown = kind === 'api' && !isWorkspaceName(name);
    const call = { name: isKnown ? name : undefined, certainty: isKnown ? certainty : ('assumed' as const) };
    this.sinksOfCall({ ...call, arguments: passed }, scope, isOpen);
  }

  private sinksOfCall(call: SinkCall, scope: Scope, isOpen: boolean): void {
    const passed = call.arguments;
    for (let index = 0; index < passed.length; index++) {
      const argument = passed[index]!;
      const sink = sinkOf(call, argument, index);
      if (sink) this.found.flow.arrives(argument.value, scope, sink, isOpen);
      if (argument.splat !== '**') continue;
      this.found.flow.spread(argument, scope, (id, value, at) => {
        const keyword = { kind: 'Name', id, start: value.start, end: value.start } as const;
        const sinkOfEntry = sinkOf(call, { ...argument, splat: undefined, keyword, value }, index);
        if (sinkOfEntry) this.found.flow.arrives(value, at, sinkOfEntry, isOpen);
      });
    }
  }
}

const lastName = (node: Expression) =>
  node.kind === 'Name' ? node.id : node.kind === 'Attribute' ? node.name.id : undefined;

function keysOf({ entries }: Dictionary): Expression[] {
  const keys: Expression[] = [];
  for (const { key } of entries) if (key) keys.push(key);
  return keys;
}
