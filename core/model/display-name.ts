/** Longest name shown to a person; a node's name may have ten million characters. */
const longestShown = 200;

/**
 * A name from a file, fit to be shown: bytes that were not UTF-8 as U+FFFD, control and bidirectional characters made
 * visible, long names cut. Callers still escape it for the medium (markdown, HTML).
 */
export function displayName(name: string): string {
  const cut = name.length > longestShown ? `${name.slice(0, longestShown)}…(${name.length})` : name;
  return cut
    .toWellFormed()
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
