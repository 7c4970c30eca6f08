/** Google's TPUs are called like Sophgo's. Whether a script is about theirs: it runs by XLA, or by what is built on JAX. */
export function isAboutGooglesTpu(text: string): boolean {
  return /xla|\b(?:jax|torchax|tpu_inference|pallas)\b/i.test(text);
}
