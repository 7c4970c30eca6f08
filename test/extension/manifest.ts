import { readFileSync } from 'node:fs';
import { inRepository } from '../harness/repository';

/** The parts of package.json that the tests look at. */
export interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly default: unknown;
            readonly enum?: unknown[];
            readonly items?: { enum?: unknown[] };
            readonly additionalProperties?: { enum?: unknown[] };
          }
        >
      >;
    };
    readonly problemMatchers: readonly {
      readonly pattern: { readonly regexp: string } & Readonly<
        Record<'severity' | 'file' | 'code' | 'message', number>
      >;
    }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly completionEvents?: readonly string[] }[];
    }[];
  };
}

export function readJson<T>(...file: string[]): T {
  return JSON.parse(readFileSync(inRepository(...file), 'utf8'));
}

export const manifest = readJson<Manifest>('package.json');
