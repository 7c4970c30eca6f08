/** Where a file lies, as seen from another one: `../ops/kernels.py`. Separators are slashes. */
export function pathFrom(file: string, other: string): string {
  const folders = file.split(/[\\/]/).slice(0, -1);
  const parts = other.split(/[\\/]/);
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared += 1;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
