import {
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  type FileDecoration,
  type FileDecorationProvider,
  languages,
  ThemeColor,
  type Uri,
  window,
} from 'vscode';
import { isModel, modelOf, textScheme, textViewOf } from './model-uri';

/**
 * Marks an .onnx in the explorer while its findings stand on its text view: as VS Code itself marks the file with the
 * findings that it has otherwise.
 */
export class ModelDecorations implements FileDecorationProvider, Disposable {
  private readonly changed = new EventEmitter<Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private readonly registrations = [
    window.registerFileDecorationProvider(this),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const views = uris.filter(({ scheme }) => scheme === textScheme);
      if (views.length > 0) this.changed.fire(views.map(modelOf));
    }),
  ];

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    if (uri.scheme === textScheme || !isModel(uri)) return undefined;
    const found = languages.getDiagnostics(textViewOf(uri)).map(({ severity }) => severity);
    const errors = found.filter((severity) => severity === DiagnosticSeverity.Error).length;
    const warnings = found.filter((severity) => severity === DiagnosticSeverity.Warning).length;
    if (errors + warnings === 0) return undefined;
    return {
      badge: errors + warnings > 9 ? '9+' : String(errors + warnings),
      color: new ThemeColor(errors > 0 ? 'list.errorForeground' : 'list.warningForeground'),
      propagate: true,
    };
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
    this.changed.dispose();
  }
}
