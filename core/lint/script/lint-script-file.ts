import { type Finding, type Fix, type Problem, type Task, uninterrupted } from '../../model';
import { type NotebookFile, readNotebook } from '../../notebook';
import type { PythonParser, ScriptIndex } from '../../pytorch';
import type { Settings } from '../settings';
import { describeCells } from './describe-cells';
import { describeScript, type ScriptFile } from './describe-script';
import { lintScript } from './lint-script';
import type { ScriptReport } from './script-report';

/** Describes and lints a file of any kind that goes with PyTorch scripts; spans are those of the file's own text. */
export function lintScriptFile(
  file: ScriptFile,
  parser: PythonParser,
  settings: Settings,
  task: Task = uninterrupted,
  index?: ScriptIndex,
): ScriptReport {
  if (file.kind === 'notebook') return lintNotebook(file, parser, settings, task, index);
  const { facts, problems } = describeScript(file, parser, index);
  return lintScript(facts, problems, settings, task, index);
}

function lintNotebook(
  { path, text }: ScriptFile,
  parser: PythonParser,
  settings: Settings,
  task: Task,
  index: ScriptIndex | undefined,
): ScriptReport {
  const notebook = readNotebook(text);
  const { facts, problems } = describeCells(path, notebook.script, parser, index);
  const report = lintScript(facts, problems, settings, task, index);
  return {
    ...report,
    text,
    findings: report.findings.map((finding) => inFile(finding, notebook)),
    problems: [...notebook.problems, ...report.problems.map((problem) => inFile(problem, notebook))],
  };
}

function inFile<T extends Finding | Problem>(item: T, notebook: NotebookFile): T {
  const { span } = item;
  if (span === undefined) return item;
  const fixes = 'fixes' in item ? { fixes: item.fixes.flatMap((fix) => fixInFile(fix, notebook)) } : {};
  return { ...item, ...fixes, span: notebook.toFile(span), cell: notebook.toCell(span) };
}

function fixInFile(fix: Fix, notebook: NotebookFile): Fix[] {
  const edits = fix.edits.flatMap((edit) => notebook.editOf(edit) ?? []);
  return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
}
