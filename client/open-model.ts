import {
  commands,
  l10n,
  TabInputCustom,
  TabInputText,
  type TextDocumentShowOptions,
  Uri,
  window,
  workspace,
} from 'vscode';
import { isModel, modelOf, reportOf, textScheme, textViewOf } from './model-uri';

/** Opens the text view of a model: the one given, or the one that is shown, or one that the user chooses. */
export async function openText(target?: Uri | string): Promise<void> {
  const model = await chosenModel(target);
  if (model !== undefined) await openTextIn(model, { preview: false });
}

export async function openTextIn(model: Uri, options: TextDocumentShowOptions): Promise<void> {
  const document = await workspace.openTextDocument(textViewOf(model));
  await window.showTextDocument(document, options);
}

/**
 * Gives the text view to models that were opened before the editor knew of us, and that it shows as unreadable text. Only
 * called at the start: whoever reopens a model in the plain text editor later wants it there.
 */
export async function takeOverOpenModels(): Promise<void> {
  for (const tab of window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
    const { input, isActive, isPreview: preview, group } = tab;
    if (!(input instanceof TabInputText) || input.uri.scheme === textScheme || !isModel(input.uri)) continue;
    await openTextIn(input.uri, { viewColumn: group.viewColumn, preview, preserveFocus: !isActive });
    await window.tabGroups.close(tab);
  }
}

/** Opens the report of a model as a page. */
export async function openReport(target?: Uri | string): Promise<void> {
  const model = await chosenModel(target);
  if (model !== undefined) await commands.executeCommand('markdown.showPreview', reportOf(model));
}

async function chosenModel(target: Uri | string | undefined): Promise<Uri | undefined> {
  const given = typeof target === 'string' ? Uri.parse(target, true) : target instanceof Uri ? target : shownModel();
  if (given?.scheme === textScheme) return modelOf(given);
  if (given !== undefined && isModel(given)) return given;
  const models = await workspace.findFiles('**/*.onnx', '**/node_modules/**', 1000);
  const items = models.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  const placeHolder = items.length === 0 ? l10n.t('No .onnx file in this workspace') : l10n.t('Choose a model');
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked?.uri;
}

function shownModel(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
}
