import { expect, test } from 'vitest';
import { checkText } from '../check/findings.ts';

function helpAmong(count: number): string | null | undefined {
  const calendars = Array.from({ length: count }, (_, i) => `calendar Number${i} = 24x7`);
  const plan = 'plan Basic {\n  coverage resolve in Elsewhere\n}\n';
  const { findings } = checkText(`${calendars.join('\n')}\n${plan}`);
  return findings.find(({ code }) => code === 'names/unknown')?.help;
}

test('a name that is not known is answered by the names that are, and in a long contract by some of them', () => {
  expect(helpAmong(2)).toBe('known are `Number0`, `Number1`');
  expect(helpAmong(24)).toMatch(/`Number23`$/);
  expect(helpAmong(300)).toMatch(/^known are `Number0`, .*`Number23` and 276 more$/);
});
