/** What a token, or white space, can begin with. */
export enum Character {
  Invalid,
  Space,
  Newline,
  Comment,
  Word,
  Digit,
  Quote,
  Dot,
  Backslash,
  Open,
  Close,
  Operator,
}

/** The class of each ASCII character. */
export const classes = new Uint8Array(128);
/** 1 for the ASCII characters that an identifier can have after its first. */
export const isWordPart = new Uint8Array(128);

function are(characters: string, what: Character): void {
  for (const character of characters) classes[character.charCodeAt(0)] = what;
}
are(' \t\f\v', Character.Space);
are('\r\n', Character.Newline);
are('#', Character.Comment);
are('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', Character.Word);
are('0123456789', Character.Digit);
are('\'"', Character.Quote);
are('.', Character.Dot);
are('\\', Character.Backslash);
are('([{', Character.Open);
are(')]}', Character.Close);
are(',:;+-*/%@&|^~<>=!', Character.Operator);
for (let code = 0; code < 128; code++) {
  if (classes[code] === Character.Word || classes[code] === Character.Digit) isWordPart[code] = 1;
}

const part = /^\p{XID_Continue}$/u;
const space = /^[\s\uFEFF\u2060\u200B]$/u;

/** How many units a part of an identifier beyond ASCII takes at a place; 0 where there is none. */
export function wideWordPart(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return part.test(character) ? character.length : 0;
}

/** White space beyond ASCII, which editors and web pages leave in code. */
export function isWideSpace(code: number): boolean {
  return space.test(String.fromCharCode(code));
}
