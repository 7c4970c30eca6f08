import {
  type Diagnostic,
  type DiagnosticCollection,
  type Disposable,
  languages,
  TabInputText,
  type Uri,
  window,
} from 'vscode';
import type { DiagnosticCollectionProvider } from 'vscode-languageclient';
import { modelOf, textScheme } from './model-uri';
import { shownRulePage } from './rule-page';

/**
 * The findings of the Problems panel. The server tells a model's findings twice: on the .onnx file, and on the lines of
 * its text view. The panel shows the view's while it has a tab and was told of, and else the file's, so that each stands
 * there once: a tab that was restored and not looked at yet has no lines to show findings on.
 */
export class ModelDiagnostics implements DiagnosticCollectionProvider, Disposable {
  private readonly collections = new Set<LinkedCollection>();
  // Tabs, not documents: VS Code keeps a document for minutes after its last tab was closed.
  private readonly listener = window.tabGroups.onDidChangeTabs(() => {
    for (const collection of this.collections) collection.tabsChanged();
  });

  create(name: string | undefined): DiagnosticCollection {
    const collection = new LinkedCollection(languages.createDiagnosticCollection(name ?? 'portolan'));
    this.collections.add(collection);
    const { shown } = collection;
    return new Proxy(shown, {
      get: (_, property) => {
        if (property === 'set') return (uri: Uri, items?: readonly Diagnostic[]) => collection.set(uri, items ?? []);
        if (property === 'delete') return (uri: Uri) => collection.delete(uri);
        if (property === 'clear') return () => collection.clear();
        const value = Reflect.get(shown, property);
        return typeof value === 'function' ? value.bind(shown) : value;
      },
    });
  }

  dispose(collection?: DiagnosticCollection): void {
    if (collection !== undefined) {
      collection.dispose();
      return;
    }
    this.listener.dispose();
    for (const { shown } of this.collections) shown.dispose();
  }
}

/** A collection with all that the server told, of which it shows a part. */
class LinkedCollection {
  private readonly told = new Map<string, { readonly uri: Uri; readonly items: readonly Diagnostic[] }>();
  private openViews = viewsInTabs();

  constructor(readonly shown: DiagnosticCollection) {}

  set(uri: Uri, items: readonly Diagnostic[]): void {
    this.told.set(uri.toString(), { uri, items: items.map(withRuleCommand) });
    this.showWithModel(uri);
  }

  delete(uri: Uri): void {
    this.told.delete(uri.toString());
    this.showWithModel(uri);
  }

  clear(): void {
    this.told.clear();
    this.shown.clear();
  }

  tabsChanged(): void {
    const before = this.openViews;
    this.openViews = viewsInTabs();
    for (const [key, uri] of [...before, ...this.openViews]) {
      if (before.has(key) === this.openViews.has(key)) continue;
      this.showWithModel(uri);
    }
  }

  private showWithModel(uri: Uri): void {
    this.show(uri);
    if (uri.scheme === textScheme) this.show(modelOf(uri));
  }

  private show(uri: Uri): void {
    const isShown = uri.scheme === textScheme ? this.openViews.has(uri.toString()) : !this.standsInView(uri);
    this.shown.set(uri, isShown ? (this.told.get(uri.toString())?.items ?? []) : []);
  }

  /** Whether a tab shows the model's findings on lines; a tab of the last session says nothing until it is looked at. */
  private standsInView(model: Uri): boolean {
    const wanted = model.toString();
    return [...this.openViews].some(([key, view]) => this.told.has(key) && modelOf(view).toString() === wanted);
  }
}

function viewsInTabs(): ReadonlyMap<string, Uri> {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const views = inputs.flatMap((input) =>
    input instanceof TabInputText && input.uri.scheme === textScheme ? [input.uri] : [],
  );
  return new Map(views.map((uri) => [uri.toString(), uri]));
}

function withRuleCommand(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object') diagnostic.code = { value: code.value, target: shownRulePage(code.target) };
  return diagnostic;
}
