import { expect, test } from 'vitest';
import { clocks, tell } from './story.ts';

const CONTRACT = `contract "Desk" version "1" { zone Europe/Berlin }
severities { P1 "nobody can work" }
state "with an agent" "somebody works on it"
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
clock resolve {
  starts on opened
  stops on resolved
  counts only while "with an agent"
  reopen within 2 business days ending at close in B continues, met is withdrawn
}
plan Basic {
  targets {
        resolve
    P1  4 h in B
  }
}
`;

test('a pause that went on when a ticket closed is over with it, and does not go on under the one after reopening', () => {
  // 08:00 to 08:30 in Berlin, before the desk opens: nothing that a pause took out would have counted.
  const verdict = tell(CONTRACT, [
    ['2026-03-26T07:00:00.000Z', 'opened', { severity: 'P1' }],
    ['2026-03-26T07:00:00.000Z', 'closed'],
    ['2026-03-26T07:00:00.001Z', 'reopened'],
    ['2026-03-26T07:30:00.000Z', 'closed'],
  ]);
  expect(clocks(verdict)).toEqual(['cancelled by 2026-03-26T12:00:00Z']);
});
