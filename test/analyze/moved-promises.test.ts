import { describe, expect, it } from 'vitest';
import { movedPromises } from '../../src/analyze/moved-promises.ts';
import { loadPlan } from '../../src/engine/index.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { fixedZoneTable } from '../../src/time/fixed-zone.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import type { ZoneTable } from '../../src/time/types.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';

/** Cairo as it was known before its summer time came back in 2023. */
const CAIRO = lookUpZone('Africa/Cairo', 1970, 2100);
const kept = CAIRO.transitions.filter((second) => second < Date.UTC(2023, 0, 1) / 1000).length;
const WITHOUT_SUMMER: ZoneTable = {
  ...CAIRO,
  transitions: CAIRO.transitions.slice(0, kept),
  offsets: CAIRO.offsets.slice(0, kept + 1),
};

function planOf(
  cells: string,
  header = 'effective 2026-01-01 in Africa/Cairo; binds by opened',
): CompiledPlan {
  const { contract } = checkText(`contract "Desk" version "1" {
  ${header}
}
severities {
  P1  "nobody can work"
  P2  "anything else"
}
clock respond {
  starts on  opened
  stops on   reply
}
clock resolve {
  starts on  opened
  stops on   solved
}
calendar Cairo {
  zone      Africa/Cairo
  open      Sun..Thu 09:00-17:00
  holidays  none
}
calendar Berlin {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
plan Basic {
  targets {
        respond | resolve
    P1  ${cells}
    P2  best effort | best effort
  }
}
`);
  return lower(contract);
}

const moved = (plan: CompiledPlan) =>
  movedPromises(plan, { 'Africa/Cairo': WITHOUT_SUMMER }).map(({ target, opened, due, wasDue }) => ({
    words: target.words,
    opened: formatInstantUtc(opened),
    due: formatInstantUtc(due),
    wasDue: formatInstantUtc(wasDue),
  }));

describe('promises by other time-zone data', () => {
  it('move where they count hours of a zone whose clock differs, and no others do', () => {
    const plan = planOf('4 h in Cairo | 4 h in Berlin');
    expect(moved(plan).map(({ words }) => words)).toEqual(['4 h in Cairo']);
    expect(moved(planOf('4 h | 30 min'))).toEqual([]);
  });

  it('come with the first ticket of the contract that shows it', () => {
    // Clocks go forward on Fri 24 April 2026. Of Thursday's hours a quarter is left at 13:15, of four; Sunday 09:00 by
    // summer time is 06:00Z, and was 07:00Z without it.
    expect(moved(planOf('4 h in Cairo | best effort'))).toEqual([
      {
        words: '4 h in Cairo',
        opened: '2026-04-23T11:15:00Z',
        due: '2026-04-26T06:15:00Z',
        wasDue: '2026-04-26T07:15:00Z',
      },
    ]);
  });

  it('come with one that both readings answer as told', () => {
    const plan = planOf(
      '4 h in Cairo | 2 business days in Cairo at close, received outside hours at next opening, day of receipt does not count',
    );
    const found = movedPromises(plan, { 'Africa/Cairo': WITHOUT_SUMMER });
    const then = loadPlan({ ...plan, zones: { ...plan.zones, 'Africa/Cairo': WITHOUT_SUMMER } });
    expect(found).toHaveLength(2);
    for (const { target, opened, due, wasDue } of found) {
      expect(loadPlan(plan).deadline(target.promise, opened)).toMatchObject({ due });
      expect(then.deadline(target.promise, opened)).toMatchObject({ due: wasDue });
      expect(wasDue).not.toBe(due);
    }
  });

  it('do not move for tickets from before the contract took effect', () => {
    // The summer times of 2014 and before are the same in both; those since 2023 differ, each from April on.
    const first = (header: string) =>
      moved(planOf('4 h in Cairo | best effort', header))[0]?.opened.slice(0, 7);
    expect(first('effective 2024-06-01 in Africa/Cairo; binds by opened')).toBe('2024-06');
    expect(first('effective 2023-01-01 in Africa/Cairo; binds by opened')).toBe('2023-04');
    expect(first('zone Africa/Cairo')).toBe('2023-04');
  });

  it('stay where the data differ beyond what a calendar covers, or of no zone in use', () => {
    const plan = planOf('4 h in Cairo | best effort');
    expect(movedPromises(plan, { 'Asia/Tokyo': fixedZoneTable('+08:00', 28_800, 1970, 2100) })).toEqual([]);
    expect(movedPromises(plan, { 'Africa/Cairo': CAIRO })).toEqual([]);
  });
});
