import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installVSCode } from './installation';

export interface Options {
  /** Extensions to install. */
  readonly vsix?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A real VS Code, without a window: a browser shows its workbench. */
export class VSCodeServer {
  private output = '';

  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly data: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        this.output += chunk;
      });
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it printed so far. */
  get log(): string {
    return this.output;
  }

  static async start({ vsix = [], settings = {} }: Options): Promise<VSCodeServer> {
    const main = installVSCode();
    // A new profile each time: VS Code keeps unsaved editors and would bring them back in the next run.
    const data = mkdtempSync(path.join(os.tmpdir(), 'portolan-vscode-'));
    mkdirSync(path.join(data, 'data/User'), { recursive: true });
    writeFileSync(path.join(data, 'data/User/settings.json'), JSON.stringify({ ...quiet, ...settings }));
    const common = [
      '--accept-server-license-terms',
      ...['--server-data-dir', data],
      ...['--extensions-dir', path.join(data, 'extensions')],
      ...['--telemetry-level', 'off'],
    ];
    for (const file of vsix) {
      const install = spawnSync(process.execPath, [main, ...common, '--install-extension', file], { encoding: 'utf8' });
      if (!/successfully installed/.test(install.stdout)) {
        throw new Error(`cannot install ${file}:\n${install.stdout}\n${install.stderr}`);
      }
    }
    const port = await freePort();
    const listen = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
    const child = spawn(process.execPath, [main, ...common, ...listen, '--enable-smoke-test-driver'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a process group of its own, so that its extension hosts end with it
    });
    const server = new VSCodeServer(port, child, data);
    await server.answers();
    return server;
  }

  async stop(): Promise<void> {
    this.signal('SIGTERM');
    await Promise.race([once(this.child, 'exit'), sleep(3000, undefined, { ref: false })]);
    this.signal('SIGKILL');
    rmSync(this.data, { recursive: true, force: true, maxRetries: 3 });
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      const answer = await fetch(this.url).catch(() => undefined);
      if (answer?.ok) return;
      if (this.child.exitCode !== null) break;
      await sleep(100);
    }
    await this.stop();
    throw new Error(`VS Code did not start:\n${this.output}`);
  }

  private signal(name: NodeJS.Signals): void {
    try {
      process.kill(-this.child.pid!, name);
    } catch {
      // It has ended.
    }
  }
}

/** Nothing that asks, pops up or looks around by itself. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'window.menuBarVisibility': 'compact',
  'editor.minimap.enabled': false,
};

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
