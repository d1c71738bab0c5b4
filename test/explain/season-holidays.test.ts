import { describe, expect, test } from 'vitest';
import { calendarDays } from '../../src/cli/calendar/week.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { attribute } from '../../src/explain/attribute.ts';
import { epochDayOfDate } from '../../src/time/civil-date.ts';
import { at, calendars } from '../plan/calendar-of-text.ts';

const { plan } = calendars(`holidays Usual { covers 2026..2026; 2026-06-03 "usual"; 2026-07-01 "usual" }
holidays Summer { covers 2026..2026; 2026-07-02 "works holiday" }
calendar Desk {
  zone UTC
  open Mon..Fri 09:00-17:00
  season "summer" 2026-07-01 .. 2026-07-31 { open Mon..Fri 09:00-15:00; holidays Summer }
  holidays Usual
}`);
const engine = loadPlan(plan);
const index = plan.calendars.findIndex(({ name }) => name === 'Desk');
const [desk] = plan.calendars.slice(index);

function reason(date: string, open: boolean): string {
  if (desk === undefined) throw new Error('no calendar');
  return attribute(engine, desk, at(`${date}T12:00Z`), open).reason;
}

describe('a season with holidays of its own', () => {
  test('is shut by those, and not by the holidays of the calendar', () => {
    expect(reason('2026-06-03', false)).toBe('`Desk` is shut: holiday (usual)');
    expect(reason('2026-07-02', false)).toBe('`Desk` is shut: holiday (works holiday)');
    expect(reason('2026-07-01', true)).toBe('`Desk` is open: Wed 09:00-15:00, season (summer)');
  });

  test('has their names in the picture of the week', () => {
    if (desk === undefined) throw new Error('no calendar');
    const zone = engine.zone('UTC');
    const first = epochDayOfDate('2026-07-01');
    const notes = calendarDays(engine.calendar(index), desk.body, zone, first, 2).map((day) => day.notes);
    expect(notes).toEqual([['summer'], ['works holiday', 'summer']]);
    const june = calendarDays(engine.calendar(index), desk.body, zone, epochDayOfDate('2026-06-03'), 1);
    expect(june[0]?.notes).toEqual(['usual']);
  });
});
