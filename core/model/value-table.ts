import type { Graph } from './graph';

/** How many names of the file may come to an operator of the graph for a table to have room for all of them. */
const namesPerOperator = 8;

/**
 * An empty table of something about a graph's values, by the ids of their names. An array for the graph that most names
 * are of; of the many small graphs of a file each knows a few ids among all, and V8 keeps such an array as a hash table.
 */
export function valueTable<T>({ names, operators }: Graph): (T | undefined)[] {
  return operators.length * namesPerOperator >= names.size ? new Array(names.size) : [];
}
