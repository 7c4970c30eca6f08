import type { TextItemKind } from './text-item';

/** A name in a line of the text view. UTF-16 columns from 0, the end excluded; quotes belong to the token. */
export interface LineToken {
  readonly start: number;
  readonly end: number;
  readonly kind: 'label' | 'output' | 'input' | 'operator' | 'attribute' | 'type' | 'value' | 'graph' | 'function';
  /** The name itself, without quotes. */
  readonly name: string;
}

type Kind = LineToken['kind'];

const lexeme = /[A-Za-z_][A-Za-z0-9_]*|#.*|\S/g;
const opening = /[<[({]/;
const closing = /[>\])}]/;

interface Lexeme {
  readonly text: string;
  readonly start: number;
}

/** The names of one line. Numbers, strings and data are none. */
export function tokensOfLine(line: string, kind: TextItemKind | undefined): readonly LineToken[] {
  const lexemes = lexemesOf(line);
  switch (kind) {
    case 'operator':
      return operatorTokens(lexemes);
    case 'attribute':
      return tokens(lexemes.slice(0, 1), 'attribute');
    case 'graph':
      return graphTokens(lexemes);
    case 'function':
      return line.trimEnd().endsWith('(') ? tokens(lexemes.slice(0, 1), 'function') : [];
    case 'input':
    case 'output':
    case 'value_info':
    case 'initializer':
    case 'sparse_initializer':
      return valueTokens(lexemes);
    default:
      return [];
  }
}

function lexemesOf(line: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  lexeme.lastIndex = 0;
  for (let match = lexeme.exec(line); match !== null; match = lexeme.exec(line)) {
    const start = match.index;
    // A regular expression would run out of stack on a string of millions of escapes.
    if (match[0] === '"') lexeme.lastIndex = endOfString(line, start);
    lexemes.push({ text: line.slice(start, lexeme.lastIndex), start });
  }
  return lexemes;
}

/** The offset after the quote that ends a string, or the line's end where the string goes on in the next line. */
function endOfString(line: string, start: number): number {
  let offset = start + 1;
  while (offset < line.length && line[offset] !== '"') offset += line[offset] === '\\' ? 2 : 1;
  return Math.min(offset + 1, line.length);
}

function isName({ text }: Lexeme): boolean {
  return /^["A-Za-z_]/.test(text);
}

function token({ text, start }: Lexeme, kind: Kind): LineToken {
  const isClosed = text.length > 1 && text.endsWith('"');
  const name = text.startsWith('"') ? text.slice(1, isClosed ? -1 : undefined).replace(/\\([\s\S])/g, '$1') : text;
  return { start, end: start + text.length, kind, name };
}

function tokens(lexemes: readonly Lexeme[], kind: Kind): LineToken[] {
  return lexemes.filter(isName).map((each) => token(each, kind));
}

function addTokens(found: LineToken[], lexemes: readonly Lexeme[], kind: Kind): void {
  for (const each of lexemes) if (isName(each)) found.push(token(each, kind));
}

/** `type name`, `type name = data`: the name is the last one outside of brackets. */
function valueTokens(lexemes: readonly Lexeme[]): LineToken[] {
  const names: Lexeme[] = [];
  let depth = 0;
  for (const each of lexemes) {
    if (depth === 0 && (each.text === '=' || each.text === ',')) break;
    if (opening.test(each.text) && each.text.length === 1) depth += 1;
    else if (closing.test(each.text) && each.text.length === 1) depth -= 1;
    else if (depth === 0 && isName(each)) names.push(each);
  }
  const name = names.pop();
  return [...tokens(names, 'type'), ...(name === undefined ? [] : [token(name, 'value')])];
}

/** `name (`, and before it, where the graph is an attribute's, `attribute: graph = `. */
function graphTokens(lexemes: readonly Lexeme[]): LineToken[] {
  const parenthesis = lexemes.findIndex(({ text }) => text === '(');
  const name = lexemes[parenthesis - 1];
  const colon = lexemes.findIndex(({ text }) => text === ':');
  const attribute = colon > 0 && colon < parenthesis ? tokens(lexemes.slice(0, 1), 'attribute') : [];
  return name === undefined ? attribute : [...attribute, ...tokens([name], 'graph')];
}

/** `[label] outputs = domain.Op:overload <attributes> (inputs)` */
function operatorTokens(lexemes: readonly Lexeme[]): LineToken[] {
  const found: LineToken[] = [];
  let next = 0;
  const text = () => lexemes[next]?.text;
  if (text() === '[') {
    const end = lexemes.findIndex((each) => each.text === ']');
    addTokens(found, lexemes.slice(1, end), 'label');
    next = end + 1;
  }
  const equals = lexemes.findIndex((each, index) => index >= next && each.text === '=');
  if (equals < 0) return found;
  addTokens(found, lexemes.slice(next, equals), 'output');
  next = equals + 1;
  const operator: Lexeme[] = [];
  while (next < lexemes.length && text() !== '<' && text() !== '(') operator.push(lexemes[next++]!);
  const colon = operator.findIndex((each) => each.text === ':');
  const last = (colon < 0 ? operator : operator.slice(0, colon)).at(-1);
  if (last !== undefined) found.push(token(last, 'operator'));
  if (text() === '<') next = attributeTokens(lexemes, next, found);
  if (text() !== '(') return found;
  const end = lexemes.findIndex((each, index) => index > next && each.text === ')');
  addTokens(found, lexemes.slice(next + 1, end < 0 ? undefined : end), 'input');
  return found;
}

/** From `<`: the names before `:` and `=` at the first level. Returns the index after `>`. */
function attributeTokens(lexemes: readonly Lexeme[], start: number, found: LineToken[]): number {
  let depth = 0;
  for (let index = start; index < lexemes.length; index += 1) {
    const { text } = lexemes[index]!;
    if (text.length === 1 && opening.test(text)) depth += 1;
    else if (text.length === 1 && closing.test(text)) depth -= 1;
    if (depth === 0) return index + 1;
    const previous = lexemes[index - 1]?.text;
    if (depth === 1 && (previous === '<' || previous === ',')) addTokens(found, [lexemes[index]!], 'attribute');
  }
  return lexemes.length;
}
