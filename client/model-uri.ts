import { Uri } from 'vscode';

/** The scheme under which the language server serves the text view of a model. */
export const textScheme = 'portolan-onnx';
export const reportScheme = 'portolan-report';
export const ruleScheme = 'portolan-rule';

/**
 * The text view's URI of a model: the same path under our scheme. What is not a plain local path (a virtual file system,
 * a version in Git) keeps its whole URI in the query.
 */
export function textViewOf(model: Uri): Uri {
  return derived(model, textScheme, model.path);
}

/** The report's URI of a model; its path ends in .md so that it opens as Markdown. */
export function reportOf(model: Uri): Uri {
  return derived(model, reportScheme, `${model.path}.md`);
}

/** The model whose text view `view` is. */
export function modelOf(view: Uri): Uri {
  return view.query === '' ? Uri.from({ scheme: 'file', path: view.path }) : Uri.parse(view.query, true);
}

export function isModel(uri: Uri): boolean {
  return /\.onnx$/i.test(uri.path);
}

function derived(model: Uri, scheme: string, path: string): Uri {
  const isLocal = model.scheme === 'file' && model.authority === '';
  return Uri.from({ scheme, path, query: isLocal ? '' : model.toString() });
}
