import { describe, expect, test } from 'vitest';
import { coverageQuestions } from '../../src/cli/coverage/coverage-questions.ts';
import { waitsInParts } from '../../src/cli/coverage/waits-in-parts.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import type { Outcome } from '../../src/simulate/outcome.ts';
import type { CoverageDay } from '../../src/tui/model.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';
import { HEAD } from '../check/contract-with.ts';
import { checkText } from '../check/findings.ts';

const text = `
holidays Feast {
  covers 2026..2027
  2026-04-03 "Good Friday"
}
calendar Desk {
  zone Europe/Berlin
  open Mon..Fri 08:30-17:00
  holidays Feast
}
calendar Night {
  zone Europe/Berlin
  open Mon..Sun 01:00-04:00
  holidays none
}
calendar Watch {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  limited Sat 09:00-12:00 admits P1, others stop
  holidays none
}
plan Basic {
  coverage receive in Desk
  coverage receive in 24x7 for P1
  coverage resolve best effort
  coverage consult in Watch
  targets {
        respond           | resolve
    P1  1 h               | 8 h in Desk
    P2  2 h in Desk       | best effort
    P3  2 h in Night      | 16 h in Desk
  }
}
plan Other extends Basic {
  coverage resolve in Desk for P2
}
`;

function madeOf(source: string) {
  const { contract, findings } = checkText(HEAD + source);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const plan = lower(contract);
  const outcome = {
    plan,
    plans: plan.plans.map((_, place) => ({ plan: place, metrics: [] })),
    tickets: { opened: Float64Array.of(Date.UTC(2026, 2, 25, 12)) },
  } as unknown as Outcome;
  return { outcome, engine: loadPlan(plan, RUNTIME_ZONES) };
}

function questionsOf(source: string): ReturnType<typeof coverageQuestions> {
  const { outcome, engine } = madeOf(source);
  return coverageQuestions(outcome, engine);
}

const asked = questionsOf(text);

function calendarOf(plan: number, subject: string, severity: number): number {
  const found = asked.subjects().find(({ name }) => name === subject);
  if (found === undefined) throw new Error(`no ${subject}`);
  const hours = asked.hours(plan, found, severity, -1);
  if (hours.kind !== 'calendar') throw new Error(`${subject} has no calendar`);
  return hours.calendar;
}

function weekOf(calendar: number, zone: string, monday: string): readonly CoverageDay[] {
  const week = asked.week(calendar, zone, monday);
  if (typeof week === 'string') throw new Error(week);
  return week;
}

describe('the hours of a plan', () => {
  const hours = (plan: number, kind: 'activity' | 'promise', name: string, severity: number) =>
    asked.hours(plan, { kind, name }, severity, -1);

  test('are those of the line that names the ticket most closely', () => {
    expect(hours(0, 'activity', 'receive', 1)).toMatchObject({ kind: 'calendar', name: 'Desk' });
    expect(hours(0, 'activity', 'receive', 0)).toMatchObject({ kind: 'calendar', name: '24x7' });
    expect(hours(0, 'activity', 'resolve', 1)).toMatchObject({ kind: 'word', words: 'best effort' });
    expect(hours(1, 'activity', 'resolve', 1)).toMatchObject({ kind: 'calendar', name: 'Desk' });
  });

  test('of a promise are those in which it is counted', () => {
    expect(hours(0, 'promise', 'respond', 0)).toMatchObject({ kind: 'round the clock', words: '1 h' });
    expect(hours(0, 'promise', 'respond', 2)).toMatchObject({ kind: 'calendar', name: 'Night' });
    expect(hours(0, 'promise', 'resolve', 1)).toMatchObject({ kind: 'word', words: 'best effort' });
  });

  test('are not said where no line speaks of them', () => {
    expect(hours(0, 'activity', 'dance', 1).kind).toBe('nothing');
  });
});

describe('a week of hours', () => {
  const desk = calendarOf(0, 'receive', 1);
  const night = calendarOf(0, 'respond', 2);
  const open = (day: CoverageDay | undefined): string =>
    (day?.hours ?? []).map((hour) => ({ open: '#', 'in part': '%', shut: '.' })[hour.open]).join('');

  test('shows each hour that the clock reads: whole, in part, shut', () => {
    const [monday] = weekOf(desk, 'Europe/Berlin', '2026-03-23');
    expect(open(monday)).toBe('........%########.......');
    expect(monday?.open).toBe('8 h 30 min');
  });

  test('moves with the zone, over midnight too', () => {
    const [monday, tuesday] = weekOf(desk, 'Asia/Tokyo', '2026-03-23');
    // 08:30 in Berlin is 16:30 in Tokyo while Berlin has winter time.
    expect(open(monday)).toBe('................%#######');
    expect(open(tuesday)).toBe('#...............%#######');
  });

  test('knows the hour that the clock skips in spring, and the one that it shows twice in autumn', () => {
    const spring = weekOf(night, 'Europe/Berlin', '2026-03-23').at(-1);
    expect(spring?.hours.map(({ clock }) => clock).indexOf('skipped')).toBe(2);
    expect(spring?.hours[2]?.open).toBe('shut');
    expect(spring?.open).toBe('2 h');
    expect(spring?.notes.join()).toContain('clocks go forward');
    const autumn = weekOf(night, 'Europe/Berlin', '2026-10-19').at(-1);
    expect(autumn?.hours[2]).toEqual({ open: 'open', limited: false, clock: 'doubled' });
    expect(autumn?.open).toBe('4 h');
  });

  test('calls an hour cut where the clock skips half of it', () => {
    // Lord Howe moves by half an hour, at 02:00 on 4 October 2026.
    const sunday = weekOf(night, 'Australia/Lord_Howe', '2026-09-28').at(-1);
    expect(sunday?.hours[2]?.clock).toBe('cut');
  });

  test('tells hours for some alone from those for all', () => {
    const ofAll = weekOf(calendarOf(0, 'consult', 1), 'Europe/Berlin', '2026-03-23');
    expect(open(ofAll[5])).toBe('........................');
    const ofP1 = weekOf(calendarOf(0, 'consult', 0), 'Europe/Berlin', '2026-03-23');
    expect(open(ofP1[5])).toBe('.........###............');
    expect(ofP1[5]?.hours.map(({ limited }) => limited).indexOf(true)).toBe(9);
    expect(ofP1[4]?.hours.some(({ limited }) => limited)).toBe(false);
  });

  test('says of a holiday what it is', () => {
    const friday = weekOf(desk, 'Europe/Berlin', '2026-03-30')[4];
    expect(friday?.notes).toEqual(['Good Friday']);
    expect(friday?.open).toBe('closed');
  });
});

describe('a walk through the weeks', () => {
  const desk = calendarOf(0, 'receive', 1);

  test('goes to the next change of the clock or holiday, and back', () => {
    expect(asked.nextSpecial([desk], 'Europe/Berlin', '2026-03-16', 1)).toBe('2026-03-23');
    expect(asked.nextSpecial([desk], 'Europe/Berlin', '2026-03-23', 1)).toBe('2026-03-30');
    expect(asked.nextSpecial([desk], 'Europe/Berlin', '2026-03-30', -1)).toBe('2026-03-23');
  });

  test('finds the Monday of an instant by the clock of the zone', () => {
    const at = Date.UTC(2026, 2, 22, 20);
    expect(asked.mondayOf(at, 'UTC')).toBe('2026-03-16');
    expect(asked.mondayOf(at, 'Asia/Tokyo')).toBe('2026-03-23');
    expect(asked.mondayOfDate('2026-03-29')).toBe('2026-03-23');
    expect(asked.mondayOfDate('2026-02-30')).toBeNull();
    expect(asked.weekFrom('2026-03-23', -1)).toBe('2026-03-16');
  });
});

describe('the longest wait of a promise', () => {
  test('is that of the worst opening, and its account sums up to the promise', () => {
    const all = asked.worst('resolve');
    const found = all.filter(({ plan }) => plan === 0);
    const ofP1 = found.find(({ tickets }) => tickets === 'P1');
    if (ofP1 === undefined) throw new Error('P1 is promised something');
    const accounting = asked.explainWorst('resolve', all.indexOf(ofP1));
    if (accounting.kind !== 'accounted') throw new Error(accounting.reason);
    expect(accounting.stretches.at(-1)?.sum).toBe('8 h');
    const end = accounting.stretches.at(-1)?.to ?? NaN;
    const opened = ofP1.opened + (ofP1.justAfter ? 1 : 0);
    expect(end - opened).toBe(ofP1.waitMs);
    // Good Friday lies before a weekend, so nothing is worse than the evening before.
    expect(new Date(ofP1.opened).toISOString().slice(0, 10)).toBe('2026-04-02');
    expect(ofP1.command).toContain('--severity P1');
    // Best effort has no deadline, so there is nothing to wait for.
    expect(found.some(({ tickets }) => tickets === 'P2')).toBe(false);
  });

  test('is the same when it was worked out beforehand in parts, each of which says how far it is', () => {
    const { outcome, engine } = madeOf(text);
    const progress = [...waitsInParts(outcome, engine, 'resolve')];
    // Two for each cell with a deadline.
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    expect(coverageQuestions(outcome, engine).worst('resolve')).toEqual(asked.worst('resolve'));
  });
});
