import { describe, expect, test } from 'vitest';
import { createSourceFile } from '../../src/text/source.ts';
import { loadContractFrom } from '../../src/workspace/load.ts';
import { briefly } from '../check/findings.ts';

async function findingsOf(calendars: string): Promise<readonly string[]> {
  const text = `contract "Desk" version "1" { effective 2026-01-01 in Europe/Berlin; binds by opened }
severities { P1 "every ticket" }
calendar Day { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
calendar Night { zone Europe/Berlin; open Mon..Fri 17:00-24:00; holidays none }
calendar Local { zone of customer; open Mon..Fri 09:00-17:00; holidays none }
${calendars}
`;
  const { diagnostics } = await loadContractFrom(createSourceFile('desk.plan', text));
  return briefly(diagnostics).filter((line) => line.startsWith('calendar/never-open'));
}

describe('a calendar of which its parts leave nothing', () => {
  test.each([
    ['calendar Cover = Day except Day'],
    ['calendar Cover = Day and Night'],
    ['calendar Cover = (Day and Night) or (Night except 24x7)'],
  ])('%s', async (line) => {
    expect(await findingsOf(line)).toEqual([`calendar/never-open @ ${line}`]);
  });

  test.each([
    ['that are open at some time', 'calendar Cover = 24x7 except Day'],
    ['that add up', 'calendar Cover = (Day and Night) or Day'],
    ['that hang on where the customer is, who may be anywhere', 'calendar Cover = Local and Night'],
  ])('is none of those %s', async (_, line) => {
    expect(await findingsOf(line)).toEqual([]);
  });

  test('is told once, and not of those that are made of it', async () => {
    expect(await findingsOf('calendar Cover = Day and Night\ncalendar Wide = Cover or Day')).toEqual([
      'calendar/never-open @ calendar Cover = Day and Night',
    ]);
  });
});
