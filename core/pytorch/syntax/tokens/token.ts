/** What a token is. Numbers, so that a parser's choices are jumps. */
export enum Token {
  End,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  /** The opening of an f-string or t-string; what follows is scanned by its own grammar. */
  JoinedString,
  // Brackets: each opening one is followed by its closing one.
  OpenParenthesis,
  CloseParenthesis,
  OpenBracket,
  CloseBracket,
  OpenBrace,
  CloseBrace,
  Comma,
  Colon,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  Equal,
  /** Any of `+=`, `//=`, ... */
  Augmented,
  Walrus,
  Exclamation,
  // Binary operators.
  Bar,
  Caret,
  Ampersand,
  ShiftLeft,
  ShiftRight,
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  At,
  DoubleStar,
  Tilde,
  Less,
  Greater,
  LessEqual,
  GreaterEqual,
  DoubleEqual,
  NotEqual,
  // Keywords of expressions.
  And,
  Or,
  Not,
  In,
  Is,
  If,
  Else,
  Lambda,
  For,
  Async,
  Await,
  Yield,
  From,
  None,
  True,
  False,
  As,
  // Keywords of statements; no expression has one of them.
  Assert,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Except,
  Finally,
  Global,
  Import,
  Nonlocal,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
}

export const tokenCount = Token.With + 1;

/** `match`, `case`, `type`, `print`, `exec` are names, whose statements are told by what follows. */
export const keywords: readonly (readonly [string, Token])[] = [
  ['and', Token.And],
  ['or', Token.Or],
  ['not', Token.Not],
  ['in', Token.In],
  ['is', Token.Is],
  ['if', Token.If],
  ['else', Token.Else],
  ['lambda', Token.Lambda],
  ['for', Token.For],
  ['async', Token.Async],
  ['await', Token.Await],
  ['yield', Token.Yield],
  ['from', Token.From],
  ['None', Token.None],
  ['True', Token.True],
  ['False', Token.False],
  ['as', Token.As],
  ['assert', Token.Assert],
  ['break', Token.Break],
  ['class', Token.Class],
  ['continue', Token.Continue],
  ['def', Token.Def],
  ['del', Token.Del],
  ['elif', Token.Elif],
  ['except', Token.Except],
  ['finally', Token.Finally],
  ['global', Token.Global],
  ['import', Token.Import],
  ['nonlocal', Token.Nonlocal],
  ['pass', Token.Pass],
  ['raise', Token.Raise],
  ['return', Token.Return],
  ['try', Token.Try],
  ['while', Token.While],
  ['with', Token.With],
];

export function isOpening(token: Token): boolean {
  return token === Token.OpenParenthesis || token === Token.OpenBracket || token === Token.OpenBrace;
}

export function isClosing(token: Token): boolean {
  return token === Token.CloseParenthesis || token === Token.CloseBracket || token === Token.CloseBrace;
}

export function isStatementKeyword(token: Token): boolean {
  return token >= Token.Assert;
}

const isStart = new Uint8Array(tokenCount);
for (const token of [
  ...[Token.Name, Token.Number, Token.String, Token.JoinedString, Token.Ellipsis],
  ...[Token.OpenParenthesis, Token.OpenBracket, Token.OpenBrace],
  ...[Token.Plus, Token.Minus, Token.Tilde, Token.Not, Token.Lambda, Token.Async, Token.Await],
  ...[Token.None, Token.True, Token.False],
]) {
  isStart[token] = 1;
}

/** Whether an expression can begin with a token. Those with a star and `yield` are for their places to know. */
export function startsExpression(token: Token): boolean {
  return isStart[token] === 1;
}
