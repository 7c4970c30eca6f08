import { isTypeName } from './parse-type';

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A text as a string literal: the syntax knows no escapes but for the quote and the backslash. */
export function quoted(text: string): string {
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}

/** A name, in quotes where it is no identifier. */
export function formatName(name: string): string {
  return identifier.test(name) ? name : quoted(name);
}

/** A name in a place where a type may stand too. */
export function formatValueName(name: string): string {
  return identifier.test(name) && !isTypeName(name) ? name : quoted(name);
}

/** An op type with its domain: ONNX's own syntax has no quotes here, so that only what needs them has them. */
export function formatOperator(domain: string, opType: string, overload: string): string {
  const prefix = domain === '' ? '' : `${/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(domain) ? domain : quoted(domain)}.`;
  return `${prefix}${formatName(opType)}${overload === '' ? '' : `:${formatName(overload)}`}`;
}
