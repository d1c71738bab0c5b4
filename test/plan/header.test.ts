import { expect, test } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';

const CONTRACT = `contract "Desk" version "2" {
  provider   "Desk Ltd"
  customer   "the subscriber"
  effective  2026-01-01 until 2026-12-31 in Europe/Berlin
}

facts {
  impact  one of all, some
}

severities {
  P1  "nobody can work"  when impact = all
  P2  "anything else"    otherwise
}

regions by site {
  Berlin  zone Europe/Berlin  holidays none
}
`;

const plan = lower(checkText(CONTRACT).contract);

test('a compiled plan says between whom it holds, and from when to when', () => {
  expect(plan.parties).toEqual([
    { role: 'provider', name: 'Desk Ltd' },
    { role: 'customer', name: 'the subscriber' },
  ]);
  expect(plan.effective).toEqual({ from: '2026-01-01', to: '2026-12-31', zone: 'Europe/Berlin' });
});

test('a compiled plan says by which facts a ticket is graded, and by which its region is known', () => {
  expect(plan.severities.map(({ name, when }) => [name, when])).toEqual([
    ['P1', { kind: 'compare', fact: 'impact', operator: '=', value: 'all' }],
    ['P2', { kind: 'otherwise' }],
  ]);
  expect(plan.regionKey).toBe('site');
});
