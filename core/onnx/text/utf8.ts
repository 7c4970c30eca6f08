const encoder = new TextEncoder();

/**
 * The bytes of a text. The inverse of how names are decoded from a file: a lone surrogate U+DC80..U+DCFF stands for
 * the byte 0x80..0xFF that was not valid UTF-8.
 */
export function encodeText(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const parts = [...text].map((character) => {
    const code = character.charCodeAt(0);
    return character.length === 1 && code >= 0xdc80 && code <= 0xdcff
      ? Uint8Array.of(code - 0xdc00)
      : encoder.encode(character);
  });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
