import type { TextSpan } from '../../model';
import { catchesFailedLoad, catchesImportError, catchesRefusal, isTypeChecking } from '../names/imports';
import type { Block, Clause, Expression, For, If, Match, Statement, Try, While } from '../syntax/nodes';
import { skipConditions, skipsTest } from '../values/skipped-tests';
import { askedByMark, skippedBy } from '../values/test-marks';
import type { Collectors } from './collectors';
import type { ExpressionWalk } from './expression-walk';
import { branches } from './guards';
import { libraryIsThere } from './library-questions';
import { leaves, refuses } from './ported';
import type { Surroundings } from './surroundings';

/** Walks the statements that decide what runs: each of their blocks knows what was asked before it. */
export class ControlFlow {
  constructor(
    private readonly found: Collectors,
    private readonly expressions: ExpressionWalk,
    private readonly block: (block: Block, around: Surroundings) => void,
  ) {}

  statement(node: If | While | For | Try | Match, around: Surroundings): void {
    switch (node.kind) {
      case 'If':
        this.conditional(node, around);
        break;
      case 'While':
        this.repeated(node, around);
        break;
      case 'For':
        this.expressions.expression(node.target, around, 'store');
        this.expressions.expression(node.iterable, around);
        this.block(node.body, around.inLoop());
        if (node.otherwise) this.block(node.otherwise, around);
        break;
      case 'Try':
        this.attempt(node, around);
        break;
      case 'Match':
        this.match(node, around);
        break;
    }
  }

  /**
   * What is known where the rest of a block stands, behind a statement of it: `if not is_apex_available(): return`.
   *
   * @param end of the block's last statement
   */
  rest(statement: Statement, end: number, before: Surroundings): Surroundings {
    const ported = statement.end < end ? this.besides(statement, { start: statement.end, end }, before) : before;
    const guard = this.guardOfRest(statement, before);
    if (guard !== undefined) this.found.guards.guardRest(guard, { start: statement.end, end });
    const around = guard === undefined ? ported : ported.behind(this.found.guards.inner(guard, before.guard));
    if (statement.kind === 'Assert' && this.found.isForOthers(statement.condition, before))
      return around.ofOtherVendors();
    return clausesThatLeave(statement).reduce((inside, { condition, body }) => {
      const own = this.found.isForOthers(condition, before, false) ? inside.ofOtherVendors() : inside;
      // A module that cannot be loaded without a library needs it; of a function that refuses, others have no need.
      const isNeeded = around.within === undefined && refuses(body.body);
      return libraryIsThere(condition) === false && !isNeeded ? own.whereGuarded() : own;
    }, around);
  }

  /** The rest of a block behind a branch that leaves it: `if device.type == "npu": return`. */
  private besides(statement: Statement, rest: TextSpan, before: Surroundings): Surroundings {
    const left = clausesThatLeave(statement).filter(({ body }) => !refuses(body.body));
    const handled = this.found.ported.byRest(left, before.scope);
    if (handled === undefined) return before;
    const shared = left.flatMap(({ condition }) => this.found.sharing(condition, false, before));
    return this.found.region(rest, handled, before).sharedWith(shared);
  }

  /**
   * The guard behind which what follows a statement stands: `if not available: return`. What `assert available` or a raised
   * exception insists on is no branch: the rest is what has to run on another accelerator, too.
   */
  private guardOfRest(statement: Statement, around: Surroundings): number | undefined {
    const { evaluator, guards } = this.found;
    switch (statement.kind) {
      case 'Assign': {
        const [target] = statement.targets;
        const isMark = target?.kind === 'Name' && target.id === 'pytestmark' && statement.value !== undefined;
        return isMark ? this.guardOfMark(statement.value, around) : undefined;
      }
      case 'Import': {
        // The mark of all of a file may be another file's.
        const mark = statement.names.find((own) => (own.alias ?? own.name) === 'pytestmark');
        if (mark === undefined) return undefined;
        const name = { kind: 'Name', id: 'pytestmark', start: mark.start, end: mark.end } as const;
        const value = evaluator.nameValue(name.id, around.scope, statement.end, 0);
        return guards.skipped(name, skippedBy(evaluator, value), around);
      }
      case 'ExpressionStatement': {
        const { value } = statement;
        if (value.kind !== 'Call' || skipsTest(value.callee)) return undefined;
        return guards.skipped(value, evaluator.value(value, around.scope).skips, around);
      }
    }
    let guard: number | undefined;
    for (const { condition, body } of clausesThatLeave(statement))
      if (!refuses(body.body)) guard = guards.behind(condition, false, around.scope, guard);
    return guard;
  }

  /** The guard behind which a test stands that a mark skips: `@unittest.skipUnless(available, ...)`. */
  guardOfMark(mark: Expression, around: Surroundings): number | undefined {
    const { scope } = around;
    let guard: number | undefined;
    for (const { condition, runsWhere } of skipConditions(mark, scope))
      guard = this.found.guards.behind(condition, runsWhere, scope, guard);
    return guard ?? this.found.guards.skipped(mark, askedByMark(this.found.evaluator, mark, scope), around);
  }

  private conditional(node: If, outside: Surroundings): void {
    const handled = this.found.ported.byBranches(node, outside.scope);
    const inRegion = handled ? this.found.region(node, handled, outside) : outside;
    const conditions = node.clauses.map(({ condition }) => condition);
    const around = this.found.toldApart(conditions, inRegion);
    // Of `elif`s, each is asked where the ones before have said no.
    let { guard } = around;
    let isAbsent = false;
    node.clauses.forEach(({ condition, body, end }, index) => {
      const next = node.clauses[index + 1];
      const otherwise = next ? { start: next.start, end: node.end } : node.otherwise;
      const whole = index === 0 ? node : { start: condition.start, end };
      const asked = around.behind(guard);
      this.found.guards.ask(condition, asked, { form: 'if', ...branches(body, otherwise) }, whole);
      this.found.tensorUses.truth(condition, asked);
      this.expressions.expression(condition, asked);
      const inside = around.behind(this.found.guards.behind(condition, true, around.scope, guard));
      const library = libraryIsThere(condition);
      const run = inside.sharedWith(this.found.sharing(condition, true, around));
      const own = this.found.isForOthers(condition, around) ? run.ofOtherVendors() : run;
      // What only type checkers read runs on no accelerator.
      if (isTypeChecking(condition)) this.block(body, own.ofOtherVendors().whereGuarded());
      else this.block(body, library ? own.whereGuarded() : own);
      guard = this.found.guards.behind(condition, false, around.scope, guard);
      isAbsent ||= library === false;
    });
    if (!node.otherwise) return;
    const otherwise = around
      .behind(guard)
      .sharedWith(conditions.flatMap((condition) => this.found.sharing(condition, false, around)));
    // `if not is_hip(): ... else: ...`
    const own = conditions.some((condition) => this.found.isForOthers(condition, around, false))
      ? otherwise.ofOtherVendors()
      : otherwise;
    // `if not is_available(): ... else:`
    this.block(node.otherwise, isAbsent ? own.whereGuarded() : own);
  }

  private repeated(node: While, around: Surroundings): void {
    const { condition, body, otherwise } = node;
    const inside = around.inLoop();
    this.found.guards.ask(condition, inside, { form: 'while', ...branches(body, otherwise) }, node);
    this.found.tensorUses.truth(condition, inside);
    this.expressions.expression(condition, inside);
    this.block(body, inside.behind(this.found.guards.behind(condition, true, around.scope, around.guard)));
    if (otherwise) this.block(otherwise, around);
  }

  private attempt(node: Try, outside: Surroundings): void {
    const handled = this.found.ported.byTry(node);
    const around = handled ? this.found.region(node, handled, outside) : outside;
    const isCaught = catchesImportError(node) || catchesFailedLoad(node) || catchesRefusal(node);
    const inside = isCaught ? around.whereGuarded() : around;
    this.block(node.body, inside);
    for (const { caught, name, body } of node.handlers) {
      if (caught) this.expressions.expression(caught, inside);
      if (name) this.found.names.add(name.id);
      this.block(body, inside);
    }
    if (node.otherwise) this.block(node.otherwise, inside);
    if (node.finally) this.block(node.finally, inside);
  }

  private match(node: Match, outside: Surroundings): void {
    const handled = this.found.ported.byAny(node.cases.flatMap(({ values }) => values));
    const around = handled ? this.found.region(node, handled, outside) : outside;
    this.expressions.expression(node.subject, around);
    this.found.comparisons.match(node, around);
    for (const { values, captures, guard, body } of node.cases) {
      for (const value of values) this.expressions.expression(value, around);
      for (const { id } of captures) this.found.names.add(id);
      if (guard) this.expressions.expression(guard, around);
      this.block(body, around);
    }
  }
}

/** The branches of an `if` behind which nothing runs on: what follows runs where their conditions were answered with no. */
function clausesThatLeave(statement: Statement): readonly Clause[] {
  return statement.kind === 'If' ? statement.clauses.filter(({ body }) => leaves(body.body)) : [];
}
