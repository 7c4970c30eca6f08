/**
 * The syntax of a Python text, free of the parser that made it. Spans are UTF-16 offsets, the end excluded; that of an
 * expression in parentheses has them in it.
 */
export interface Span {
  start: number;
  end: number;
}

/**
 * Room in the nodes that are asked for most for what was found out about them, by whoever the syntax was read for: a map of all
 * of them costs more than looking some up again. The parser makes the room, so that all nodes of a kind have one shape.
 */
export interface Remembering {
  remembered?: unknown;
}
