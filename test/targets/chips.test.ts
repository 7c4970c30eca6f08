import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import Ajv from 'ajv';
import { allChips, allTargets, chipOf, deviceMemory, findTarget } from '../../core/targets';
import { inRepository } from '../harness/repository';

const GiB = 2 ** 30;
const readJson = (...parts: string[]) => JSON.parse(readFileSync(inRepository(...parts), 'utf8'));
const files = (folder: string) => readdirSync(inRepository('rules', folder)).filter((file) => file.endsWith('.json'));

describe('rules/chips and rules/products', () => {
  const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
  const chip = ajv.compile(readJson('rules/schema/chip.schema.json'));
  const product = ajv.compile(readJson('rules/schema/product.schema.json'));
  for (const [folder, validate] of [
    ['chips', chip],
    ['products', product],
  ] as const) {
    for (const file of files(folder)) {
      test(`${folder}/${file} follows its schema and names evidence that it has`, () => {
        const table = readJson('rules', folder, file);
        const isValid: boolean = validate(table);
        assert.ok(isValid, JSON.stringify(validate.errors));
        assert.equal(table.id, path.basename(file, '.json'));
        for (const index of evidenceIndices(table)) assert.ok(table.sources[index] !== undefined, `source ${index}`);
      });
    }
  }

  test('a row without evidence is refused', () => {
    const table = readJson('rules/chips/sophgo-bm1690.json');
    for (const broken of [
      { ...table, evidence: [] },
      { ...table, memoryBytes: { value: 1 } },
      { ...table, peak: { f16: { value: 100, evidence: [] } } },
    ]) {
      assert.equal(chip(broken), false);
    }
  });
});

function evidenceIndices(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'evidence' ? (member as number[]) : evidenceIndices(member),
  );
}

describe('targets', () => {
  test('every target has a chip, a name in both languages, and evidence', () => {
    assert.equal(allTargets().length, files('products').length);
    assert.equal(allChips().length, files('chips').length);
    for (const target of allTargets()) {
      assert.equal(findTarget(target.id), target);
      assert.equal(chipOf(target).vendor, target.vendor);
      assert.ok(target.evidence.every(({ source, version, where }) => source && version && where));
    }
    assert.equal(findTarget('__proto__'), undefined);
  });

  // Figures that others published: the vendor's filing, Huawei's performance model, shallowsim, FlashMLA (H800).
  const published: readonly [id: string, devices: number, bytes: number, bandwidth: number, f16: number][] = [
    ['sophgo-sc11-fp300', 2, 128 * GiB, 546.1e9, 100],
    ['sophgo-bm1684x', 1, 16 * GiB, 68e9, 16],
    ['ascend-910b2', 1, 64 * GiB, 1.6 * 2 ** 40, 353.9],
    ['ascend-910b4', 1, 32 * GiB, 0.8 * 2 ** 40, 245.8],
    ['ascend-910c', 2, 64 * GiB, 1.6 * 2 ** 40, 353.9],
    ['ascend-atlas-300i-duo', 2, 48e9, 204e9, 69.5],
    ['nvidia-h20', 1, 96 * GiB, 4e12, 148],
    ['nvidia-h800', 1, 80 * GiB, 3.35e12, 989],
    ['nvidia-h200', 1, 141 * GiB, 4.8e12, 989],
  ];
  for (const [id, devices, bytes, bandwidth, f16] of published) {
    test(`${id}: devices, memory, bandwidth and 16-bit rate as published`, () => {
      const target = findTarget(id);
      assert.ok(target);
      const memory = deviceMemory(target);
      assert.equal(target.devices, devices);
      assert.equal(memory.bytes?.value, bytes);
      assert.ok(Math.abs(memory.bandwidth!.value - bandwidth) < 1);
      assert.equal(chipOf(target).peak.f16?.value, f16);
    });
  }

  test('an SC11 FP300 leaves 120.5 GiB of each chip to a model', () => {
    assert.equal(deviceMemory(findTarget('sophgo-sc11-fp300')!).usableBytes?.value, 120.5 * GiB);
  });

  const lacking: readonly [id: string, lacks: readonly string[]][] = [
    ['sophgo-bm1684', ['bf16', 'f16', 'fp8', 'int4']],
    ['sophgo-bm1690', []],
    ['sophgo-cv183x', ['f16', 'f32', 'fp8', 'int4']],
    ['ascend-310p3', ['bf16', 'f64', 'fp8']],
    ['ascend-910b2', ['f64', 'fp8']],
    ['ascend-910c', ['f64', 'fp8']],
    ['ascend-950', ['f64', 'int4']],
  ];
  for (const [id, lacks] of lacking) {
    test(`${id} lacks ${lacks.join(', ') || 'nothing known'}`, () => {
      assert.deepEqual(Object.keys(chipOf(findTarget(id)!).lacks).sort(), lacks);
    });
  }
});
