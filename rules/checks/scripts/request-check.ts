import type { TextSpan } from '../../../core/model';

/** `device == "cuda"`, `device.startswith("cuda")`, `"cuda" in device`. */
const asked = String.raw`(?:[\w.]+(?:\(\w+\))?\s*==\s*["']cuda(?::\d+)?["']|[\w.]+(?:\(\w+\))?\.startswith\(["']cuda["']\)|["']cuda["']\s+in\s+[\w.]+(?:\(\w+\))?)`;
const missing = String.raw`not\s+[\w.]*cuda\.is_available\(\)`;
const check = new RegExp(`${asked}\\s+and\\s+${missing}|${missing}\\s+and\\s+${asked}`, 'g');
/** The parts of such a check stand no further apart. */
const reach = 160;

/**
 * Whether a question is a part of `device == "cuda" and not torch.cuda.is_available()`: whether CUDA is there for who has asked
 * for it. On another device nobody has, and nothing hangs on the answer.
 */
export function checksRequest({ start, end }: TextSpan, text: string): boolean {
  const from = Math.max(0, start - reach);
  return [...text.slice(from, end + reach).matchAll(check)].some(
    ({ 0: whole, index }) => from + index <= start && end <= from + index + whole.length,
  );
}
