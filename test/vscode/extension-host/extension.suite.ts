import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, inFolder as model } from './surroundings';

const unsupported = 'onnx/unsupported-operator';

function view(name: string): vscode.Uri {
  return model(name).with({ scheme: 'portolan-onnx', authority: '' });
}

const found = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).find((each) => codeOf(each) === unsupported);

export function defineTests(): void {
  describe('Portolan in the extension host', () => {
    before(async () => {
      await vscode.extensions.getExtension('portolan.portolan')!.activate();
    });
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('lists the findings of a model that was never opened', async () => {
      const diagnostic = await eventually(() => found(model('mixed.onnx')));
      assert.equal(diagnostic.source, 'portolan');
      assert.equal(diagnostic.relatedInformation?.[0]?.location.uri.scheme, 'portolan-onnx');
      assert.match((diagnostic.code as { target: vscode.Uri }).target.toString(), /^command:portolan\.explainRule/);
    });

    it('opens a model as text, and moves its findings to the lines', async () => {
      await vscode.commands.executeCommand('vscode.open', model('mixed.onnx'));
      const editor = await eventually(() => vscode.window.activeTextEditor);
      assert.equal(editor.document.uri.toString(), view('mixed.onnx').toString());
      assert.equal(editor.document.languageId, 'onnx-text');
      const diagnostic = await eventually(() => found(view('mixed.onnx')));
      assert.equal(editor.document.getText(diagnostic.range), 'Mystery');
      await eventually(() => found(model('mixed.onnx')) === undefined);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('gives a model its findings back when its text is closed', async () => {
      await eventually(() => found(model('mixed.onnx')));
      assert.equal(found(view('mixed.onnx')), undefined);
    });

    it('answers hover, definition, references, symbols, folding and lenses on the text', async () => {
      const uri = view('mixed.onnx');
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const offset = document.getText().indexOf('Conv <');
      const position = document.positionAt(offset);
      const ask = <T>(command: string, ...rest: unknown[]) => vscode.commands.executeCommand<T>(command, uri, ...rest);
      const [hover] = await ask<vscode.Hover[]>('vscode.executeHoverProvider', position);
      assert.match((hover!.contents[0] as vscode.MarkdownString).value, /MACs/);
      const input = document.positionAt(document.getText().indexOf('(x, w)') + 1);
      const [definition] = await ask<vscode.Location[]>('vscode.executeDefinitionProvider', input);
      assert.match(document.lineAt(definition!.range.start.line).text, /float\[1,3,8,8\] x/);
      assert.equal((await ask<vscode.Location[]>('vscode.executeReferenceProvider', input)).length, 2);
      const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
      assert.deepEqual(
        symbols.map(({ name }) => name),
        ['mixed', 'twice'],
      );
      assert.ok((await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider')).length > 3);
      const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 10);
      assert.ok(lenses.some(({ command }) => command?.command === 'portolan.pickTargets'));
    });

    it('follows the settings without a restart', async () => {
      const settings = vscode.workspace.getConfiguration('portolan');
      await eventually(() => found(model('mixed.onnx')));
      await settings.update('rules', { [unsupported]: 'off' }, vscode.ConfigurationTarget.Workspace);
      await eventually(() => found(model('mixed.onnx')) === undefined);
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      await eventually(() => found(model('mixed.onnx')));
    });

    it('shows a changed model anew', async () => {
      const document = await vscode.workspace.openTextDocument(view('plain.onnx'));
      await vscode.window.showTextDocument(document);
      assert.match(document.getText(), /Relu/);
      await vscode.workspace.fs.copy(model('mixed.onnx'), model('plain.onnx'), { overwrite: true });
      await eventually(() => /Mystery/.test(document.getText()));
    });

    it('explains a rule, and serves every command that it contributes', async () => {
      const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(`portolan-rule:/${unsupported}.md`));
      assert.match(page.getText(), /^# /);
      const commands = await vscode.commands.getCommands(true);
      const { contributes } = vscode.extensions.getExtension('portolan.portolan')!.packageJSON;
      for (const { command } of contributes.commands) assert.ok(commands.includes(command), command);
    });

    it('restarts its language server', async () => {
      await vscode.commands.executeCommand('portolan.restartServer');
      const document = await vscode.workspace.openTextDocument(view('mixed.onnx'));
      assert.match(document.getText(), /Mystery/);
    });
  });
}
