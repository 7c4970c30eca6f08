import { isWordPart } from './characters';

const underscore = 95;
const dot = 46;

const isDigit = (code: number) => code >= 48 && code <= 57;

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === underscore) at++;
  return at;
}

const isHexadecimal = (code: number) =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70) || code === underscore;

/** Where the number at `at` ends; doubled, and one more for one with a fraction or an exponent. */
export function numberEnd(text: string, start: number): number {
  const marker = text.charCodeAt(start + 1) | 32;
  if (text.charCodeAt(start) === 48 && (marker === 120 || marker === 111 || marker === 98)) {
    let at = start + 2;
    while (isHexadecimal(text.charCodeAt(at))) at++;
    return longSuffix(text, at) * 2;
  }
  let at = digitsEnd(text, start);
  let isFraction = 0;
  if (text.charCodeAt(at) === dot) {
    at = digitsEnd(text, at + 1);
    isFraction = 1;
  }
  if ((text.charCodeAt(at) | 32) === 101) {
    const sign = text.charCodeAt(at + 1);
    const digits = sign === 43 || sign === 45 ? at + 2 : at + 1;
    if (isDigit(text.charCodeAt(digits))) {
      at = digitsEnd(text, digits);
      isFraction = 1;
    }
  }
  if ((text.charCodeAt(at) | 32) === 106) at++;
  return longSuffix(text, at) * 2 + isFraction;
}

/** Python 2's `10L`. */
function longSuffix(text: string, at: number): number {
  if ((text.charCodeAt(at) | 32) !== 108) return at;
  return isWordPart[text.charCodeAt(at + 1)] === 1 ? at : at + 1;
}
