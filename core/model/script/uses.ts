import type { TextSpan } from '../place';
import type { ScriptPlace } from './script-place';
import type { Certainty, ValueFact } from './value-fact';

export interface ArgumentFact {
  /** The keyword; absent for a positional argument. */
  readonly keyword?: string | undefined;
  /** `*args` or `**kwargs`: what it passes is not known. */
  readonly splat?: '*' | '**' | undefined;
  /** Of the whole argument, keyword included. */
  readonly span: TextSpan;
  /** Of the value alone. */
  readonly valueSpan: TextSpan;
  readonly value: ValueFact;
  /** Of `trainer_defaults={...}`, arguments for another call: its entries, each with its key as the keyword. */
  readonly entries?: readonly ArgumentFact[] | undefined;
}

/**
 * A call of a function outside the workspace (`torch.zeros(...)`, by its canonical name), or of a method
 * (`x.cuda()`: see {@link receiver}).
 */
export interface CallFact extends ScriptPlace {
  /**
   * The canonical qualified name: `torch.nn.functional.relu` for `F.relu`; `torch.Tensor.cuda` for a method of a tensor,
   * `torch.nn.Module.cuda` for one of a module; `?.cuda` where the receiver is unknown.
   */
  readonly name: string;
  readonly certainty: Certainty;
  /** Of what is called: `torch.cuda.empty_cache` without its arguments. */
  readonly calleeSpan: TextSpan;
  /** Of the last name alone. */
  readonly nameSpan: TextSpan;
  readonly arguments: readonly ArgumentFact[];
  /** Between the parentheses, both excluded. */
  readonly argumentsSpan: TextSpan;
  /** The method's object; absent for functions. */
  readonly receiver?: { readonly span: TextSpan; readonly value: ValueFact } | undefined;
  /** What it returns. */
  readonly result: ValueFact;
  /** Whether it is the item of a `with`, a decorator, or stands alone as a statement. */
  readonly role: 'with' | 'decorator' | 'statement' | 'value';
}

/**
 * A use, without a call, of something outside the workspace: `torch.float64`, `F.relu` as an argument, `x.is_cuda`. A name
 * that was assigned such a thing is told where it was assigned; of attributes of what is unknown (`?.is_cuda`) only those
 * are listed that a tensor has.
 */
export interface ReferenceFact extends ScriptPlace {
  /** As {@link CallFact.name}. */
  readonly name: string;
  readonly certainty: Certainty;
  readonly nameSpan: TextSpan;
  readonly receiver?: { readonly span: TextSpan; readonly value: ValueFact } | undefined;
  /** `store`: the target of an assignment (`torch.backends.cudnn.benchmark = True`), whose value is {@link assigned}. */
  readonly use: 'load' | 'store' | 'annotation' | 'decorator' | 'base';
  readonly assigned?: ValueFact | undefined;
}

/** One imported name: `import torch.nn as nn`, `from torch import nn`. */
export interface ImportFact extends ScriptPlace {
  /** What is imported, canonical where it is known: `torch.nn`. Relative imports begin with dots. */
  readonly name: string;
  /** What it is called here; `*` for a star import. */
  readonly alias: string;
  readonly style: 'import' | 'from';
  /** Its first package. */
  readonly package: string;
  /** The package belongs to the workspace itself. */
  readonly firstParty: boolean;
  /** Of this name and its alias alone. */
  readonly nameSpan: TextSpan;
  /** Whether the name is used in this file. */
  readonly used: boolean;
}
