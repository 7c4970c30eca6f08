import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { inRepository } from '../harness/repository';
import { modelBytes } from './language-session';
import { mixedModel } from './models';
import { serverBundle } from './server-bundle';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

/** The configuration that docs/editors.md gives to users. */
function documentedConfiguration(): string {
  const page = readFileSync(inRepository('docs', 'editors.md'), 'utf8');
  const [, lua] = /```lua\n([\s\S]*?)```/.exec(page) ?? [];
  assert.ok(lua, 'docs/editors.md has a Lua block');
  return lua;
}

/** What newer versions have of their own: `vim.lsp.start`, for Neovim before 0.8. */
const shim = `
vim.lsp.start = vim.lsp.start or function(config, options)
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(options.bufnr, id)
  return id
end
`;

const questions = `
local ok, message = pcall(function()
  vim.cmd('edit mixed.onnx')
  local line
  assert(vim.wait(60000, function()
    for index, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
      if text:find('Mystery', 1, true) then line = index end
    end
    return line ~= nil
  end), 'no text')
  assert(vim.wait(60000, function()
    for _, each in ipairs(vim.diagnostic.get(0)) do
      if each.lnum == line - 1 and each.code == 'onnx/unsupported-operator' then return true end
    end
  end), 'no finding on the line')
  local text = vim.api.nvim_buf_get_lines(0, line - 1, line, false)[1]
  vim.api.nvim_win_set_cursor(0, { line, (text:find('Mystery', 1, true)) })
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 60000)
  for _, answer in pairs(answers) do io.stdout:write(answer.result.contents.value .. '\\n') end
end)
if not ok then io.stdout:write('FAIL ' .. tostring(message) .. '\\n') end
vim.cmd(ok and 'qa!' or 'cq!')
`;

test('Neovim, set up as the documentation says, shows a model with its findings', {
  skip: !hasNeovim && 'NOT RUN: no nvim',
}, async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-neovim-'));
  try {
    writeFileSync(path.join(folder, 'mixed.onnx'), modelBytes(mixedModel));
    const server = JSON.stringify(await serverBundle());
    const configuration = documentedConfiguration().replace(
      "{ 'portolan-language-server' }",
      `{ 'node', ${server}, '--stdio' }`,
    );
    writeFileSync(path.join(folder, 'init.lua'), shim + configuration + questions);
    const { stdout, stderr, status } = spawnSync(
      'nvim',
      ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', 'luafile init.lua'],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: 240_000,
      },
    );
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /Mystery/);
    assert.match(stdout, /SC11 FP300/);
    assert.doesNotMatch(stdout, /\$\(|command:/, 'icons and commands are for our own extension');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
