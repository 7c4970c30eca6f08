import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCudaSource } from '../../core/porting-report';

test('kernels of a CUDA source: names, lines, launches; declarations and comments are none', () => {
  const text = `#include <cuda.h>
// __global__ void commented() {}
__global__ void declared(float *x);
/* __global__ void hidden() { } */
template <typename T>
__global__ __launch_bounds__(Traits::threads, 2) void scale_kernel(T *x, int n) {
  if (n > 0) { x[0] *= 2; }
}
__global__ void declared(float *x) { *x = 1; }
void run(float *x) {
  scale_kernel<float><<<1, 256>>>(x, 8);
  scale_kernel<<<1, 256>>>(x, 8);
  declared<<<1, 1, 0, stream>>>(x);
}
`;
  const { lines, kernels } = readCudaSource('a/scale.cu', text);
  assert.equal(lines, 15);
  assert.deepEqual(kernels, [
    { name: 'scale_kernel', line: 6, lines: 3, launches: 2 },
    { name: 'declared', line: 9, lines: 1, launches: 1 },
  ]);
});

test('a source that ends in the middle, and one of brackets alone, are read in time', () => {
  assert.deepEqual(readCudaSource('a.cu', '__global__ void f(int x) { {').kernels, [
    { name: 'f', line: 1, lines: 1, launches: 0 },
  ]);
  const texts = [
    '__global__ '.repeat(50_000),
    '__global__ void f('.repeat(20_000),
    '<'.repeat(200_000),
    '/*'.repeat(200_000),
    'a '.repeat(200_000),
    `a${' '.repeat(200_000)}`,
    '}'.repeat(200_000),
  ];
  for (const text of texts) assert.deepEqual(readCudaSource('a.cu', text).kernels, []);
  assert.equal(readCudaSource('a.cu', '__global__ void f() {\n'.repeat(20_000)).kernels.length, 20_000);
});

test('a kernel behind macros and attributes, with a function among its parameters, and under a condition', () => {
  const text = `__global__ void BOUNDS(256) __cluster_dims__(2, 1, 1)
f(int (*visit)(int), float x) {
#if ARCH >= 900
  if (x > 0) {
#else
  {
#endif
  }
}
__global__ void g() { }
__global__ void macro;
`;
  assert.deepEqual(
    readCudaSource('a.cu', text).kernels.map(({ name, line }) => [name, line]),
    [
      ['f', 1],
      ['g', 10],
    ],
  );
});
