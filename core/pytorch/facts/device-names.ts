/** The devices and backends that tie a script to NVIDIA's parts. */
const deviceText = /^cuda(?=$|:)/;
const backendText = /(?<=^|[:,])nccl(?=$|,)/;

/** Characters of `cuda` and `nccl`. */
export const shortestName = 4;

export interface DeviceName {
  readonly start: number;
  readonly end: number;
  readonly about: 'device' | 'backend';
}

/** Where in a text the device's or backend's name stands. */
export function deviceNameIn(text: string): DeviceName | undefined {
  if (deviceText.test(text)) return { start: 0, end: 4, about: 'device' };
  const backend = text.includes('nccl') ? backendText.exec(text) : null;
  return backend ? { start: backend.index, end: backend.index + 4, about: 'backend' } : undefined;
}
