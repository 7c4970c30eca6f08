import type {
  Accelerator,
  ArgumentFact,
  CallFact,
  DeviceSink,
  Problem,
  ScriptFacts,
  ScriptPlace,
  SuppressionFact,
  TextSpan,
  ValueFact,
} from '../model';
import { deviceNameIn, sinkOf } from './device-names';
import { importInsertion } from './import-insertion';
import type { PythonParser } from './parser';
import { bindNames, catchesImportError, conditionText, importedNames, lookUp, type Scope } from './scopes';
import { suppressionOf } from './suppressions';
import { literal, part, type Syntax, unwrap } from './syntax';
import { canonicalName, resultOf, unknown, valueResolver } from './values';

/** What is known of the rest of the workspace. */
export interface ScriptIndex {
  /** The top-level packages that the workspace itself defines. */
  readonly firstParty: ReadonlySet<string>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Facts = { [K in keyof ScriptFacts]: ScriptFacts[K] extends readonly (infer T)[] ? T[] : ScriptFacts[K] };

interface Surroundings {
  readonly scope: Scope;
  readonly guarded: boolean;
  readonly guard: number | undefined;
  readonly loopDepth: number;
  readonly function: string | undefined;
  readonly statement: TextSpan;
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
  const strings = new Map<Syntax, { place: ScriptPlace; sinks: DeviceSink[] }>();
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
  };
  for (const child of module.children) walk(child, start);
  followDevices();
  markPorted();
  for (const used of facts.imports) {
    (used as Writable<typeof used>).used = loads.has(used.alias) || used.alias === '*';
  }
  return { facts, problems };

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
        strings.set(node, { place: placeOf(node, inside), sinks: [] });
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
        branches(node, inside);
        return;
      case 'try_statement':
        if (catchesImportError(node, text)) inside = { ...inside, guarded: true };
        break;
      case 'for_statement':
      case 'while_statement':
      case 'list_comprehension':
      case 'generator_expression':
      case 'dictionary_comprehension':
        inside = { ...inside, loopDepth: inside.loopDepth + 1 };
        break;
      case 'class_definition':
        classFact(node, inside);
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
    const use = node.field === 'left' ? 'store' : node.field === 'type' ? 'annotation' : 'load';
    facts.references.push({
      ...placeOf(node, around),
      name: found.name,
      certainty: found.value.certainty,
      nameSpan: { start: last.start, end: last.end },
      ...(found.receiver ? { receiver: found.receiver } : {}),
      use,
    });
  }

  function call(node: Syntax, around: Surroundings): void {
    const callee = part(node, 'function')!;
    const list = part(node, 'arguments');
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
      role: node.start === around.statement.start && node.end === around.statement.end ? 'statement' : 'value',
    };
    facts.calls.push(fact);
    fact.arguments.forEach((argument, position) => {
      const sink = sinkOf(fact, argument, position);
      const expression = part(syntax[position]!, 'value') ?? syntax[position]!;
      if (sink) sunk.push({ expression, scope: around.scope, sink });
    });
    environment(fact);
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
    facts.environment.push({ ...fact, variable: variable.value.constant, nameSpan: variable.valueSpan, use, ...text });
  }

  /** `os.environ['NAME']`, read or assigned. */
  function environmentItem(node: Syntax, around: Surroundings): void {
    const key = part(node, 'subscript');
    const variable = key && literal(key, text)?.value;
    if (variable === undefined || evaluate(part(node, 'value')!, around.scope).name !== 'os.environ') return;
    const nameSpan = { start: key!.start, end: key!.end };
    const use = node.field === 'left' ? 'write' : 'read';
    facts.environment.push({ ...placeOf(node, around), variable, nameSpan, use });
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
        const name = said && deviceNameIn(said.value);
        if (!name) continue;
        facts.deviceComparisons.push({
          ...placeOf(node, around),
          operator: operator as '==',
          text: said.value,
          literalSpan: { start: candidate.start, end: candidate.end },
          subject: { span: { start: other.start, end: other.end }, value: evaluate(other, around.scope) },
          about: name.about,
          certainty: /device|backend/i.test(of(other)) ? 'proven' : 'assumed',
        });
      }
    }
  }

  function branches(node: Syntax, around: Surroundings): void {
    const isExpression = node.kind === 'conditional_expression';
    const condition = isExpression ? node.children[1] : part(node, 'condition');
    const body = isExpression ? node.children[0] : part(node, 'consequence');
    const alternative = isExpression ? node.children[2] : part(node, 'alternative');
    const guarded = around.guarded || /\bTYPE_CHECKING\b/.test(conditionText(node, text));
    let guard: number | undefined;
    const asked = condition && unwrap(condition);
    const question = asked?.kind === 'call' ? evaluate(part(asked, 'function')!, around.scope) : undefined;
    if (asked && question?.name === 'torch.cuda.is_available') {
      guard = facts.guards.length;
      facts.guards.push({
        ...placeOf(node, around),
        name: question.name,
        conditionSpan: { start: asked.start, end: asked.end },
        form: isExpression ? 'conditional' : 'if',
        ...(body ? { body: { start: body.start, end: body.end } } : {}),
        ...(alternative ? { alternative: { start: alternative.start, end: alternative.end } } : {}),
      });
    }
    const by = condition && portedBy.exec(of(condition));
    if (by) {
      const accelerators: Accelerator[] = [
        by[0].includes('npu') ? 'npu' : by[0].includes('tpu') ? 'tpu' : 'accelerator',
      ];
      facts.portedRegions.push({ span: { start: node.start, end: node.end }, by: by[0], accelerators });
    }
    for (const child of node.children)
      walk(child, child === body && guard !== undefined ? { ...around, guarded, guard } : { ...around, guarded });
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
    for (const decorator of node.children.filter(({ kind }) => kind === 'decorator')) {
      const called = decorator.children[0]!;
      const value = evaluate(called.kind === 'call' ? part(called, 'function')! : called, around.scope);
      if (value.name !== 'triton.jit') continue;
      facts.kernels.push({
        ...placeOf(node, around),
        name: of(name),
        nameSpan: { start: name.start, end: name.end },
        decorator: value.name,
      });
    }
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
    for (const [node, { place, sinks }] of strings) {
      const first = node.children.find(({ kind }) => kind === 'string_content' || kind === 'interpolation');
      const said = first?.kind === 'string_content' ? of(first) : '';
      const name = deviceNameIn(said);
      if (sinks.length === 0 || !name) continue;
      const form = node.children.some(({ kind }) => kind === 'interpolation') ? 'f-string' : 'literal';
      const nameSpan = { start: first!.start + name.start, end: first!.start + name.end };
      facts.deviceStrings.push({ ...place, text: said, form, nameSpan, sinks });
    }
    facts.deviceStrings.sort((a, b) => a.span.start - b.span.start);
  }

  function follow(expression: Syntax, scope: Scope, sink: DeviceSink, depth: number): void {
    if (depth > 8) return;
    const node = unwrap(expression);
    if (node.kind === 'string') {
      const known = strings.get(node)?.sinks;
      if (known && !known.some(({ span }) => span.start === sink.span.start)) known.push(sink);
    } else if (node.kind === 'conditional_expression') {
      for (const branch of [node.children[0], node.children[2]]) if (branch) follow(branch, scope, sink, depth + 1);
    } else if (node.kind === 'boolean_operator') {
      for (const side of node.children) follow(side, scope, sink, depth + 1);
    } else if (node.kind === 'identifier') {
      for (const binding of lookUp(of(node), scope)?.bindings ?? []) {
        if (binding.kind === 'value') follow(binding.value, binding.scope, sink, depth + 1);
      }
    }
  }

  function markPorted(): void {
    const lists = [
      facts.imports,
      facts.calls,
      facts.references,
      facts.deviceStrings,
      facts.deviceComparisons,
      facts.guards,
      facts.environment,
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
