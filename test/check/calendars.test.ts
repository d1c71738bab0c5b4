import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import type { PlanCivilHours } from '../../src/plan/model.ts';
import { briefly, checkText } from './findings.ts';
import { contractWith, HEAD } from './contract-with.ts';

const REGIONS = `regions by site {
  EU  zone Europe/Berlin     holidays Spring
  US  zone America/New_York  holidays none
}
holidays Spring { covers 2026..2027; 2026-04-03 "Good Friday"; 2026-04-06 "Easter Monday" }
holidays Company { covers 2025..2026; 2026-04-06 from 12:00 "company day"; 2026-12-31 "New Year's Eve" }
`;

/** A calendar as it is lowered: by name, with the region in brackets where it matters. */
function lowered(text: string, name: string): PlanCivilHours {
  const plan = lower(contractWith(REGIONS + text));
  const body = plan.calendars.find((calendar) => calendar.name === name)?.body;
  if (body?.kind !== 'civil') {
    throw new Error(`${name} is none of ${plan.calendars.map((calendar) => calendar.name).join(', ')}`);
  }
  return body;
}

const hoursOn = (hours: PlanCivilHours, weekday: number): readonly string[] =>
  (hours.week[weekday - 1] ?? []).map(({ from, to }) => `${from / 3600}-${to / 3600}`);

describe('a calendar of the region', () => {
  const text = `calendar Local {
    zone of region
    open Mon..Fri 08:00-17:00
    open Mon..Thu 09:00-18:00 for US
    holidays of region
  }`;

  it('has the zone, the hours and the holidays of each region', () => {
    const eu = lowered(text, 'Local (EU)');
    const us = lowered(text, 'Local (US)');
    expect([eu.zone, us.zone]).toEqual(['Europe/Berlin', 'America/New_York']);
    expect(hoursOn(eu, 1)).toEqual(['8-17']);
    expect(hoursOn(us, 1)).toEqual(['9-18']);
    expect(eu.holidays?.days.map(({ date }) => date)).toEqual(['2026-04-03', '2026-04-06']);
    expect(us.holidays).toBeNull();
  });

  it('has no hours on a day that the narrower line leaves out: it replaces the wider one, and adds nothing to it', () => {
    expect(hoursOn(lowered(text, 'Local (US)'), 5)).toEqual([]);
    expect(hoursOn(lowered(text, 'Local (EU)'), 5)).toEqual(['8-17']);
  });

  it('is by region inside a combination too', () => {
    const plan = lower(contractWith(`${REGIONS}${text}\ncalendar Wide = Local or Office`));
    const names = plan.calendars.map((calendar) => calendar.name).filter((name) => name.startsWith('Wide'));
    expect(names.sort()).toEqual(['Wide (EU)', 'Wide (US)']);
  });

  it('gives a promise to each region in its own hours', () => {
    const plan = lower(contractWith(`${REGIONS}${text}\nplan A { targets { respond; P1 | 4 h in Local } }`));
    const regions = plan.plans[0]?.targets.map(({ when }) => when.regions);
    expect(regions).toEqual([[0], [1]]);
  });

  it('gives a promise narrowed to one region to that region alone', () => {
    const narrowed = 'plan A { targets for US { respond; P1 | 4 h in Local } }';
    const plan = lower(contractWith(`${REGIONS}${text}\n${narrowed}`));
    expect(plan.plans[0]?.targets.map(({ when }) => when.regions)).toEqual([[1]]);
  });
});

describe('holidays', () => {
  it('of several sets add up and hold for the years that all of them cover', () => {
    const hours = lowered('calendar A { zone UTC; open 24x7; holidays Spring, Company }', 'A');
    expect([hours.holidays?.from, hours.holidays?.to]).toEqual(['2026-01-01', '2026-12-31']);
    expect(hours.holidays?.days.map(({ date, closed }) => `${date} ${closed.from / 3600}`)).toEqual([
      '2026-04-03 0',
      '2026-04-06 0',
      '2026-04-06 12',
      '2026-12-31 0',
    ]);
  });

  it('add up over lines, the region’s own among them', () => {
    const hours = lowered(
      'calendar A { zone of region; open 24x7; holidays of region; holidays Company }',
      'A (US)',
    );
    expect(hours.holidays?.days.map(({ date }) => date)).toEqual(['2026-04-06', '2026-12-31']);
  });

  it('cannot be some and none at once, but for one region they can', () => {
    const findingsOf = (lines: string) =>
      briefly(checkText(`${HEAD}${REGIONS}calendar A { zone UTC; open 24x7; ${lines} }`).findings);
    expect(findingsOf('holidays Company; holidays none')).toEqual([
      'calendar/holidays-none-and-some @ holidays none',
    ]);
    expect(findingsOf('holidays Company; holidays none for US')).toEqual([]);
  });
});

describe('dated lines', () => {
  it('`as` a weekday have the hours that the week has for it', () => {
    const hours = lowered(
      'calendar A { zone UTC; open Mon 09:00-12:00, 13:00-17:00; holidays none; open on 2026-05-02 as Mon }',
      'A',
    );
    expect(hours.dated.map((line) => line.hours)).toEqual([
      [
        { from: 32_400, to: 43_200 },
        { from: 46_800, to: 61_200 },
      ],
    ]);
  });

  it('`as` a weekday have the hours of the region’s own week', () => {
    const text =
      'calendar A { zone of region; open Mon 09:00-12:00; open Mon 10:00-11:00 for US; holidays none; open on 2026-05-02 as Mon }';
    expect(lowered(text, 'A (US)').dated[0]?.hours).toEqual([{ from: 36_000, to: 39_600 }]);
    expect(lowered(text, 'A (EU)').dated[0]?.hours).toEqual([{ from: 32_400, to: 43_200 }]);
  });

  it('say one thing of one date, for each region', () => {
    const findingsOf = (lines: string) =>
      briefly(
        checkText(`${HEAD}${REGIONS}calendar A { zone UTC; open 24x7; holidays none; ${lines} }`).findings,
      );
    expect(findingsOf('closed 2026-05-04; open on 2026-05-04 09:00-12:00')).toEqual([
      'calendar/dates-twice @ open on 2026-05-04 09:00-12:00',
    ]);
    expect(findingsOf('closed every 12-24; closed every 12-24 .. 12-24')).toEqual([
      'calendar/dates-twice @ closed every 12-24 .. 12-24',
    ]);
    expect(findingsOf('closed 2026-05-04 for EU; open on 2026-05-04 09:00-12:00 for US')).toEqual([]);
  });
});

describe('calendars made of calendars', () => {
  const findingsOf = (text: string) => briefly(checkText(HEAD + text).findings);

  it('in a circle are reported once a circle, at the first of it', () => {
    expect(
      findingsOf('calendar A = B or Office\ncalendar B = C or Shop\ncalendar C = 24x7 except A'),
    ).toEqual(['calendar/refers-to-itself @ A']);
  });

  it('of two circles are reported twice', () => {
    expect(findingsOf('calendar A = A or Office\ncalendar B = C or Shop\ncalendar C = B and Shop')).toEqual([
      'calendar/refers-to-itself @ A',
      'calendar/refers-to-itself @ B',
    ]);
  });

  it('that lead into a circle are not part of it', () => {
    expect(findingsOf('calendar Z = A or Office\ncalendar A = B or Shop\ncalendar B = A and Shop')).toEqual([
      'calendar/refers-to-itself @ A',
    ]);
  });

  it('many ways deep are read in no time', () => {
    const deep = Array.from({ length: 40 }, (_, i) => `calendar C${i} = C${i + 1} or C${i + 1}`).join('\n');
    expect(findingsOf(`${deep}\ncalendar C40 = Office or Shop`)).toEqual([]);
  });
});
