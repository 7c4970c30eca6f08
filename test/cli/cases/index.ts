import type { Case } from './case';
import { configured } from './configuration';
import { help } from './help';
import { lint } from './lint';
import { ops } from './ops';
import { others } from './other-commands';
import { reports } from './reports';

export type { Case } from './case';

export const cases: readonly Case[] = [...help, ...lint, ...configured, ...reports, ...ops, ...others];
