import { catchesImportError, isTypeChecking } from '../names/imports';
import { isStatement } from '../syntax/children';
import type {
  Assign,
  Block,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  If,
  Module,
  Statement,
  Try,
  While,
} from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { Collectors } from './collectors';
import { assignedDevice, deviceParameters } from './device-variables';
import { ExpressionWalk } from './expression-walk';
import { branches } from './guards';
import { choices, handledBy, handledByBranches, handledByTry, leaves } from './ported';
import type { Surroundings } from './surroundings';

/** Walks a script once, in the order of its text, and gathers its facts. */
export class Walk {
  readonly found: Collectors;
  private readonly expressions: ExpressionWalk;

  constructor(evaluator: Evaluator, text: string, firstParty: (name: string) => boolean) {
    this.found = new Collectors(evaluator, text, firstParty);
    this.expressions = new ExpressionWalk(this.found);
  }

  module(module: Module): void {
    const around: Surroundings = {
      scope: this.found.evaluator.scopes.root,
      guarded: false,
      guard: undefined,
      ported: [],
      loopDepth: 0,
      function: undefined,
      statement: { span: { start: 0, end: 0 }, indentation: '' },
      blockEnd: this.found.text.length,
    };
    this.statements(module.body, around);
    this.found.imports.markUsed(this.found.loads);
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
      this.statement(statement, handled ? this.found.region(statement, handled, inside) : inside);
      const guard = this.guardOfRest(statement, inside);
      if (guard === undefined) continue;
      this.found.guards.guardRest(guard, { start: statement.end, end: statements.at(-1)!.end });
      inside = { ...inside, guard };
    }
  }

  private guardOfRest(statement: Statement, { scope }: Surroundings): number | undefined {
    if (statement.kind === 'Assert') return this.found.guards.implied(statement.condition, true, scope);
    if (statement.kind !== 'If' || statement.otherwise || statement.clauses.length > 1) return undefined;
    const [{ condition, body }] = statement.clauses as [If['clauses'][0]];
    return leaves(body.body) ? this.found.guards.implied(condition, false, scope) : undefined;
  }

  private statement(node: Statement, outside: Surroundings): void {
    const around = { ...outside, statement: this.found.places.of(node) };
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
        this.conditionalStatement(node, around);
        break;
      case 'While':
        this.loop(node, around);
        break;
      case 'For':
        this.expressions.expression(node.target, around, 'store');
        this.expressions.expression(node.iterable, around);
        this.block(node.body, { ...around, loopDepth: around.loopDepth + 1 });
        if (node.otherwise) this.block(node.otherwise, around);
        break;
      case 'With':
        for (const { context, target } of node.items) {
          this.expressions.expression(context, around, 'with');
          if (target) this.expressions.expression(target, around, 'store');
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
    this.block(node.body, { ...around, scope, function: path, loopDepth: 0 });
  }

  private pathOf({ name }: FunctionDefinition | ClassDefinition, around: Surroundings): string | undefined {
    if (!name) return around.function;
    return around.function === undefined ? name.id : `${around.function}.${name.id}`;
  }

  private class(node: ClassDefinition, around: Surroundings): void {
    this.found.definitions.class(node, around);
    if (node.name) this.found.names.add(node.name.id);
    for (const decorator of node.decorators) this.expressions.expression(decorator, around, 'decorator');
    for (const { value } of node.bases) this.expressions.expression(value, around, 'base');
    const scope = this.found.evaluator.scopes.of.get(node);
    if (!scope) return;
    this.block(node.body, { ...around, scope, function: this.pathOf(node, around), loopDepth: 0 });
  }

  private assignment(node: Assign, around: Surroundings): void {
    const { value, annotation } = node;
    for (const target of node.targets) {
      this.expressions.expression(target, around, 'store', value);
      const name = target.kind === 'Name' ? target.id : target.kind === 'Attribute' ? target.name.id : keyOf(target);
      if (value && name !== undefined) this.found.defaultOf(name, value, around);
      if (annotation) this.expressions.annotation(annotation, around, name);
    }
    if (value) this.expressions.expression(value, around);
    this.found.deviceVariables.push(
      ...assignedDevice(node, around.scope, around.blockEnd, this.found.evaluator, around.function),
    );
  }

  private returned(value: Expression, around: Surroundings): void {
    const { node } = around.scope;
    const name = node.kind === 'Function' ? (node.name?.id ?? '') : '';
    if (/(^|_)device(_type|_name|_str)?$|^(get|select|choose|auto|default)_device/i.test(name)) {
      const span = { start: value.start, end: value.end };
      this.found.flow.isNamed(value, around.scope, { kind: 'unknown', name, span, certainty: 'assumed' });
    }
    this.expressions.expression(value, around);
  }

  private conditionalStatement(node: If, outside: Surroundings): void {
    const handled = handledByBranches(node);
    const around = handled ? this.found.region(node, handled, outside) : outside;
    // Of `elif`s, each is asked where the ones before have said no.
    let guard = around.guard;
    node.clauses.forEach(({ condition, body, end }, index) => {
      const next = node.clauses[index + 1];
      const otherwise = next ? { start: next.start, end: node.end } : node.otherwise;
      const whole = index === 0 ? node : { start: condition.start, end };
      const asked = { ...around, guard };
      this.found.guards.ask(condition, asked, { form: 'if', ...branches(body, otherwise) }, whole);
      this.found.tensorUses.truth(condition, asked);
      this.expressions.expression(condition, asked);
      const guarded = around.guarded || isTypeChecking(condition);
      const inside = this.found.guards.implied(condition, true, around.scope) ?? guard;
      this.block(body, { ...around, guarded, guard: inside });
      guard = this.found.guards.implied(condition, false, around.scope) ?? guard;
    });
    if (node.otherwise) this.block(node.otherwise, { ...around, guard });
  }

  private loop(node: While, around: Surroundings): void {
    const { condition, body, otherwise } = node;
    const inside = { ...around, loopDepth: around.loopDepth + 1 };
    this.found.guards.ask(condition, inside, { form: 'while', ...branches(body, otherwise) }, node);
    this.found.tensorUses.truth(condition, inside);
    this.expressions.expression(condition, inside);
    const guard = this.found.guards.implied(condition, true, around.scope) ?? around.guard;
    this.block(body, { ...inside, guard });
    if (otherwise) this.block(otherwise, around);
  }

  private attempt(node: Try, outside: Surroundings): void {
    const handled = handledByTry(node);
    const around = handled ? this.found.region(node, handled, outside) : outside;
    const inside = catchesImportError(node) ? { ...around, guarded: true } : around;
    this.block(node.body, inside);
    for (const { caught, name, body } of node.handlers) {
      if (caught) this.expressions.expression(caught, inside);
      if (name) this.found.names.add(name.id);
      this.block(body, inside);
    }
    if (node.otherwise) this.block(node.otherwise, inside);
    if (node.finally) this.block(node.finally, inside);
  }

  private match(node: Statement & { kind: 'Match' }, outside: Surroundings): void {
    const values = node.cases.flatMap((clause) => clause.values);
    const handled = handledBy({ kind: 'Tuple', start: node.start, end: node.end, elements: values });
    const around = handled ? this.found.region(node, handled, outside) : outside;
    this.expressions.expression(node.subject, around);
    this.found.comparisons.match(node, around);
    for (const { values: own, captures, guard, body } of node.cases) {
      for (const value of own) this.expressions.expression(value, around);
      for (const { id } of captures) this.found.names.add(id);
      if (guard) this.expressions.expression(guard, around);
      this.block(body, around);
    }
  }
}

function keyOf(target: Expression): string | undefined {
  if (target.kind !== 'Subscript') return undefined;
  const [key] = target.indices;
  return key?.kind === 'String' ? key.value : undefined;
}
