import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mergeSettings, type Settings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScript } from '../../core/lint/script';
import type { Finding, ShimName } from '../../core/model';
import { findRule } from '../../rules/checks';
import { annotatedScript, commentOf } from '../harness/annotated-script';
import { readExample } from '../harness/example-script';
import { inRepository } from '../harness/repository';

/*
 * Every rule about scripts is tried on both vendors, guarded, in a ported region and under a shim: by examples of its own, or
 * by what its bad examples say when they are put into such surroundings.
 */

interface Example {
  readonly name: string;
  readonly text: string;
  readonly settings: Settings;
}

const vendors = ['ascend', 'sophgo'] as const;
const shims: Readonly<Record<(typeof vendors)[number], ShimName>> = {
  ascend: 'transfer_to_npu',
  sophgo: 'torch_tpu adaptor',
};

/** Examples that a rule cannot have, and why. */
const without: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bfloat16: { 'bad sophgo': 'every Sophgo chip that torch_tpu runs on computes in bfloat16' },
  'channels-last': { 'bad sophgo': 'no source says what torch_tpu does with that format' },
  'jit-script': { 'bad sophgo': "what it finds is transfer_to_npu's doing" },
};

/** Rules whose findings a region for the target does not keep back, and why. */
const toldInPortedRegions: Readonly<Record<string, string>> = {
  'accelerator-api': 'code for any accelerator is what it is about',
};

/** Rules to which a shim makes a difference, which examples of their own show. */
const isUnderShim = ({ settings, text }: Example) =>
  [...settings.shims.values()].some((shim) => shim !== 'none') || text.includes('transfer_to_npu');

function examplesOf(rule: string, kind: 'bad' | 'good'): Example[] {
  const folder = inRepository('rules/checks/torch', rule, 'examples');
  return readdirSync(folder)
    .filter((name) => name.startsWith(kind) && /^[^.]*\.\w+$/.test(name))
    .sort()
    .map((name) => {
      const { text, configuration } = annotatedScript(readFileSync(`${folder}/${name}`, 'utf8'), commentOf(name));
      return { name, text, settings: mergeSettings(readConfiguration(configuration, '/p.json').settings) };
    });
}

function findingsOf(rule: string, { name, text, settings }: Example): readonly Finding[] {
  const { facts, problems, index } = readExample(name, text, inRepository('rules/checks/torch', rule, 'examples'));
  return lintScript(facts, problems, settings, undefined, index).findings.filter(
    (finding) => finding.rule === `torch/${rule}`,
  );
}

const inside = (head: string, text: string) =>
  `${head}\n${text.replaceAll(/^(?=.*\S)/gm, '    ')}`.replace(/\n*$/, '\n');
const isScript = ({ name }: Example) => name.endsWith('.py') && !name.endsWith('setup.py');
const said = (findings: readonly Finding[]) => findings.map(({ severity, target }) => `${severity} ${target}`).sort();

for (const rule of readdirSync(inRepository('rules/checks/torch')).sort()) {
  const bad = examplesOf(rule, 'bad');
  const good = examplesOf(rule, 'good');
  const plain = bad.filter((example) => isScript(example) && !isUnderShim(example));

  test(`torch/${rule} has bad and good examples for both vendors`, () => {
    for (const [kind, examples] of Object.entries({ bad, good })) {
      for (const vendor of vendors) {
        const has = examples.some(({ settings }) => settings.targets.some((target) => target.startsWith(vendor)));
        const excuse = without[rule]?.[`${kind} ${vendor}`];
        assert.ok(has !== (excuse !== undefined), has ? `there is one: ${excuse}` : `no ${kind} example for ${vendor}`);
      }
    }
  });

  test(`torch/${rule} is softened where a failing import is caught`, () => {
    for (const example of plain) {
      const text = `${inside('try:', example.text)}except ImportError:\n    pass\n`;
      const findings = findingsOf(rule, { ...example, text });
      const severe = findings.filter(({ severity }) => severity === 'error' || severity === 'silent');
      assert.deepEqual(said(severe), [], example.name);
    }
  });

  test(`torch/${rule} is quiet in a region for the target`, () => {
    // What such a region shares with CUDA is told in it, too.
    for (const example of plain.filter(({ name }) => !name.endsWith('-shared.py'))) {
      const text = inside('import torch\nif torch.npu.is_available() or torch.tpu.is_available():', example.text);
      const told = said(findingsOf(rule, { ...example, text })).length > 0;
      if (toldInPortedRegions[rule] === undefined) assert.equal(told, false, example.name);
      else if (findingsOf(rule, example).length > 0) assert.ok(told, example.name);
    }
  });

  // What a shim does not touch, it leaves to be told.
  if (![...bad, ...good].some(isUnderShim)) {
    test(`torch/${rule} says the same under a shim, or has examples of what the shim does`, () => {
      for (const example of plain) {
        const on = new Map(
          example.settings.targets.map((target) => [target, shims[target.startsWith('ascend') ? 'ascend' : 'sophgo']]),
        );
        const shimmed = findingsOf(rule, { ...example, settings: { ...example.settings, shims: on } });
        assert.deepEqual(said(shimmed), said(findingsOf(rule, example)), example.name);
      }
    });
  }
}

test('exceptions are about rules that there are', () => {
  for (const rule of [...Object.keys(without), ...Object.keys(toldInPortedRegions)])
    assert.ok(findRule(`torch/${rule}`) !== undefined, rule);
});
