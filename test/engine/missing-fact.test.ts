import { expect, it } from 'vitest';
import { MissingFactError } from '../../src/engine/index.ts';

it('a fact that is missing is an error that names the promise, the fact and the values that it may have', () => {
  const error = new MissingFactError('Gold', 'respond', 'impact', ['all', 'some']);
  expect([error.name, error.fact, error.values]).toEqual(['MissingFactError', 'impact', ['all', 'some']]);
  expect(error.message).toBe(
    'what `Gold` promises of `respond` depends on `impact` (all or some), which the ticket does not say',
  );
});
