import { URI } from 'vscode-uri';

/** The schemes whose documents the server supplies (LSP 3.18, workspace/textDocumentContent). */
export const textScheme = 'portolan-onnx';
export const reportScheme = 'portolan-report';
export const ruleScheme = 'portolan-rule';

/**
 * The text view's URI of a model: the same path under our scheme. What is not a plain local path (a virtual file system,
 * a version in Git) keeps its whole URI in the query.
 */
export function textViewOf(model: string): string {
  const uri = URI.parse(model);
  const isLocal = uri.scheme === 'file' && uri.authority === '';
  return URI.from({ scheme: textScheme, path: uri.path, query: isLocal ? '' : model }).toString();
}

/** The model that `uri` is or is a view of; undefined where it is neither. */
export function modelOf(uri: string): string | undefined {
  const { scheme, path, query } = URI.parse(uri);
  if (scheme === textScheme) return modelAt(path, query);
  if (scheme === reportScheme) return modelAt(path.replace(/\.md$/, ''), query);
  return scheme !== ruleScheme && /\.onnx$/i.test(path) ? normal(uri) : undefined;
}

function modelAt(path: string, query: string): string {
  return query === '' ? URI.from({ scheme: 'file', path }).toString() : normal(query);
}

/** Clients escape URIs each in their own way; one spelling is the key of every map. */
export function normal(uri: string): string {
  return URI.parse(uri).toString();
}

/** The rule whose page `uri` is. */
export function ruleOf(uri: string): string | undefined {
  const { scheme, path } = URI.parse(uri);
  return scheme === ruleScheme ? path.replace(/^\//, '').replace(/\.md$/, '') : undefined;
}

export function rulePage(rule: string): string {
  return URI.from({ scheme: ruleScheme, path: `/${rule}.md` }).toString();
}

/** The last part of the path. */
export function fileName(uri: string): string {
  return URI.parse(uri).path.split('/').at(-1) ?? '';
}
