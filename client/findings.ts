import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  type QuickPickItem,
  Range,
  Uri,
  window,
  workspace,
} from 'vscode';

/** What findings are asked for: what the server's lens has counted. */
interface Counted {
  readonly uri: string;
  readonly target?: string;
  /** The target as messages call it. */
  readonly name?: string;
  readonly range?: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Finding {
  readonly uri: Uri;
  readonly diagnostic: Diagnostic;
}

interface FindingItem extends QuickPickItem {
  readonly finding?: Finding;
}

/**
 * Goes to a finding of a document that the user chooses, and at once where there is one only. All of the workspace are in the
 * Problems panel, which is shown where the document has none.
 */
export async function showFindings(counted?: Counted): Promise<void> {
  const uri = counted === undefined ? window.activeTextEditor?.document.uri : Uri.parse(counted.uri);
  const found = uri === undefined ? [] : findingsOf(uri, counted);
  const [first] = found;
  if (first === undefined) return showPanel();
  if (found.length === 1) return show(first);
  const items: FindingItem[] = [
    ...found.map((one) => itemOf(one, counted?.name)),
    { label: `$(list-flat) ${l10n.t('All of the Workspace')}` },
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Findings'),
    matchOnDetail: true,
  });
  if (chosen === undefined) return;
  await (chosen.finding === undefined ? showPanel() : show(chosen.finding));
}

/** Of a file, or of all cells of a notebook, in the order of the text. */
function findingsOf(uri: Uri, { target, range }: Partial<Counted> = {}): Finding[] {
  const documents = range === undefined ? partsOf(uri) : [uri];
  const within = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return documents.flatMap((document) =>
    languages
      .getDiagnostics(document)
      .filter((one) => one.source === 'portolan' && (within?.contains(one.range) ?? true) && isFor(one, target))
      .sort((a, b) => a.range.start.compareTo(b.range.start))
      .map((diagnostic) => ({ uri: document, diagnostic })),
  );
}

function partsOf(uri: Uri): Uri[] {
  for (const notebook of workspace.notebookDocuments) {
    const cells = notebook.getCells().map(({ document }) => document.uri);
    if (cells.some((cell) => cell.toString() === uri.toString())) return cells;
  }
  return [uri];
}

/** What is said of no target is said for all. */
function isFor(diagnostic: Diagnostic, target: string | undefined): boolean {
  const { data } = diagnostic as { readonly data?: { readonly targets?: readonly string[] } };
  const targets = data?.targets ?? [];
  return target === undefined || targets.length === 0 || targets.includes(target);
}

/** @param target as messages call it, where the finding is shown for one */
function itemOf(finding: Finding, target: string | undefined): FindingItem {
  const { range, message, code, severity } = finding.diagnostic;
  const rule = typeof code === 'object' ? code.value : code;
  return {
    label: `$(${icons[severity]}) ${l10n.t('line {0}', range.start.line + 1)} · ${rule}`,
    detail: lineFor(target, message.split('\n')),
    finding,
  };
}

/** What is said for the target: `[SC11 FP300, Ascend 910B2] .cuda() asks for a CUDA device`. */
function lineFor(target: string | undefined, lines: readonly string[]): string {
  const own = lines.find((line) =>
    /^\[(.*?)\]/
      .exec(line)?.[1]
      ?.split(', ')
      .includes(target ?? ''),
  );
  return own?.replace(/^\[.*?\] /, '') ?? lines[0] ?? '';
}

const icons: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'lightbulb',
};

async function show({ uri, diagnostic }: Finding): Promise<void> {
  await commands.executeCommand('vscode.open', uri, { selection: diagnostic.range });
}

async function showPanel(): Promise<void> {
  await commands.executeCommand('workbench.actions.view.problems');
}
