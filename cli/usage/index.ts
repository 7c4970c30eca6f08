import type { Command } from './command';
import { estimate } from './estimate';
import { explain } from './explain';
import { lint } from './lint';
import { ops } from './ops';
import { report } from './report';
import { rules } from './rules';
import { targets } from './targets';
import { text } from './text';

export type { Command } from './command';

export const commands: readonly Command[] = [lint, report, ops, estimate, text, explain, targets, rules];
