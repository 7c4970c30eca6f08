import type { Diagnostic } from 'vscode-languageserver';
import type { Language } from '../../core/model';
import { toDiagnostics } from '../to-protocol/diagnostic';
import type { CheckpointAnalysis } from './checkpoint-analysis';

/** Findings and problems of a configuration, on the keys that they are about. */
export function checkpointDiagnostics(
  { report, text, lines }: CheckpointAnalysis,
  { language, linksRules }: { readonly language: Language; readonly linksRules: boolean },
): Diagnostic[] {
  const shown = { text, view: undefined, range: (span: { start: number; end: number }) => lines.range(span) };
  return toDiagnostics(report, shown, { language, linksRules, onFile: false, lines: undefined });
}
