import type { Fix, ImportFact, ScriptFacts, TextEdit, TextSpan } from '../../../core/model';
import { replacement } from './edits';

/** The names that one statement imports, its text and the comment behind it; undefined where the statement cannot be edited as a line. */
function statementOf(fact: ImportFact, { imports, text }: ScriptFacts) {
  const { span, indentation } = fact.statement;
  const source = text.slice(span.start, span.end);
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const startsLine = text.slice(lineStart, span.start) === indentation;
  const rest = /^[^\r\n]*/.exec(text.slice(span.end))![0];
  // Two statements on one line stay as they are.
  if (!startsLine || !/^\s*(#.*)?$/.test(rest) || /\\/.test(source)) return undefined;
  const names = imports.filter(({ statement }) => statement.span.start === span.start);
  return { source, names, lineStart, indentation, comment: rest };
}

/**
 * `import x` -> `try: import x / except ImportError: x = None`, so that the file can be loaded where the library is missing.
 * Not where the name that it binds is another package's as well (`import a.b`), where loading the file uses it, nor for a star
 * import; nor in a function, which says best itself what it lacks.
 */
export function guardImports(imports: readonly ImportFact[], facts: ScriptFacts): Fix | undefined {
  const edits = imports.map((fact) => guard(fact, facts));
  if (edits.some((edit) => edit === undefined)) return undefined;
  return {
    kind: 'review',
    title: { en: 'Let the import fail where the library is missing', zh: '允许该库缺失：为导入加上保护' },
    edits: distinct(edits as TextEdit[]),
  };
}

function guard(fact: ImportFact, facts: ScriptFacts): TextEdit | undefined {
  const statement = fact.guarded || fact.function !== undefined ? undefined : statementOf(fact, facts);
  if (statement === undefined) return undefined;
  const { source, names, indentation, comment } = statement;
  const isPlain = names.every(
    ({ alias, style, name }) => alias !== '*' && (style === 'from' || alias !== name.split('.')[0] || alias === name),
  );
  if (!isPlain || names.length === 0 || names.some((name) => isNeededAtLoad(name, facts))) return undefined;
  const unit = indentation.includes('\t') ? '\t' : '    ';
  const inner = `${indentation}${unit}`;
  const lines = [
    'try:',
    `${inner}${source.replaceAll(/\n/g, `\n${unit}`)}${comment}`,
    `${indentation}except ImportError:`,
    `${inner}${names.map(({ alias }) => alias).join(' = ')} = None`,
  ];
  const { start, end } = fact.statement.span;
  return replacement({ start, end: end + comment.length }, lines.join(facts.lineBreak));
}

/** A statement that imports several names is edited once. */
function distinct(edits: readonly TextEdit[]): TextEdit[] {
  return edits.filter((edit, index) => edits.findIndex(({ span }) => span.start === edit.span.start) === index);
}

/** Loading the file uses the name: outside functions, as a base, a decorator or an annotation. */
function isNeededAtLoad({ name }: ImportFact, { calls, references, classes }: ScriptFacts): boolean {
  const scopes = new Set(classes.map((fact) => fact.name));
  const isUse = (fact: { name: string; function?: string | undefined }) =>
    (fact.name === name || fact.name.startsWith(`${name}.`)) &&
    (fact.function === undefined || scopes.has(fact.function.split('.').at(-1)!));
  return (
    calls.some(isUse) ||
    references.some(
      (fact) => isUse(fact) || (/^(decorator|base|annotation)$/.test(fact.use) && fact.name.startsWith(name)),
    )
  );
}

/** Takes imports away that nothing uses. Not in `__init__.py`, whose imports are for others. */
export function removeImports(imports: readonly ImportFact[], facts: ScriptFacts): Fix | undefined {
  const edits = imports.map((fact) => remove(fact, facts));
  if (edits.some((edit) => edit === undefined)) return undefined;
  return {
    kind: 'review',
    title: { en: 'Remove the import, which nothing here uses', zh: '删除该导入：本文件未使用' },
    edits: distinct(edits as TextEdit[]),
  };
}

function remove(fact: ImportFact, facts: ScriptFacts): TextEdit | undefined {
  const statement = /(^|[\\/])__init__\.py$/.test(facts.path) ? undefined : statementOf(fact, facts);
  if (statement === undefined || statement.names.some(({ used }) => used) || /__all__/.test(facts.text))
    return undefined;
  if (isOnlyStatement(statement.lineStart, statement.indentation, facts.text)) return undefined;
  return replacement(wholeLines(statement.lineStart, fact.statement.span, facts.text), '');
}

/** A block would be empty without it. */
function isOnlyStatement(lineStart: number, indentation: string, text: string): boolean {
  return indentation !== '' && /:\s*(#[^\n]*)?\r?\n$/.test(text.slice(Math.max(0, lineStart - 200), lineStart));
}

function wholeLines(start: number, { end }: TextSpan, text: string): TextSpan {
  const next = text.indexOf('\n', end);
  return { start, end: next < 0 ? text.length : next + 1 };
}
