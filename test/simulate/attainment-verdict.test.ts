import { expect, test } from 'vitest';
import { attainmentVerdict } from '../../src/simulate/attainment-verdict.ts';

const ninety = { numerator: 9, denominator: 10 };

test.each([
  ['lies above what is promised', 0.91, 0.95, 'kept'],
  ['begins at what is promised', 0.9, 0.95, 'kept'],
  ['lies below it', 0.8, 0.85, 'broken'],
  ['ends at it', 0.8, 0.9, 'unclear'],
  ['holds it', 0.85, 0.93, 'unclear'],
])('an attainment whose interval %s', (_, low, high, wanted) => {
  const interval = { kind: 'wilson', centre: (low + high) / 2, low, high, of: 40 } as const;
  expect(attainmentVerdict({ met: 36, judged: 40, interval }, ninety)).toBe(wanted);
});
