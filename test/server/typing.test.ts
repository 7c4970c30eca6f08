import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Typing } from '../../server/typing';

test('a walk makes room after something was typed, goes on meanwhile, and in full when nobody types', () => {
  let now = 0;
  const typing = new Typing(() => now);
  assert.equal(typing.pause, 0, 'nothing was typed yet');
  typing.happened();
  now += 100;
  assert.ok(typing.pause > 0 && typing.pause < 100);
  now += 200;
  typing.happened();
  now += 300;
  assert.ok(typing.pause > 0, 'it was typed again');
  now += 300;
  assert.equal(typing.pause, 0);
});
