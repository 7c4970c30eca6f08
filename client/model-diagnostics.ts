import {
  type Diagnostic,
  type DiagnosticCollection,
  Disposable,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { DiagnosticCollectionProvider } from 'vscode-languageclient';
import { modelOf, ruleScheme, textScheme } from './model-uri';

/**
 * The findings of the Problems panel. The server tells a model's findings twice: on the .onnx file, and on the lines of
 * its text view. While the view is open the file's own are put aside, so that each stands in the panel once; the view's
 * go when it is closed.
 */
export class ModelDiagnostics implements DiagnosticCollectionProvider, Disposable {
  private readonly collections = new Set<DiagnosticCollection>();
  /** By collection, then by the model's URI: what is put aside while the view is open. */
  private readonly aside = new Map<DiagnosticCollection, Map<string, readonly Diagnostic[]>>();
  private readonly listeners = Disposable.from(
    workspace.onDidOpenTextDocument((document) => this.opened(document)),
    workspace.onDidCloseTextDocument((document) => this.closed(document)),
  );

  create(name: string | undefined): DiagnosticCollection {
    const collection = languages.createDiagnosticCollection(name ?? 'portolan');
    this.collections.add(collection);
    this.aside.set(collection, new Map());
    return new Proxy(collection, {
      get: (target, property) => {
        if (property === 'set')
          return (uri: Uri, items: readonly Diagnostic[] | undefined) => this.set(target, uri, items);
        const value = Reflect.get(target, property);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  dispose(collection?: DiagnosticCollection): void {
    if (collection !== undefined) {
      collection.dispose();
      return;
    }
    this.listeners.dispose();
    for (const each of this.collections) each.dispose();
  }

  private set(collection: DiagnosticCollection, uri: Uri, items: readonly Diagnostic[] | undefined): void {
    const shown = items?.map(withRuleCommand);
    if (uri.scheme === textScheme) {
      collection.set(uri, isOpen(uri) ? shown : undefined);
      return;
    }
    const aside = this.aside.get(collection);
    aside?.set(uri.toString(), shown ?? []);
    collection.set(uri, hasOpenView(uri) ? undefined : shown);
  }

  private opened({ uri }: TextDocument): void {
    if (uri.scheme !== textScheme) return;
    for (const collection of this.collections) collection.delete(modelOf(uri));
  }

  private closed({ uri }: TextDocument): void {
    if (uri.scheme !== textScheme) return;
    const model = modelOf(uri);
    for (const collection of this.collections) {
      collection.delete(uri);
      const items = this.aside.get(collection)?.get(model.toString());
      if (items !== undefined) collection.set(model, items);
    }
  }
}

function isOpen(view: Uri): boolean {
  return workspace.textDocuments.some(({ uri }) => uri.toString() === view.toString());
}

function hasOpenView(model: Uri): boolean {
  const wanted = model.toString();
  return workspace.textDocuments.some(({ uri }) => uri.scheme === textScheme && modelOf(uri).toString() === wanted);
}

/** The rule's page as a link that opens the preview, where the server links to the page's source. */
function withRuleCommand(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object' && code.target.scheme === ruleScheme) {
    const argument = encodeURIComponent(JSON.stringify([code.value]));
    diagnostic.code = { value: code.value, target: Uri.parse(`command:portolan.explainRule?${argument}`) };
  }
  return diagnostic;
}
