/** Whether the PyTorch release `release` (`2.8`, `2.10.0`) is `since` or a later one. */
export function isAtLeast(release: string, since: string): boolean {
  const [a, b] = [release, since].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0));
  const [major = 0, minor = 0] = a!;
  const [sinceMajor = 0, sinceMinor = 0] = b!;
  return major !== sinceMajor ? major > sinceMajor : minor >= sinceMinor;
}
