import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { at, calendars } from '../plan/calendar-of-text.ts';

const { plan } = calendars(`
holidays Ours {
  source "the works council"
  covers 2026..2027
  2026-06-04 "Corpus Christi"
  2027-05-27 "Corpus Christi"
}
holidays Theirs {
  source "the other works council"
  covers 2026..2027
  2026-06-04 "Fronleichnam"
  2027-05-27 "Fronleichnam"
}
holidays Fewer {
  source "nobody"
  covers 2026..2027
  2026-06-04 "Corpus Christi"
}
calendar Desk {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  holidays Ours
}
calendar Office {
  zone Europe/Berlin
  open Mon..Fri 09:00-13:00, 13:00-17:00
  holidays Theirs
}
calendar Counter {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  holidays Fewer
}
calendar Always {
  zone Europe/Berlin
  open Mon..Sun 00:00-24:00
  holidays none
}
calendar Both = Always or Counter
`);

const asWritten = (compiled: CompiledPlan): CompiledPlan =>
  JSON.parse(JSON.stringify(compiled)) as CompiledPlan;

describe.each([
  ['as it was compiled', plan],
  ['as it was read from a file', asWritten(plan)],
])('a plan %s', (_, compiled) => {
  const engine = loadPlan(compiled);
  const calendar = (name: string) =>
    engine.calendar(compiled.calendars.findIndex((each) => each.name === name));

  it('has one calendar for equal hours and equal dates, whatever its holidays are called', () => {
    expect(calendar('Desk')).toBe(calendar('Office'));
  });

  it('has another where a date is a holiday of one of two calendars', () => {
    expect(calendar('Counter')).not.toBe(calendar('Desk'));
    const holiday = at('2027-05-27T10:00+02:00');
    expect([calendar('Counter').isOpen(holiday), calendar('Desk').isOpen(holiday)]).toEqual([true, false]);
  });

  it('knows hours that never end, and what is joined to them, which then cost nothing', () => {
    const past = at('2099-12-31T12:00Z');
    expect(calendar('Always').nextOpen(past)).toBe(past);
    expect(calendar('Both').isOpen(past)).toBe(true);
    expect(() => calendar('Counter').isOpen(past)).toThrow('2026-01-01 to 2027-12-31');
  });
});
