import { expect, test } from 'vitest';
import { call, DESK } from './call.ts';

test('a contract that is named in place of a simulation is told once to be none', async () => {
  const { code, out, err } = await call(['simulate', DESK]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('the file has no `simulation`');
  expect(err).toMatch(/\n1 error\n/);
});
