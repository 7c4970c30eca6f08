import { Token } from './token';

const equal = 61;

/** The operator at a place: its token, and in the lowest two bits its length. */
export function operatorAt(text: string, at: number, code: number): number {
  const second = text.charCodeAt(at + 1);
  switch (code) {
    case 44: // ,
      return one(Token.Comma);
    case 58: // :
      return second === equal ? two(Token.Walrus) : one(Token.Colon);
    case 59: // ;
      return one(Token.Semicolon);
    case 43: // +
      return second === equal ? two(Token.Augmented) : one(Token.Plus);
    case 45: // -
      if (second === 62) return two(Token.Arrow);
      return second === equal ? two(Token.Augmented) : one(Token.Minus);
    case 42: // *
      if (second === 42) return text.charCodeAt(at + 2) === equal ? three(Token.Augmented) : two(Token.DoubleStar);
      return second === equal ? two(Token.Augmented) : one(Token.Star);
    case 47: // /
      if (second === 47) return text.charCodeAt(at + 2) === equal ? three(Token.Augmented) : two(Token.DoubleSlash);
      return second === equal ? two(Token.Augmented) : one(Token.Slash);
    case 37: // %
      return second === equal ? two(Token.Augmented) : one(Token.Percent);
    case 64: // @
      return second === equal ? two(Token.Augmented) : one(Token.At);
    case 38: // &
      return second === equal ? two(Token.Augmented) : one(Token.Ampersand);
    case 124: // |
      return second === equal ? two(Token.Augmented) : one(Token.Bar);
    case 94: // ^
      return second === equal ? two(Token.Augmented) : one(Token.Caret);
    case 126: // ~
      return one(Token.Tilde);
    case 60: // <
      if (second === 60) return text.charCodeAt(at + 2) === equal ? three(Token.Augmented) : two(Token.ShiftLeft);
      if (second === 62) return two(Token.NotEqual); // Python 2's <>
      return second === equal ? two(Token.LessEqual) : one(Token.Less);
    case 62: // >
      if (second === 62) return text.charCodeAt(at + 2) === equal ? three(Token.Augmented) : two(Token.ShiftRight);
      return second === equal ? two(Token.GreaterEqual) : one(Token.Greater);
    case equal:
      return second === equal ? two(Token.DoubleEqual) : one(Token.Equal);
    default: // !
      return second === equal ? two(Token.NotEqual) : one(Token.Exclamation);
  }
}

const one = (token: Token) => token * 4 + 1;
const two = (token: Token) => token * 4 + 2;
const three = (token: Token) => token * 4 + 3;
