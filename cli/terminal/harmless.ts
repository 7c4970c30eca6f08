/**
 * A text with its control and bidirectional characters made visible, line breaks aside: whatever a message quotes from a
 * file, it gives no orders to a terminal.
 */
export function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
