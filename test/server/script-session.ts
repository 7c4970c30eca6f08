import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageSession, type SessionOptions } from './language-session';

export const train = `import torch
from torch import nn


class Net(nn.Module):
    def forward(self, x):
        return x.cuda()


y = torch.zeros(8)
print(y.cuda())
`;
export const ported = train.replaceAll('.cuda()', '.cpu()');
export const onAscend: SessionOptions = { settings: { targets: ['ascend-910b2'] } };
export const code = 'torch/cuda-call';

/** The position of the first letter of `wanted` in `text`. */
export function positionOf(text: string, wanted: string) {
  const before = text.slice(0, text.indexOf(wanted)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

export async function opened(context: Parameters<typeof LanguageSession.start>[0], text = train, options = onAscend) {
  const session = await LanguageSession.start(context, options);
  const uri = session.uri('train.py');
  await session.open(uri, text);
  return { session, uri };
}

export const actionsAt = (session: LanguageSession, uri: string, text: string, wanted: string, only?: string[]) => {
  const start = positionOf(text, wanted);
  return session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
};

export const edited = (text: string, uri: string, action: CodeAction | undefined) => {
  const edits = action?.edit?.changes?.[uri];
  assert.ok(edits !== undefined, `no edit in ${JSON.stringify(action)}`);
  return TextDocument.applyEdits(TextDocument.create(uri, 'python', 0, text), edits);
};

export const kernel = `import triton


@triton.jit
def add(x, y):
    pass
`;
export const launching = `import torch
from kernels import add

x = torch.zeros(8)
add[(1,)](x, x)
`;
