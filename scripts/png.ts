/** CRC-32 as PNG and zip use it (ISO 3309, polynomial 0xEDB88320). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4). */
export function deflateStored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  const longest = 0xffff;
  for (let start = 0; start < bytes.length; start += longest) {
    const block = bytes.subarray(start, start + longest);
    const frame = Buffer.alloc(5);
    frame.writeUInt8(start + longest >= bytes.length ? 1 : 0, 0);
    frame.writeUInt16LE(block.length, 1);
    frame.writeUInt16LE(~block.length & 0xffff, 3);
    parts.push(frame, block);
  }
  const check = Buffer.alloc(4);
  check.writeUInt32BE(adler32(bytes));
  return Buffer.concat([...parts, check]);
}

/** RFC 1950, chapter 8. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
