import type {
  Accelerator,
  ArgumentFact,
  CallFact,
  Certainty,
  DeviceSink,
  DeviceStringFact,
  GuardFact,
  MessageTestFact,
  Problem,
  ScriptFacts,
  ScriptPlace,
  SuppressionFact,
  TextSpan,
  ValueFact,
} from '../model';
import { deviceNameIn, sinkOf } from './device-names';
import { assignedDevice, deviceParameters } from './device-variables';
import { importInsertion } from './import-insertion';
import { isMessageTest, messageOperators } from './message-tests';
import type { PythonParser } from './parser';
import { requirementsOfSetup } from './requirements/setup-script';
import { bindNames, catchesImportError, conditionText, importedNames, lookUp, type Scope } from './scopes';
import { suppressionOf } from './suppressions';
import { literal, part, parts, type Syntax, unwrap } from './syntax';
import { canonicalName, resultOf, unknown, valueResolver } from './values';

/** What is known of the rest of the workspace. */
export interface ScriptIndex {
  /** The top-level packages that the workspace itself defines. */
  readonly firstParty: ReadonlySet<string>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Facts = { [K in keyof ScriptFacts]: ScriptFacts[K] extends readonly (infer T)[] ? T[] : ScriptFacts[K] };

interface DeviceText {
  place: ScriptPlace;
  form: DeviceStringFact['form'];
  readonly sinks: DeviceSink[];
}

interface Surroundings {
  readonly scope: Scope;
  readonly guarded: boolean;
  readonly guard: number | undefined;
  readonly loopDepth: number;
  readonly function: string | undefined;
  readonly statement: TextSpan;
  /** Where the innermost block ends. */
  readonly blockEnd: number;
}

const portedBy = /\btorch\.accelerator\b|\btorch_npu\b|\btorch_tpu\b|\bis_(?:torch_)?(npu|tpu)\w*|["'.](npu|tpu)\b/;
const statementKind = /_statement$|_definition$/;

/** The facts of one Python file. Code that is not Python is passed over; its places are among the problems. */
export function analyzeScript(
  path: string,
  text: string,
  parser: PythonParser,
  index?: ScriptIndex,
): { facts: ScriptFacts; problems: Problem[] } {
  const { module: parsed, problems } = parser.parse(text);
  const module = parsed ?? { kind: 'module', field: undefined, start: 0, end: text.length, children: [] };
  const scopes = bindNames(module, text);
  const { evaluate, isModuleClass } = valueResolver(text, scopes);
  const of = (node: Syntax) => text.slice(node.start, node.end);
  const names = new Set<string>();
  const loads = new Set<string>();
  const strings = new Map<Syntax, DeviceText>();
  /** What the surrounding syntax makes of an expression. */
  const roles = new Map<Syntax, 'with' | 'decorator' | 'base' | 'annotation'>();
  const stored = new Map<Syntax, Syntax | undefined>();
  /** The guard that a question after CUDA is, by the question's syntax. */
  const guardOf = new Map<Syntax, number>();
  const sunk: { expression: Syntax; scope: Scope; sink: DeviceSink }[] = [];
  const aliases = new Map<string, string>();
  const facts: Facts = {
    path,
    text,
    kind: 'python',
    imports: [],
    calls: [],
    references: [],
    deviceStrings: [],
    deviceComparisons: [],
    deviceVariables: [],
    messageTests: [],
    guards: [],
    portedRegions: [],
    classes: [],
    kernels: [],
    kernelLaunches: [],
    environment: [],
    suppressions: [],
    requirements: [],
    aliases,
    names,
    importInsertion: importInsertion(module, text),
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const root = scopes.get(module)!;
  const start: Surroundings = {
    scope: root,
    guarded: false,
    guard: undefined,
    loopDepth: 0,
    function: undefined,
    statement: { start: 0, end: 0 },
    blockEnd: text.length,
  };
  walkBlock(module.children, start);
  followDevices();
  markPorted();
  if (/(^|[\\/])setup\.py$/.test(path)) facts.requirements.push(...requirementsOfSetup(module, text));
  for (const used of facts.imports) {
    (used as Writable<typeof used>).used = loads.has(used.alias) || used.alias === '*';
  }
  return { facts, problems };

  /** Statements one after another: what follows `if not available: return` runs only where CUDA is there. */
  function walkBlock(statements: readonly Syntax[], around: Surroundings): void {
    let inside = around;
    for (const statement of statements) {
      walk(statement, inside);
      const guard = guardOfRest(statement, inside.scope);
      if (guard === undefined) continue;
      const rest = { start: statement.end, end: statements.at(-1)!.end };
      const fact = facts.guards[guard] as Writable<GuardFact>;
      if (rest.start < rest.end) fact.body ??= rest;
      inside = { ...inside, guard };
    }
  }

  /** The guard that holds behind `statement`, where it leaves the block without CUDA. */
  function guardOfRest(statement: Syntax, scope: Scope): number | undefined {
    if (statement.kind === 'assert_statement') return impliedGuard(statement.children[0], true, scope);
    if (statement.kind !== 'if_statement' || part(statement, 'alternative')) return undefined;
    const last = part(statement, 'consequence')?.children.findLast(({ kind }) => kind !== 'comment');
    const leaves =
      last &&
      (/^(return|raise|continue|break)_statement$/.test(last.kind) || /^(sys\.exit|exit|quit)\(/.test(of(last)));
    return leaves ? impliedGuard(part(statement, 'condition'), false, scope) : undefined;
  }

  /** The question after CUDA that `condition` answers with yes where it is `outcome`. */
  function impliedGuard(condition: Syntax | undefined, outcome: boolean, scope: Scope): number | undefined {
    const node = condition && unwrap(condition);
    switch (node?.kind) {
      case 'call':
        return outcome ? guardOf.get(node) : undefined;
      case 'identifier':
      case 'attribute': {
        const asked = outcome ? boundQuestion(node, scope) : undefined;
        return asked && guardOf.get(asked);
      }
      case 'not_operator':
        return impliedGuard(part(node, 'argument'), !outcome, scope);
      case 'boolean_operator': {
        const isAnd = operatorOf(node) === 'and';
        if (isAnd !== outcome) return undefined;
        return impliedGuard(part(node, 'left'), outcome, scope) ?? impliedGuard(part(node, 'right'), outcome, scope);
      }
      default:
        return undefined;
    }
  }

  /** The call whose answer a name holds. */
  function boundQuestion(node: Syntax, scope: Scope): Syntax | undefined {
    const bindings = node.kind === 'identifier' ? lookUp(of(node), scope)?.bindings : attributeOfSelf(node, scope);
    const [binding] = bindings ?? [];
    if (bindings?.length !== 1 || binding?.kind !== 'value') return undefined;
    const value = unwrap(binding.value);
    return isQuestion(value, binding.scope) ? value : undefined;
  }

  function isQuestion(node: Syntax, scope: Scope): boolean {
    return node.kind === 'call' && evaluate(part(node, 'function')!, scope).name === 'torch.cuda.is_available';
  }

  /** Notes the questions after CUDA that `condition` asks. */
  function ask(
    condition: Syntax | undefined,
    around: Surroundings,
    guard: Omit<GuardFact, keyof ScriptPlace | 'name' | 'conditionSpan'>,
    whole: Syntax,
  ): void {
    const node = condition && unwrap(condition);
    if (!node || guardOf.has(node)) return;
    if (isQuestion(node, around.scope)) {
      guardOf.set(node, facts.guards.length);
      const conditionSpan = { start: node.start, end: node.end };
      facts.guards.push({ ...placeOf(whole, around), name: 'torch.cuda.is_available', conditionSpan, ...guard });
    } else if (/^(not|boolean)_operator$/.test(node.kind)) {
      for (const child of node.children) ask(child, around, guard, whole);
    }
  }

  function operatorOf(node: Syntax): string {
    const [left, right] = node.children.filter(({ kind }) => kind !== 'comment');
    return left && right ? text.slice(left.end, right.start).replaceAll(/[\s()\\]/g, '') : '';
  }

  function walk(node: Syntax, around: Surroundings): void {
    let inside = statementKind.test(node.kind)
      ? { ...around, statement: { start: node.start, end: node.end } }
      : around;
    switch (node.kind) {
      case 'comment': {
        const suppression: SuppressionFact | undefined = suppressionOf(text, node.start, node.end);
        if (suppression) facts.suppressions.push(suppression);
        return;
      }
      case 'identifier':
        names.add(of(node));
        loads.add(of(node));
        if (node.field !== 'name' && lookUp(of(node), inside.scope)) reference(node, inside);
        return;
      case 'import_statement':
      case 'import_from_statement':
        importFacts(node, inside);
        return;
      case 'future_import_statement':
        return;
      case 'keyword_argument':
        walk(part(node, 'value')!, inside);
        return;
      case 'attribute':
        reference(node, inside);
        walk(part(node, 'object')!, inside);
        return;
      case 'call':
        call(node, inside);
        break;
      case 'string':
        strings.set(node, { place: placeOf(node, inside), form: 'literal', sinks: [] });
        break;
      case 'block':
        walkBlock(node.children, { ...inside, blockEnd: node.end });
        return;
      case 'with_item':
      case 'decorator': {
        const item = part(node, 'value') ?? node.children[0];
        const entered = item?.kind === 'as_pattern' ? item.children[0] : item;
        if (entered) roles.set(unwrap(entered), node.kind === 'decorator' ? 'decorator' : 'with');
        break;
      }
      case 'type':
        for (const child of node.children) roles.set(child, 'annotation');
        break;
      case 'assignment':
      case 'augmented_assignment':
        if (part(node, 'left')) stored.set(part(node, 'left')!, part(node, 'right'));
        facts.deviceVariables.push(
          ...assignedDevice(node, inside.scope, inside.blockEnd, { text, evaluate, function: inside.function }),
        );
        break;
      case 'assert_statement':
        ask(node.children[0], inside, { form: 'assert' }, node);
        break;
      case 'match_statement':
        matched(node, inside);
        break;
      case 'subscript':
        environmentItem(node, inside);
        break;
      case 'comparison_operator':
        comparison(node, inside);
        break;
      case 'if_statement':
      case 'elif_clause':
      case 'conditional_expression':
      case 'boolean_operator':
        branches(node, inside);
        return;
      case 'while_statement':
        branches(node, { ...inside, loopDepth: inside.loopDepth + 1 });
        return;
      case 'try_statement':
        if (catchesImportError(node, text)) inside = { ...inside, guarded: true };
        break;
      case 'for_statement':
      case 'list_comprehension':
      case 'generator_expression':
      case 'dictionary_comprehension':
        inside = { ...inside, loopDepth: inside.loopDepth + 1 };
        break;
      case 'class_definition':
        classFact(node, inside);
        for (const base of part(node, 'superclasses')?.children ?? []) roles.set(unwrap(base), 'base');
        break;
      case 'decorated_definition':
        kernel(node, inside);
        break;
      case 'default_parameter':
      case 'typed_default_parameter':
        parameterDefault(node, inside.scope);
        for (const child of node.children) if (child.field !== 'name') walk(child, inside);
        return;
    }
    const own = scopes.get(node);
    if (!own) {
      for (const child of node.children) walk(child, inside);
      return;
    }
    const name = part(node, 'name');
    const path = name ? (around.function ? `${around.function}.${of(name)}` : of(name)) : around.function;
    if (path !== undefined && node.kind === 'function_definition')
      facts.deviceVariables.push(...deviceParameters(node, own, path));
    for (const child of node.children) {
      if (child.field === 'name') continue;
      // Defaults, decorators and bases are evaluated where the definition stands.
      const below = child.field === 'body' ? { ...inside, scope: own, function: path, loopDepth: 0 } : inside;
      walk(child, below);
    }
  }

  function placeOf(node: Syntax, around: Surroundings): ScriptPlace {
    const line = text.lastIndexOf('\n', around.statement.start - 1) + 1;
    return {
      span: { start: node.start, end: node.end },
      ported: [],
      ...(around.guard === undefined ? {} : { guard: around.guard }),
      guarded: around.guarded,
      loopDepth: around.loopDepth,
      ...(around.function === undefined ? {} : { function: around.function }),
      statement: { span: around.statement, indentation: /^[ \t]*/.exec(text.slice(line, around.statement.start))![0] },
    };
  }

  function importFacts(node: Syntax, around: Surroundings): void {
    for (const { name, alias, imported, node: own } of importedNames(node, text)) {
      names.add(alias);
      const first = imported.split('.')[0]!;
      const canonical = canonicalName(imported);
      facts.imports.push({
        ...placeOf(node, around),
        name: canonical,
        alias,
        style: node.kind === 'import_statement' ? 'import' : 'from',
        package: first,
        firstParty: first === '' || (index?.firstParty.has(first) ?? false),
        nameSpan: { start: own.start, end: own.end },
        used: false,
      });
      if (around.scope === root && !around.guarded && alias !== '*' && !aliases.has(canonicalName(name))) {
        aliases.set(canonicalName(name), alias);
      }
    }
  }

  /** What a name or attribute stands for outside this file. */
  function named(
    node: Syntax,
    scope: Scope,
  ): { name: string; value: ValueFact; receiver?: CallFact['receiver'] } | undefined {
    const value = evaluate(node, scope);
    const object = node.kind === 'attribute' ? part(node, 'object')! : undefined;
    const receiverValue = object && evaluate(object, scope);
    const receiver =
      object && receiverValue?.kind !== 'api'
        ? { span: { start: object.start, end: object.end }, value: receiverValue ?? unknown }
        : undefined;
    if (value.name && !value.name.startsWith('.') && (value.kind === 'api' || value.kind === 'dtype')) {
      return { name: value.name, value, ...(receiver ? { receiver } : {}) };
    }
    return receiver && { name: `?.${of(part(node, 'attribute')!)}`, value: unknown, receiver };
  }

  function reference(node: Syntax, around: Surroundings): void {
    if (node.field === 'function' || node.field === 'object') return;
    const found = named(node, around.scope);
    if (!found) return;
    const last = part(node, 'attribute') ?? node;
    const role = roles.get(node);
    const use = stored.has(node) ? 'store' : role === undefined || role === 'with' ? 'load' : role;
    const assigned = stored.get(node);
    facts.references.push({
      ...placeOf(node, around),
      name: found.name,
      certainty: found.value.certainty,
      nameSpan: { start: last.start, end: last.end },
      ...(found.receiver ? { receiver: found.receiver } : {}),
      use,
      ...(assigned ? { assigned: evaluate(assigned, around.scope) } : {}),
    });
  }

  function call(node: Syntax, around: Surroundings): void {
    const callee = part(node, 'function')!;
    const list = part(node, 'arguments');
    launch(node, callee, around);
    const found = list && named(callee, around.scope);
    if (!found) return;
    const syntax = list.children.filter(({ kind }) => kind !== 'comment');
    const last = part(callee, 'attribute') ?? callee;
    const fact: CallFact = {
      ...placeOf(node, around),
      name: found.name,
      certainty: found.value.certainty,
      calleeSpan: { start: callee.start, end: callee.end },
      nameSpan: { start: last.start, end: last.end },
      arguments: list.kind === 'argument_list' ? syntax.map((argument) => argumentOf(argument, around.scope)) : [],
      argumentsSpan: { start: list.start + 1, end: Math.max(list.start + 1, list.end - 1) },
      ...(found.receiver ? { receiver: found.receiver } : {}),
      result: resultOf(found.value),
      role: roleOf(node, around),
    };
    facts.calls.push(fact);
    startsWith(fact);
    ask(node, around, { form: 'value' }, node);
    fact.arguments.forEach((argument, position) => {
      const sink = sinkOf(fact, argument, position);
      const expression = part(syntax[position]!, 'value') ?? syntax[position]!;
      if (sink) sunk.push({ expression, scope: around.scope, sink });
    });
    environment(fact);
  }

  function roleOf(node: Syntax, around: Surroundings): CallFact['role'] {
    const role = roles.get(node);
    if (role === 'with' || role === 'decorator') return role;
    return node.start === around.statement.start && node.end === around.statement.end ? 'statement' : 'value';
  }

  /** `kernel[grid](...)`. */
  function launch(node: Syntax, callee: Syntax, around: Surroundings): void {
    const kernel = callee.kind === 'subscript' ? part(callee, 'value') : undefined;
    const bindings = kernel?.kind === 'identifier' ? lookUp(of(kernel), around.scope)?.bindings : undefined;
    const found = bindings?.find(
      (binding) => binding.kind === 'function' && jitDecorator(binding.decorators, around.scope),
    );
    if (!kernel || !found) return;
    const certainty = bindings!.length === 1 ? 'proven' : 'assumed';
    facts.kernelLaunches.push({ ...placeOf(node, around), kernel: of(kernel), certainty });
  }

  /** `device.startswith("cuda")`. */
  function startsWith(fact: CallFact): void {
    const [prefix] = fact.arguments;
    const said = prefix?.value.constant;
    if (fact.receiver && fact.name.endsWith('.startswith') && typeof said === 'string') {
      messageTest(placeOnly(fact), 'startswith', said, prefix!.valueSpan, fact.receiver.span);
    }
    const name = typeof said === 'string' ? deviceNameIn(said) : undefined;
    if (!fact.receiver || !fact.name.endsWith('.startswith') || typeof said !== 'string' || !name) return;
    facts.deviceComparisons.push({
      ...placeOnly(fact),
      operator: 'startswith',
      text: said,
      literalSpan: prefix!.valueSpan,
      subject: fact.receiver,
      about: name.about,
      certainty: certaintyAbout(fact.receiver.span),
    });
  }

  function placeOnly({ span, ported, guard, guarded, loopDepth, function: path, statement }: ScriptPlace): ScriptPlace {
    return {
      span,
      ported,
      ...(guard === undefined ? {} : { guard }),
      guarded,
      loopDepth,
      ...(path === undefined ? {} : { function: path }),
      statement,
    };
  }

  /** `"CUDA out of memory" in str(error)`. */
  function messageTest(place: ScriptPlace, operator: string, said: string, literalSpan: TextSpan, subject: TextSpan) {
    if (!messageOperators.has(operator) || !isMessageTest(said, text.slice(subject.start, subject.end))) return;
    facts.messageTests.push({ ...place, operator: operator as MessageTestFact['operator'], text: said, literalSpan });
  }

  function certaintyAbout({ start, end }: TextSpan): Certainty {
    return /device|backend/i.test(text.slice(start, end)) ? 'proven' : 'assumed';
  }

  /** `match device: case "cuda": ...`. */
  function matched(node: Syntax, around: Surroundings): void {
    const [subject, more] = parts(node, 'subject');
    if (!subject || more) return;
    const clauses = part(node, 'body')?.children.filter(({ kind }) => kind === 'case_clause') ?? [];
    for (const clause of clauses) {
      for (const pattern of literalsBelow(clause.children.filter(({ kind }) => kind === 'case_pattern'))) {
        const said = literal(pattern, text);
        const name = said && deviceNameIn(said.value);
        if (!name) continue;
        const span = { start: subject.start, end: subject.end };
        facts.deviceComparisons.push({
          ...placeOf(pattern, around),
          operator: 'match',
          text: said.value,
          literalSpan: { start: pattern.start, end: pattern.end },
          subject: { span, value: evaluate(subject, around.scope) },
          about: name.about,
          certainty: certaintyAbout(span),
        });
      }
    }
  }

  function literalsBelow(patterns: readonly Syntax[]): Syntax[] {
    return patterns.flatMap((pattern) => (pattern.kind === 'string' ? [pattern] : literalsBelow(pattern.children)));
  }

  function argumentOf(node: Syntax, scope: Scope): ArgumentFact {
    const isKeyword = node.kind === 'keyword_argument';
    const value = isKeyword ? part(node, 'value')! : node;
    const splat = node.kind === 'list_splat' ? '*' : node.kind === 'dictionary_splat' ? '**' : undefined;
    return {
      ...(isKeyword ? { keyword: of(part(node, 'name')!) } : {}),
      ...(splat ? { splat } : {}),
      span: { start: node.start, end: node.end },
      valueSpan: { start: value.start, end: value.end },
      value: splat ? unknown : evaluate(value, scope),
    };
  }

  function environment(fact: CallFact): void {
    const use = /^os\.(getenv|environ\.get)$/.test(fact.name)
      ? 'read'
      : /^os\.(putenv|environ\.setdefault)$/.test(fact.name)
        ? 'write'
        : undefined;
    const [variable, value] = fact.arguments;
    if (!use || typeof variable?.value.constant !== 'string') return;
    const text = use === 'write' && typeof value?.value.constant === 'string' ? { value: value.value.constant } : {};
    const { constant } = variable.value;
    facts.environment.push({ ...placeOnly(fact), variable: constant, nameSpan: variable.valueSpan, use, ...text });
  }

  /** `os.environ['NAME']`, read or assigned. */
  function environmentItem(node: Syntax, around: Surroundings): void {
    const key = part(node, 'subscript');
    const variable = key && literal(key, text)?.value;
    if (variable === undefined || evaluate(part(node, 'value')!, around.scope).name !== 'os.environ') return;
    const nameSpan = { start: key!.start, end: key!.end };
    const assigned = stored.get(node);
    const set = assigned && evaluate(assigned, around.scope).constant;
    const value = typeof set === 'string' ? { value: set } : {};
    const use = stored.has(node) ? 'write' : 'read';
    facts.environment.push({ ...placeOf(node, around), variable, nameSpan, use, ...value });
  }

  function comparison(node: Syntax, around: Surroundings): void {
    const operands = node.children.filter((child) => child.field !== 'operators');
    const operators = node.children.filter((child) => child.field === 'operators');
    if (operands.length !== 2) return;
    const operator = of(operators[0]!).replaceAll(/\s+/g, ' ');
    if (!/^(==|!=|in|not in|is|is not)$/.test(operator)) return;
    for (const [operand, other] of [operands, operands.toReversed()] as [Syntax, Syntax][]) {
      const inner = unwrap(operand);
      for (const candidate of /^(tuple|list|set)$/.test(inner.kind) ? inner.children : [inner]) {
        const said = literal(candidate, text);
        const literalSpan = { start: candidate.start, end: candidate.end };
        if (said) messageTest(placeOf(node, around), operator, said.value, literalSpan, other);
        const name = said && deviceNameIn(said.value);
        if (!name) continue;
        facts.deviceComparisons.push({
          ...placeOf(node, around),
          operator: operator as '==',
          text: said.value,
          literalSpan,
          subject: { span: { start: other.start, end: other.end }, value: evaluate(other, around.scope) },
          about: name.about,
          certainty: certaintyAbout(other),
        });
      }
    }
  }

  function branches(node: Syntax, around: Surroundings): void {
    const isOperator = node.kind === 'boolean_operator';
    const isExpression = node.kind === 'conditional_expression';
    const condition = isOperator ? part(node, 'left') : isExpression ? node.children[1] : part(node, 'condition');
    const body = isOperator
      ? part(node, 'right')
      : isExpression
        ? node.children[0]
        : (part(node, 'consequence') ?? part(node, 'body'));
    const alternatives = isExpression ? node.children.slice(2, 3) : parts(node, 'alternative');
    const guarded = around.guarded || /\bTYPE_CHECKING\b/.test(conditionText(node, text));
    const span = (syntax: Syntax | undefined) => syntax && { start: syntax.start, end: syntax.end };
    const otherwise =
      alternatives.length === 0 ? undefined : { start: alternatives[0]!.start, end: alternatives.at(-1)!.end };
    if (!isOperator) {
      const isNegated = isNegative(condition);
      const where = isNegated ? otherwise : span(body);
      const elsewhere = isNegated ? span(body) : otherwise;
      const form = isExpression ? 'conditional' : node.kind === 'while_statement' ? 'while' : 'if';
      ask(
        condition,
        around,
        {
          form,
          ...(where ? { body: where } : {}),
          ...(elsewhere ? { alternative: elsewhere } : {}),
        },
        node,
      );
    }
    const holds = isOperator ? operatorOf(node) === 'and' : true;
    if (isOperator && condition) ask(condition, around, { form: 'value' }, node);
    const guardOfBody = impliedGuard(condition, holds, around.scope) ?? around.guard;
    const guardOfAlternative = impliedGuard(condition, !holds, around.scope) ?? around.guard;
    const by = condition && portedBy.exec(of(condition));
    if (by) {
      const accelerators: Accelerator[] = [
        by[0].includes('npu') ? 'npu' : by[0].includes('tpu') ? 'tpu' : 'accelerator',
      ];
      facts.portedRegions.push({ span: { start: node.start, end: node.end }, by: by[0], accelerators });
    }
    for (const child of node.children) {
      const guard = child === body ? guardOfBody : alternatives.includes(child) ? guardOfAlternative : around.guard;
      walk(child, { ...around, guarded, guard });
    }
  }

  function isNegative(condition: Syntax | undefined): boolean {
    const node = condition && unwrap(condition);
    return node?.kind === 'not_operator' && !isNegative(part(node, 'argument'));
  }

  /** The bindings of `self.name`. */
  function attributeOfSelf(node: Syntax, scope: Scope) {
    const object = part(node, 'object')!;
    if (object.kind !== 'identifier' || of(object) !== 'self') return undefined;
    for (let at: Scope | undefined = scope; at; at = at.parent) {
      if (at.kind === 'class') return at.attributes.get(of(part(node, 'attribute')!));
    }
    return undefined;
  }

  function classFact(node: Syntax, around: Surroundings): void {
    const name = part(node, 'name');
    if (!name) return;
    names.add(of(name));
    const bases = (part(node, 'superclasses')?.children ?? []).filter(({ kind }) => kind !== 'keyword_argument');
    facts.classes.push({
      ...placeOf(node, around),
      name: of(name),
      nameSpan: { start: name.start, end: name.end },
      bases: bases.map((base) => evaluate(base, around.scope).name ?? of(base)),
      isModule: isModuleClass(node, around.scope, 0),
      certainty: 'proven',
    });
  }

  function kernel(node: Syntax, around: Surroundings): void {
    const definition = part(node, 'definition');
    const name = definition && part(definition, 'name');
    if (definition?.kind !== 'function_definition' || !name) return;
    const decorator = jitDecorator(
      node.children.filter(({ kind }) => kind === 'decorator'),
      around.scope,
    );
    if (decorator === undefined) return;
    const nameSpan = { start: name.start, end: name.end };
    facts.kernels.push({ ...placeOf(node, around), name: of(name), nameSpan, decorator });
  }

  /** The canonical name of the decorator that makes a function a Triton kernel. */
  function jitDecorator(decorators: readonly Syntax[], scope: Scope): string | undefined {
    for (const { children } of decorators) {
      const called = children[0]!;
      const { name } = evaluate(called.kind === 'call' ? part(called, 'function')! : called, scope);
      if (name === 'triton.jit') return name;
    }
    return undefined;
  }

  function parameterDefault(node: Syntax, scope: Scope): void {
    const name = part(node, 'name');
    const expression = part(node, 'value');
    if (!name || !expression || !/device|backend|map_location/i.test(of(name))) return;
    const span = { start: expression.start, end: expression.end };
    sunk.push({ expression, scope, sink: { kind: 'default', name: of(name), span, certainty: 'assumed' } });
  }

  /** Follows what reaches a sink back to the literals that it comes from. */
  function followDevices(): void {
    for (const { expression, scope, sink } of sunk) follow(expression, scope, sink, 0);
    for (const [node, { place, form, sinks }] of strings) {
      const first = node.children.find(({ kind }) => kind === 'string_content' || kind === 'interpolation');
      const said = first?.kind === 'string_content' ? of(first) : '';
      const name = deviceNameIn(said);
      if (sinks.length === 0 || !name) continue;
      const nameSpan = { start: first!.start + name.start, end: first!.start + name.end };
      const hasParts = node.children.some(({ kind }) => kind === 'interpolation');
      facts.deviceStrings.push({ ...place, text: said, form: hasParts ? 'f-string' : form, nameSpan, sinks });
    }
    facts.deviceStrings.sort((a, b) => a.span.start - b.span.start);
  }

  function follow(expression: Syntax, scope: Scope, sink: DeviceSink, depth: number): void {
    if (depth > 8) return;
    const node = unwrap(expression);
    const made = madeText(node);
    if (made) {
      const known = strings.get(made.string);
      if (!known || known.sinks.some(({ span }) => span.start === sink.span.start)) return;
      known.sinks.push(sink);
      if (made.string === node) return;
      known.form = made.form;
      known.place = { ...known.place, span: { start: node.start, end: node.end } };
      return;
    }
    const also = (next: Syntax | undefined) => next && follow(next, scope, sink, depth + 1);
    switch (node.kind) {
      case 'conditional_expression':
        also(node.children[0]);
        also(node.children[2]);
        break;
      case 'boolean_operator':
      case 'tuple':
      case 'list':
      case 'set':
        for (const side of node.children) also(side);
        break;
      case 'identifier':
      case 'attribute': {
        const bindings = node.kind === 'identifier' ? lookUp(of(node), scope)?.bindings : attributeOfSelf(node, scope);
        for (const binding of bindings ?? []) {
          if (binding.kind === 'value') follow(binding.value, binding.scope, sink, depth + 1);
        }
        break;
      }
    }
  }

  /** A string, and how a text is made from it: `"cuda:%d" % rank`, `"cuda:{}".format(rank)`, `"cuda:" + str(rank)`. */
  function madeText(node: Syntax): { string: Syntax; form: DeviceStringFact['form'] } | undefined {
    if (node.kind === 'string') return { string: node, form: 'literal' };
    if (node.kind === 'call') {
      const callee = part(node, 'function');
      const object = callee?.kind === 'attribute' ? unwrap(part(callee, 'object')!) : undefined;
      const isFormat = callee !== undefined && object?.kind === 'string' && of(part(callee, 'attribute')!) === 'format';
      return isFormat ? { string: object!, form: 'format' } : undefined;
    }
    if (node.kind !== 'binary_operator') return undefined;
    const left = unwrap(part(node, 'left')!);
    const operator = operatorOf(node);
    if (operator === '%' && left.kind === 'string') return { string: left, form: 'percent' };
    const inner = operator === '+' ? madeText(left) : undefined;
    return inner && { string: inner.string, form: 'concatenation' };
  }

  function markPorted(): void {
    const lists = [
      facts.imports,
      facts.calls,
      facts.references,
      facts.deviceStrings,
      facts.deviceComparisons,
      facts.messageTests,
      facts.guards,
      facts.environment,
      facts.classes,
      facts.kernels,
      facts.kernelLaunches,
    ];
    const all = facts.portedRegions.length === 0 ? [] : (lists.flat() as Writable<ScriptPlace>[]);
    for (const { span: region, accelerators } of facts.portedRegions) {
      for (const fact of all) {
        if (region.start > fact.span.start || fact.span.end > region.end) continue;
        fact.ported = [...new Set([...fact.ported, ...accelerators])];
      }
    }
  }
}
