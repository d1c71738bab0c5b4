/** Whose dates count where a calendar is put together from hours of several zones. */
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { readCalendar } from '../../src/reference/index.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { contractWith, HEAD } from '../check/contract-with.ts';
import { briefly, checkText } from '../check/findings.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { at } from './calendar-of-text.ts';

const DESKS = `calendar Berlin {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
calendar Tokyo {
  zone      Asia/Tokyo
  open      Mon..Fri 09:00-17:00
  holidays  none
}
`;

const IN =
  'at same time, received outside hours as received, day of receipt does not count, ending outside hours stays';

/** The codes of the errors in two desks, a calendar of both, and a promise of a day counted in it. */
function errorsIn(calendars: string, counted = 'Desks'): readonly string[] {
  const plan = `plan P {
  targets {
         respond
    all  1 business days in ${counted} ${IN}
  }
}`;
  return briefly(
    checkText(`${HEAD}${DESKS}${calendars}\n${plan}`).findings.filter(({ level }) => level === 'error'),
  );
}

/** A business date after an instant, of which engine and reference must say the same. */
function dayAfter(calendars: string, from: string): string {
  const contract = contractWith(`${DESKS}${calendars}`);
  const plan = lower(contract);
  const index = plan.calendars.findIndex(({ name }) => name === 'Desks');
  const due = loadPlan(plan).calendar(index).addDays(at(from), 1);
  const { clock } = readCalendar(contract, 'Desks', NO_FACTS);
  expect(plan.calendars[index]?.zone).toBe(clock.zone);
  return formatInstantUtc(due);
}

describe('days counted in hours of several zones', () => {
  it('are an error where nobody says whose dates count', () => {
    expect(errorsIn('calendar Desks = Berlin or Tokyo')).toEqual([
      expect.stringContaining('calendar/whose-dates') as string,
    ]);
  });

  it('are said once, however many promises count them', () => {
    const more = 'calendar All = Desks\ncalendar Desks = Tokyo except Berlin';
    expect(errorsIn(more, 'All')).toHaveLength(1);
  });

  it('are fine where the calendar says it, or one that it is made of', () => {
    expect(errorsIn('calendar Desks = Berlin or Tokyo { dates of Asia/Tokyo }')).toEqual([]);
    const inner = 'calendar Both = Berlin or Tokyo { dates of Asia/Tokyo }\ncalendar Desks = Both and Tokyo';
    expect(errorsIn(inner)).toEqual([]);
  });

  it('are fine where all hours lie in one zone', () => {
    expect(errorsIn('calendar Desks = 24x7 except Berlin')).toEqual([]);
  });

  it('are dates of the zone that is named', () => {
    // Friday noon in Berlin is Friday evening in Tokyo, and the next date with hours there is Monday in both; at 18:00
    // in Berlin it is Saturday in Tokyo already, and its Monday 01:00 is Sunday 17:00 in Berlin.
    const desks = 'calendar Desks = Berlin or Tokyo';
    expect(dayAfter(`${desks} { dates of Europe/Berlin }`, '2026-06-12T18:00+02:00')).toBe(
      '2026-06-15T16:00:00Z',
    );
    expect(dayAfter(`${desks} { dates of Asia/Tokyo }`, '2026-06-12T18:00+02:00')).toBe(
      '2026-06-14T16:00:00Z',
    );
  });
});

describe('what stands beside a combination', () => {
  it('is not ignored', () => {
    expect(errorsIn('calendar Desks = Berlin or Tokyo { closed 2026-12-24 }', 'Berlin')).toEqual([
      expect.stringContaining('calendar/combined-and-hours') as string,
    ]);
  });

  it('is said to be wrong where it names no zone', () => {
    expect(errorsIn('calendar Desks = Berlin or Tokyo { dates of Berlin }', 'Berlin')).toEqual([
      expect.stringContaining('time/unknown-zone') as string,
    ]);
  });
});
