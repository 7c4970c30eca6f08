import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

const format = { formattingOptions: { insertSpaces: true, tabSize: 2 } };

/** Sets one key of a configuration file, with its comments and formatting kept. */
export function setInConfiguration(uri: string, text: string, path: JSONPath, value: unknown): WorkspaceEdit {
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const edits = modify(text, path, value, { ...format, isArrayInsertion: path.at(-1) === -1 });
  return {
    changes: {
      [uri]: edits.map(({ offset, length, content }) => ({
        range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
        newText: content,
      })),
    },
  };
}

/** The text of a new configuration file with one key. */
export function newConfiguration(path: JSONPath, value: unknown): string {
  return `${applyEdits('{}', modify('{}', path, value, { ...format, isArrayInsertion: path.at(-1) === -1 }))}\n`;
}
