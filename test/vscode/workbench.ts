import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { inRepository } from '../harness/repository';

const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** A Chromium on this machine. */
export function chromiumPath(): string | undefined {
  return candidates.find((file) => file !== undefined && existsSync(file));
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/** VS Code's workbench in a browser, driven as a user would. */
export class Workbench {
  /** What the workbench and extensions in it said on the browser's console, ordinary messages aside. */
  readonly console: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() !== 'log' && !/bindings file|watchdog/.test(message.text()))
        this.console.push(`${message.type()}: ${message.text().slice(0, 500)}`);
    });
  }

  static async open(language: 'en' | 'zh-cn' = 'en'): Promise<Workbench> {
    const executablePath = chromiumPath();
    if (executablePath === undefined) throw new Error('no Chromium');
    const browser = await chromium.launch({ executablePath, headless: true, args: quiet });
    const context = await browser.newContext({
      viewport: { width: 1400, height: 880 },
      locale: language === 'en' ? 'en-US' : 'zh-CN',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    if (language !== 'en') {
      await page.addInitScript((value) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: value }), language);
    }
    return new Workbench(browser, page);
  }

  async openFolder(url: string, folder: string): Promise<void> {
    await this.page.goto(`${url}/?folder=${encodeURI(folder)}`);
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  }

  file(name: string): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  }

  /** Opens a model from the explorer, when the extension is there: until then VS Code has no editor for it. */
  async openModel(name: string): Promise<void> {
    await this.statusItem('SC11 FP300').waitFor();
    await this.file(name).dblclick();
    await this.line('ir_version').waitFor();
  }

  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: name });
  }

  line(text: string): Locator {
    return this.page.locator('.view-line', { hasText: text });
  }

  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  quickPickRow(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  problem(text: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text });
  }

  lens(text: string | RegExp): Locator {
    return this.page.locator('.codelens-decoration a', { hasText: text });
  }

  get notifications(): Locator {
    return this.page.locator('.notification-toast');
  }

  /** Runs a command by its title in the palette. An editor that opens late can close the palette: it is tried again. */
  async command(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await attempts(5, async () => {
      await this.page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: 3000 });
      await this.quickPickRow(title).first().click({ timeout: 3000 });
    });
  }

  /** A picture for a person to look at, in out/screenshots. */
  async screenshot(name: string): Promise<void> {
    const folder = inRepository('out', 'screenshots');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Waits until something holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return;
    await setTimeout(100);
  }
  throw new Error(`waited in vain until ${condition}`);
}

/** Does something until it works: the workbench drops what comes while it is busy with something else. */
export async function attempts<T>(most: number, action: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await action();
    } catch (error) {
      if (tries === most) throw error;
    }
  }
}
