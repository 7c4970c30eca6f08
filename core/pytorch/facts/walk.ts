import { atOnce, keptByName, type StatementPlace, type Steps } from '../../model';
import { isStatement } from '../syntax/children';
import type {
  Assign,
  Block,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Module,
  Statement,
} from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { isCodeOfOtherVendor } from '../values/other-vendor-names';
import { Collectors } from './collectors';
import { ControlFlow } from './control-flow';
import type { DeviceFlow } from './device-flow';
import { assignedDevice, deviceParameters } from './device-variables';
import { ExpressionWalk } from './expression-walk';
import { kindOfName } from './sinks';
import { isInStandIn, isOfStandIn } from './stand-ins';
import { Surroundings } from './surroundings';

/** What a script does with devices, as far as other files ask. */
export function deviceFlowOf(evaluator: Evaluator): DeviceFlow {
  const walk = new Walk(evaluator, evaluator.text, () => false);
  walk.module(evaluator.scopes.root.node as Module);
  return walk.found.flow;
}

/** Walks a script once, in the order of its text, and gathers its facts. */
export class Walk {
  readonly found: Collectors;
  private readonly expressions: ExpressionWalk;
  private readonly control: ControlFlow;

  constructor(evaluator: Evaluator, text: string, firstParty: (name: string) => boolean) {
    this.found = new Collectors(evaluator, text, firstParty);
    this.expressions = new ExpressionWalk(this.found);
    this.control = new ControlFlow(this.found, this.expressions, (block, around) => this.block(block, around));
  }

  module(module: Module): void {
    atOnce(this.steps(module));
  }

  /** The same, a statement of the module at a time. */
  *steps({ body }: Module): Steps<void> {
    const { scopes, text } = this.found.evaluator;
    const nowhere: StatementPlace = { span: { start: 0, end: 0 }, indentation: '' };
    let inside = new Surroundings(scopes.root, undefined, nowhere, text.length);
    const ofChoice = this.found.ported.besides(body);
    for (const statement of body) {
      inside = this.next(statement, body, ofChoice, inside);
      yield;
    }
    this.found.imports.markUsed(this.found.loads);
  }

  private block(block: Block, around: Surroundings): void {
    this.statements(block.body, around.inBlock(block));
  }

  /** Statements one after another: what follows `if not available: return` runs only where CUDA is there. */
  private statements(statements: readonly Statement[], around: Surroundings): void {
    let inside = around;
    const ofChoice = this.found.ported.besides(statements);
    for (const statement of statements) inside = this.next(statement, statements, ofChoice, inside);
  }

  /** One of `statements`. @returns what is around those that follow it */
  private next(
    statement: Statement,
    statements: readonly Statement[],
    ofChoice: ReturnType<Collectors['ported']['besides']>,
    inside: Surroundings,
  ): Surroundings {
    const handled = ofChoice.get(statement);
    this.statement(statement, handled ? this.found.region(statement, handled, inside) : inside);
    return this.control.rest(statement, statements.at(-1)!.end, inside);
  }

  private statement(node: Statement, outside: Surroundings): void {
    const around = outside.inStatement(this.found.places.of(node));
    this.found.patterns.statement(node, around);
    switch (node.kind) {
      case 'Import':
        this.found.imports.add(node, around, this.found.names);
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
        this.expressions.expression(node.target, around, 'store', node.value);
        this.expressions.expression(node.value, around);
        break;
      case 'If':
      case 'While':
      case 'For':
      case 'Try':
      case 'Match':
        this.control.statement(node, around);
        break;
      case 'With':
        for (const { context, target } of node.items) {
          this.expressions.expression(context, around, 'with');
          if (target) this.expressions.expression(target, around, 'store');
        }
        this.block(node.body, around);
        break;
      case 'Assert':
        this.found.guards.ask(node.condition, around, { form: 'assert' }, node);
        this.found.tensorUses.truth(node.condition, around);
        this.expressions.expression(node.condition, around);
        if (node.message) this.expressions.expression(node.message, around);
        break;
      case 'Return':
        if (node.value) this.returned(node.value, around);
        break;
      case 'ExpressionStatement':
        this.expressions.expression(node.value, around, 'statement');
        break;
      case 'Raise':
        for (const value of node.values) this.expressions.expression(value, around);
        break;
      case 'Delete':
        for (const target of node.targets) this.expressions.expression(target, around);
        break;
      case 'TypeAlias':
        this.expressions.expression(node.name, around, 'store');
        this.expressions.expression(node.value, around, 'annotation');
        break;
      case 'Outer':
        for (const { id } of node.names) this.found.names.add(id);
        break;
      case 'Broken':
        for (const part of node.parts) this.part(part, around);
        break;
    }
  }

  private part(part: Statement | Expression, around: Surroundings): void {
    if (isStatement(part)) this.statement(part, around);
    else this.expressions.expression(part, around);
  }

  private function(node: FunctionDefinition, around: Surroundings): void {
    this.found.definitions.function(node, around);
    this.found.patterns.function(node);
    if (node.name) this.found.names.add(node.name.id);
    for (const decorator of node.decorators) this.expressions.expression(decorator, around, 'decorator');
    this.expressions.parameters(node.parameters, around);
    if (node.returns) this.expressions.annotation(node.returns, around);
    const scope = this.found.evaluator.scopes.of.get(node);
    if (!scope) return;
    const path = this.pathOf(node, around);
    if (path !== undefined) this.found.deviceVariables.push(...deviceParameters(node, scope, path));
    this.block(node.body, this.bodyOf(node, around).inBody(scope, path));
  }

  private pathOf({ name }: FunctionDefinition | ClassDefinition, around: Surroundings): string | undefined {
    if (!name) return around.within;
    return around.within === undefined ? name.id : `${around.within}.${name.id}`;
  }

  private class(node: ClassDefinition, around: Surroundings): void {
    this.found.definitions.class(node, around);
    if (node.name) this.found.names.add(node.name.id);
    for (const decorator of node.decorators) this.expressions.expression(decorator, around, 'decorator');
    for (const { value } of node.bases) this.expressions.expression(value, around, 'base');
    const scope = this.found.evaluator.scopes.of.get(node);
    if (!scope) return;
    this.block(node.body, this.bodyOf(node, around).inBody(scope, this.pathOf(node, around)));
  }

  /** `forward_xpu` runs on another vendor's accelerators alone. */
  private bodyOf(node: FunctionDefinition | ClassDefinition, around: Surroundings): Surroundings {
    const inside = this.whereNotSkipped(node, around);
    return isCodeOfOtherVendor(node.name?.id ?? '') ? inside.ofOtherVendors() : inside;
  }

  /** Behind the question by whose answer a decorator skips a test, or all of a class. */
  private whereNotSkipped({ decorators, body }: FunctionDefinition | ClassDefinition, around: Surroundings) {
    let guard: number | undefined;
    for (const decorator of decorators)
      guard = this.found.guards.inner(this.control.guardOfMark(decorator, around), guard);
    if (guard === undefined) return around;
    this.found.guards.guardRest(guard, { start: body.start, end: body.end });
    return around.behind(this.found.guards.inner(guard, around.guard));
  }

  private assignment(node: Assign, around: Surroundings): void {
    const { value, annotation } = node;
    for (const target of node.targets) {
      this.expressions.expression(target, around, 'store', value);
      const name = target.kind === 'Name' ? target.id : target.kind === 'Attribute' ? target.name.id : keyOf(target);
      const isReal = () => !isInStandIn(around.within) && !isOfStandIn(target, around.scope, this.found.evaluator);
      if (value && name !== undefined && kindOfName(name) && isReal()) this.found.defaultOf(name, value, around);
      if (annotation) this.expressions.annotation(annotation, around, name);
      if (value) this.found.settings.assigned(target, value, around);
    }
    if (value) this.expressions.expression(value, around);
    for (const variable of assignedDevice(node, around, this.found.evaluator))
      this.found.deviceVariables.push(variable);
  }

  private returned(value: Expression, around: Surroundings): void {
    const { node } = around.scope;
    const name = node.kind === 'Function' ? (node.name?.id ?? '') : '';
    if (choosesDevice(name)) {
      const span = { start: value.start, end: value.end };
      this.found.flow.isNamed(value, around.scope, { kind: 'unknown', name, span, certainty: 'assumed' });
    }
    this.expressions.expression(value, around);
  }
}

function keyOf(target: Expression): string | undefined {
  if (target.kind !== 'Subscript') return undefined;
  const [key] = target.indices;
  return key?.kind === 'String' ? key.value : undefined;
}

/** A function whose name says that it returns a device. */
const choosesDevice = keptByName((name) =>
  /(^|_)device(_type|_name|_str)?$|^(get|select|choose|auto|default)_device/i.test(name),
);
