import { displayName } from './display-name';
import { canonicalDomain } from './graph';

/** Where an operator stands in a binary model file. */
export interface OperatorPlace {
  /** The path of its graph, see {@link Graph.path}. */
  readonly graph: string;
  /** The node's name; may be empty. */
  readonly node: string;
  /** The node's index in its graph. */
  readonly index: number;
  readonly op: string;
  readonly domain: string;
  /** Offset of the node's message in the file. */
  readonly byteOffset: number;
}

/** Where a value of a graph is declared in a binary model file: an input, or a weight. */
export interface ValuePlace {
  /** The path of its graph, see {@link Graph.path}. */
  readonly graph: string;
  readonly name: string;
  /** Offset of its declaration's message in the file. */
  readonly byteOffset: number;
}

/** A part of a text: UTF-16 offsets, the end excluded. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A place in a notebook, as Jupyter shows it. */
export interface CellPlace {
  /** Of the cell among all cells, from 1. */
  readonly number: number;
  /** In the cell, from 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Of the part of this line that is meant. */
  readonly length: number;
  /** The whole line. */
  readonly text: string;
}

/** An operator's type with its domain, as a person reads it: `Conv`, `com.microsoft.Attention`. */
export function operatorType({ op, domain }: Pick<OperatorPlace, 'op' | 'domain'>): string {
  return displayName(canonicalDomain(domain) === '' ? op : `${domain}.${op}`);
}
