import type { DeviceSink, DeviceVariableFact, PortedRegion, TextSpan } from '../../model';
import { catchesImportError, isTypeChecking } from '../names/imports';
import { isStatement, partsOf } from '../syntax/children';
import type {
  Assign,
  Block,
  Call,
  ClassDefinition,
  Comprehension,
  Conditional,
  Expression,
  FunctionDefinition,
  If,
  Module,
  Parameter,
  Statement,
  Try,
  While,
} from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { isWorkspaceName } from '../values/value';
import { splitName } from '../values/workspace-names';
import { Apis, type Role } from './apis';
import { Comparisons } from './comparisons';
import { Definitions } from './definitions';
import { DeviceFlow } from './device-flow';
import { assignedDevice, deviceParameters } from './device-variables';
import { Environment } from './environment';
import { Guards } from './guards';
import { Imports } from './imports';
import { Patterns } from './patterns';
import { choices, type Handled, handledBy, handledByBranches, handledByTry, leaves } from './ported';
import { kindOfName, type SinkCall, sinkOf } from './sinks';
import { placeOf, StatementPlaces, type Surroundings, withPorted } from './surroundings';
import { TensorUses } from './tensor-uses';

/** Walks a script once, in the order of its text, and gathers its facts. */
export class Walk {
  readonly imports: Imports;
  readonly apis: Apis;
  readonly definitions: Definitions;
  readonly environment: Environment;
  readonly guards: Guards;
  readonly flow: DeviceFlow;
  readonly comparisons: Comparisons;
  readonly patterns: Patterns;
  readonly tensorUses: TensorUses;
  readonly deviceVariables: DeviceVariableFact[] = [];
  readonly portedRegions: PortedRegion[] = [];
  readonly names = new Set<string>();
  private readonly loads = new Set<string>();
  private readonly places: StatementPlaces;
  /** The TPUs of this script are Google's. */
  private readonly isAboutXla: boolean;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly text: string,
    firstParty: (name: string) => boolean,
  ) {
    this.places = new StatementPlaces(text);
    this.isAboutXla = /xla/i.test(text);
    this.imports = new Imports(evaluator, firstParty);
    this.apis = new Apis(evaluator);
    this.definitions = new Definitions(evaluator);
    this.environment = new Environment(evaluator);
    this.guards = new Guards(evaluator);
    this.flow = new DeviceFlow(evaluator, text);
    this.comparisons = new Comparisons(evaluator, this.flow, text);
    this.patterns = new Patterns(text);
    this.tensorUses = new TensorUses(evaluator);
  }

  module(module: Module): void {
    const around: Surroundings = {
      scope: this.evaluator.scopes.root,
      guarded: false,
      guard: undefined,
      ported: [],
      loopDepth: 0,
      function: undefined,
      statement: { span: { start: 0, end: 0 }, indentation: '' },
      blockEnd: this.text.length,
    };
    this.statements(module.body, around);
    this.imports.markUsed(this.loads);
  }

  private block(block: Block, around: Surroundings): void {
    this.statements(block.body, { ...around, blockEnd: block.end });
  }

  /** Statements one after another: what follows `if not available: return` runs only where CUDA is there. */
  private statements(statements: readonly Statement[], around: Surroundings): void {
    let inside = around;
    const ofChoice = choices(statements);
    for (const statement of statements) {
      const handled = ofChoice.get(statement);
      this.statement(statement, handled ? this.region(statement, handled, inside) : inside);
      const guard = this.guardOfRest(statement, inside);
      if (guard === undefined) continue;
      this.guards.guardRest(guard, { start: statement.end, end: statements.at(-1)!.end });
      inside = { ...inside, guard };
    }
  }

  private guardOfRest(statement: Statement, { scope }: Surroundings): number | undefined {
    if (statement.kind === 'Assert') return this.guards.implied(statement.condition, true, scope);
    if (statement.kind !== 'If' || statement.otherwise || statement.clauses.length > 1) return undefined;
    const [{ condition, body }] = statement.clauses as [If['clauses'][0]];
    return leaves(body.body) ? this.guards.implied(condition, false, scope) : undefined;
  }

  private region({ start, end }: TextSpan, { by, accelerators: named }: Handled, around: Surroundings): Surroundings {
    const accelerators = this.isAboutXla ? named.filter((accelerator) => accelerator !== 'tpu') : named;
    const inside = withPorted(around, accelerators);
    if (inside !== around) this.portedRegions.push({ span: { start, end }, by, accelerators });
    return inside;
  }

  private statement(node: Statement, outside: Surroundings): void {
    const around = { ...outside, statement: this.places.of(node) };
    this.patterns.statement(node, around);
    switch (node.kind) {
      case 'Import':
        this.imports.add(node, around, this.names);
        break;
      case 'Function':
        this.function(node, around);
        break;
      case 'Class':
        this.class(node, around);
        break;
      case 'Assign':
        this.assignment(node, around);
        break;
      case 'AugmentedAssign':
        this.expression(node.target, around, 'store', node.value);
        this.expression(node.value, around);
        break;
      case 'If':
        this.conditionalStatement(node, around);
        break;
      case 'While':
        this.loop(node, around);
        break;
      case 'For':
        this.expression(node.target, around, 'store');
        this.expression(node.iterable, around);
        this.block(node.body, { ...around, loopDepth: around.loopDepth + 1 });
        if (node.otherwise) this.block(node.otherwise, around);
        break;
      case 'With':
        for (const { context, target } of node.items) {
          this.expression(context, around, 'with');
          if (target) this.expression(target, around, 'store');
        }
        this.block(node.body, around);
        break;
      case 'Try':
        this.attempt(node, around);
        break;
      case 'Match':
        this.match(node, around);
        break;
      case 'Assert':
        this.guards.ask(node.condition, around, { form: 'assert' }, node);
        this.tensorUses.truth(node.condition, around);
        this.expression(node.condition, around);
        if (node.message) this.expression(node.message, around);
        break;
      case 'Return':
        if (node.value) this.returned(node.value, around);
        break;
      case 'ExpressionStatement':
        this.expression(node.value, around, 'statement');
        break;
      case 'Raise':
        for (const value of node.values) this.expression(value, around);
        break;
      case 'Delete':
        for (const target of node.targets) this.expression(target, around);
        break;
      case 'TypeAlias':
        this.expression(node.name, around, 'store');
        this.expression(node.value, around, 'annotation');
        break;
      case 'Outer':
        for (const { id } of node.names) this.names.add(id);
        break;
      case 'Broken':
        for (const part of node.parts) this.part(part, around);
        break;
    }
  }

  private part(part: Statement | Expression, around: Surroundings): void {
    if (isStatement(part)) this.statement(part, around);
    else this.expression(part, around);
  }

  private function(node: FunctionDefinition, around: Surroundings): void {
    this.definitions.function(node, around);
    this.patterns.function(node);
    if (node.name) this.names.add(node.name.id);
    for (const decorator of node.decorators) this.expression(decorator, around, 'decorator');
    this.parameters(node.parameters, around);
    if (node.returns) this.annotation(node.returns, around);
    const scope = this.evaluator.scopes.of.get(node);
    if (!scope) return;
    const path = this.pathOf(node, around);
    if (path !== undefined) this.deviceVariables.push(...deviceParameters(node, scope, path));
    this.block(node.body, { ...around, scope, function: path, loopDepth: 0 });
  }

  private pathOf({ name }: FunctionDefinition | ClassDefinition, around: Surroundings): string | undefined {
    if (!name) return around.function;
    return around.function === undefined ? name.id : `${around.function}.${name.id}`;
  }

  private parameters(parameters: readonly Parameter[], around: Surroundings): void {
    for (const { name, annotation, default: value } of parameters) {
      if (name) this.names.add(name.id);
      if (annotation) this.annotation(annotation, around, name?.id);
      if (!value) continue;
      if (name) this.defaultOf(name.id, value, around, true);
      this.expression(value, around);
    }
  }

  /** What something that is named after a device is given. */
  private defaultOf(name: string, value: Expression, around: Surroundings, isParameter = false): void {
    if (!kindOfName(name)) return;
    const sink: DeviceSink = {
      kind: 'default',
      name,
      span: { start: value.start, end: value.end },
      certainty: 'assumed',
    };
    if (isParameter) this.flow.arrives(value, around.scope, sink);
    else this.flow.isNamed(value, around.scope, sink);
  }

  private class(node: ClassDefinition, around: Surroundings): void {
    this.definitions.class(node, around);
    if (node.name) this.names.add(node.name.id);
    for (const decorator of node.decorators) this.expression(decorator, around, 'decorator');
    for (const { value } of node.bases) this.expression(value, around, 'base');
    const scope = this.evaluator.scopes.of.get(node);
    if (!scope) return;
    this.block(node.body, { ...around, scope, function: this.pathOf(node, around), loopDepth: 0 });
  }

  private assignment(node: Assign, around: Surroundings): void {
    const { value, annotation } = node;
    for (const target of node.targets) {
      this.expression(target, around, 'store', value);
      const name = target.kind === 'Name' ? target.id : target.kind === 'Attribute' ? target.name.id : keyOf(target);
      if (value && name !== undefined) this.defaultOf(name, value, around);
      if (annotation) this.annotation(annotation, around, name);
    }
    if (value) this.expression(value, around);
    this.deviceVariables.push(...assignedDevice(node, around.scope, around.blockEnd, this.evaluator, around.function));
  }

  private returned(value: Expression, around: Surroundings): void {
    const { node } = around.scope;
    const name = node.kind === 'Function' ? (node.name?.id ?? '') : '';
    if (/(^|_)device(_type|_name|_str)?$|^(get|select|choose|auto|default)_device/i.test(name)) {
      const span = { start: value.start, end: value.end };
      this.flow.isNamed(value, around.scope, { kind: 'unknown', name, span, certainty: 'assumed' });
    }
    this.expression(value, around);
  }

  private conditionalStatement(node: If, outside: Surroundings): void {
    const handled = handledByBranches(node);
    const around = handled ? this.region(node, handled, outside) : outside;
    // Of `elif`s, each is asked where the ones before have said no.
    let guard = around.guard;
    node.clauses.forEach(({ condition, body, end }, index) => {
      const next = node.clauses[index + 1];
      const otherwise = next ? { start: next.start, end: node.end } : node.otherwise;
      const whole = index === 0 ? node : { start: condition.start, end };
      const asked = { ...around, guard };
      this.guards.ask(condition, asked, { form: 'if', ...branches(body, otherwise) }, whole);
      this.tensorUses.truth(condition, asked);
      this.expression(condition, asked);
      const guarded = around.guarded || isTypeChecking(condition);
      const inside = this.guards.implied(condition, true, around.scope) ?? guard;
      this.block(body, { ...around, guarded, guard: inside });
      guard = this.guards.implied(condition, false, around.scope) ?? guard;
    });
    if (node.otherwise) this.block(node.otherwise, { ...around, guard });
  }

  private loop(node: While, around: Surroundings): void {
    const { condition, body, otherwise } = node;
    const inside = { ...around, loopDepth: around.loopDepth + 1 };
    this.guards.ask(condition, inside, { form: 'while', ...branches(body, otherwise) }, node);
    this.tensorUses.truth(condition, inside);
    this.expression(condition, inside);
    const guard = this.guards.implied(condition, true, around.scope) ?? around.guard;
    this.block(body, { ...inside, guard });
    if (otherwise) this.block(otherwise, around);
  }

  private attempt(node: Try, outside: Surroundings): void {
    const handled = handledByTry(node);
    const around = handled ? this.region(node, handled, outside) : outside;
    const inside = catchesImportError(node) ? { ...around, guarded: true } : around;
    this.block(node.body, inside);
    for (const { caught, name, body } of node.handlers) {
      if (caught) this.expression(caught, inside);
      if (name) this.names.add(name.id);
      this.block(body, inside);
    }
    if (node.otherwise) this.block(node.otherwise, inside);
    if (node.finally) this.block(node.finally, inside);
  }

  private match(node: Statement & { kind: 'Match' }, outside: Surroundings): void {
    const values = node.cases.flatMap((clause) => clause.values);
    const handled = handledBy({ kind: 'Tuple', start: node.start, end: node.end, elements: values });
    const around = handled ? this.region(node, handled, outside) : outside;
    this.expression(node.subject, around);
    this.comparisons.match(node, around);
    for (const { values: own, captures, guard, body } of node.cases) {
      for (const value of own) this.expression(value, around);
      for (const { id } of captures) this.names.add(id);
      if (guard) this.expression(guard, around);
      this.block(body, around);
    }
  }

  /** An annotation; `Literal["cuda", "cpu"]` are choices. `name`: of what is annotated. */
  private annotation(node: Expression, around: Surroundings, name?: string): void {
    if (node.kind === 'Subscript' && lastName(node.object) === 'Literal' && name !== undefined) {
      const span = { start: node.start, end: node.end };
      const certainty = kindOfName(name) ? 'proven' : 'assumed';
      for (const index of node.indices) {
        this.flow.arrives(index, around.scope, { kind: 'choices', name, span, certainty });
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
    for (const index of node.indices) {
      this.flow.arrives(index, around.scope, { kind: 'choices', name, span, certainty: 'assumed' });
    }
  }

  private expression(node: Expression, around: Surroundings, role: Role = 'value', assigned?: Expression): void {
    switch (node.kind) {
      case 'Name':
        this.names.add(node.id);
        if (role !== 'store') this.loads.add(node.id);
        this.apis.reference(node, role, assigned, around);
        break;
      case 'Attribute':
        this.names.add(node.name.id);
        this.apis.reference(node, role, assigned, around);
        this.expression(node.object, around, 'object');
        break;
      case 'Call':
        this.call(node, around, role);
        break;
      case 'String':
        if (role === 'annotation') for (const name of node.value?.match(/\w+/g) ?? []) this.loads.add(name);
        this.flow.note(node, () => placeOf(node, around));
        break;
      case 'JoinedString':
        this.flow.note(node, () => placeOf(node, around));
        for (const { value } of node.fields) this.expression(value, around);
        break;
      case 'Subscript':
        this.environment.item(node, assigned, role === 'store', around);
        if (role !== 'store' && role !== 'annotation') this.tensorUses.indexed(node, around);
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
        const handled = role === 'store' || role === 'annotation' ? undefined : this.choicesIn(node.elements);
        const inside = handled ? this.region(node, handled, around) : around;
        for (const element of node.elements)
          this.expression(element, inside, role === 'store' || role === 'annotation' ? role : 'value');
        break;
      }
      case 'Dictionary':
        this.dictionary(node, around);
        break;
      case 'Lambda': {
        this.parameters(node.parameters, around);
        const scope = this.evaluator.scopeOf(node, around.scope);
        this.expression(node.body, { ...around, scope, loopDepth: 0 });
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
      default:
        for (const part of partsOf(node)) this.expression(part, around, role === 'annotation' ? role : 'value');
    }
  }

  /** Choices among which another accelerator is named beside CUDA. */
  private choicesIn(elements: readonly Expression[]): Handled | undefined {
    const texts = elements.filter(({ kind }) => kind === 'String');
    if (texts.length < 2 || texts.length > 32) return undefined;
    return handledBy({ kind: 'Tuple', start: 0, end: 0, elements: texts });
  }

  private dictionary(node: Expression & { kind: 'Dictionary' }, around: Surroundings): void {
    const handled = this.choicesIn(node.entries.flatMap(({ key }) => key ?? []));
    const inside = handled ? this.region(node, handled, around) : around;
    for (const { key, value } of node.entries) {
      if (key) this.expression(key, inside);
      if (key?.kind === 'String' && key.value !== undefined) this.defaultOf(key.value, value, inside);
      this.expression(value, inside);
    }
  }

  private comparison(node: Expression & { kind: 'Comparison' }, outside: Surroundings): void {
    const handled = handledBy(node);
    const around = handled ? this.region(node, handled, outside) : outside;
    this.comparisons.comparison(node, around);
    this.environment.comparison(node, around);
    this.guards.askOne(node, around, { form: 'value' }, node);
    for (const operand of node.operands) this.expression(operand, around);
  }

  private boolean(node: Expression & { kind: 'Boolean' }, outside: Surroundings): void {
    const handled = handledBy(node);
    const around = handled ? this.region(node, handled, outside) : outside;
    const holds = node.operator === 'and';
    this.guards.ask(node.left, around, { form: 'value' }, node);
    this.expression(node.left, around);
    const guard = this.guards.implied(node.left, holds, around.scope) ?? around.guard;
    this.expression(node.right, { ...around, guard });
  }

  private conditional(node: Conditional, outside: Surroundings): void {
    const handled = handledBy(node.condition) ?? this.choicesIn([node.body, node.otherwise]);
    const around = handled ? this.region(node, handled, outside) : outside;
    const { condition, body, otherwise } = node;
    this.guards.ask(condition, around, { form: 'conditional', ...branches(body, otherwise) }, node);
    const implied = (outcome: boolean) => this.guards.implied(condition, outcome, around.scope) ?? around.guard;
    this.expression(body, { ...around, guard: implied(true) });
    this.expression(condition, around);
    this.expression(otherwise, { ...around, guard: implied(false) });
  }

  private comprehension(node: Comprehension, around: Surroundings): void {
    const scope = this.evaluator.scopeOf(node, around.scope);
    const inside = { ...around, scope, loopDepth: around.loopDepth + 1 };
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
    const found = callee.kind === 'Name' || callee.kind === 'Attribute' ? this.apis.named(callee, scope) : undefined;
    if (found) {
      this.apis.call(node, found, role, around);
      this.environment.call(node, found.name, around);
      if (found.name === 'torch.cuda.is_available') this.guards.askOne(node, around, { form: 'value' }, node);
      if (callee.kind === 'Attribute' && callee.name.id === 'startswith') {
        this.comparisons.startsWith(node, callee.object, around);
        this.guards.askOne(node, around, { form: 'value' }, node);
      }
    }
    this.tensorUses.printed(node, around);
    this.definitions.launch(node, around);
    this.deviceArguments(node, found, around);
    this.expression(callee, around, 'callee');
    for (const { value, keyword } of node.arguments) {
      if (keyword) this.names.add(keyword.id);
      this.expression(value, around);
    }
  }

  private deviceArguments(
    node: Call,
    found: { name: string; certainty: SinkCall['certainty'] } | undefined,
    around: Surroundings,
  ) {
    const { callee } = node;
    const { scope } = around;
    const builtin = callee.kind === 'Name' && callee.id === 'getattr' ? 'getattr' : undefined;
    const call: SinkCall = {
      name: found?.name ?? builtin,
      certainty: found?.certainty ?? 'assumed',
      arguments: node.arguments,
    };
    node.arguments.forEach((argument, index) => {
      const sink = sinkOf(call, argument, index);
      if (sink) this.flow.arrives(argument.value, scope, sink);
      if (argument.splat !== '**') return;
      this.flow.spread(argument, scope, (id, value, at) => {
        const keyword = { kind: 'Name', id, start: value.start, end: value.start } as const;
        const passed = sinkOf(call, { ...argument, splat: undefined, keyword, value }, index);
        if (passed) this.flow.arrives(value, at, passed);
      });
    });
    const { name } = found ? { name: undefined } : this.evaluator.value(callee, scope);
    const split = isWorkspaceName(name) ? splitName(name) : undefined;
    if (split?.path === this.evaluator.path) this.flow.called(node, scope, split.name);
  }
}

function branches(body: TextSpan, otherwise: TextSpan | undefined) {
  const alternative = otherwise && { start: otherwise.start, end: otherwise.end };
  return { body: { start: body.start, end: body.end }, ...(alternative ? { alternative } : {}) };
}

function keyOf(target: Expression): string | undefined {
  if (target.kind !== 'Subscript') return undefined;
  const [key] = target.indices;
  return key?.kind === 'String' ? key.value : undefined;
}

const lastName = (node: Expression) =>
  node.kind === 'Name' ? node.id : node.kind === 'Attribute' ? node.name.id : undefined;
