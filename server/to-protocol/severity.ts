import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../../core/model';

/** A silent miscompilation is an error: nothing else would stop it. */
export function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'silent':
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}
