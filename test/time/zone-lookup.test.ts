import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import {
  canonicalZoneNames,
  isKnownZone,
  lookUpZone,
  suggestedNames,
  tzdataVersion,
} from '../../src/time/zone-lookup.ts';

describe('a zone table', () => {
  it('has each change of offset to the second', () => {
    const changes = (zone: string, year: number): readonly (readonly [string, number])[] => {
      const { transitions, offsets } = lookUpZone(zone, year, year);
      return transitions.map((second, i) => [
        formatInstantUtc(second * 1000),
        (offsets[i + 1] as number) - (offsets[i] as number),
      ]);
    };
    expect(changes('Europe/Berlin', 2026)).toEqual([
      ['2026-03-29T01:00:00Z', 3600],
      ['2026-10-25T01:00:00Z', -3600],
    ]);
    // At a minute past midnight.
    expect(changes('America/St_Johns', 2010)).toEqual([
      ['2010-03-14T03:31:00Z', 3600],
      ['2010-11-07T02:31:00Z', -3600],
    ]);
    expect(changes('Australia/Lord_Howe', 2026)).toEqual([
      ['2026-04-04T15:00:00Z', -1800],
      ['2026-10-03T15:30:00Z', 1800],
    ]);
    // By a day, over the date line, amid summer time.
    expect(changes('Pacific/Apia', 2011)).toEqual([
      ['2011-04-02T14:00:00Z', -3600],
      ['2011-09-24T14:00:00Z', 3600],
      ['2011-12-30T10:00:00Z', 86_400],
    ]);
    expect(changes('Africa/Monrovia', 1972)).toEqual([['1972-01-07T00:44:30Z', 2670]]);
    expect(changes('Asia/Kathmandu', 1985)).toEqual([['1985-12-31T18:30:00Z', 900]]);
    expect(changes('Asia/Tokyo', 2026)).toEqual([]);
  });

  it('covers whole years of UTC, the last one too', () => {
    const { zone, from, to, offsets } = lookUpZone('Asia/Tokyo', 2024, 2025);
    expect([zone, from * 1000, to * 1000]).toEqual([
      'Asia/Tokyo',
      Date.UTC(2024, 0, 1),
      Date.UTC(2026, 0, 1),
    ]);
    expect(offsets).toEqual([32_400]);
    expect(lookUpZone('UTC', 2024, 2025)).toMatchObject({ transitions: [], offsets: [0] });
  });

  it('has a change in the last hours of its years, and what holds after one before them', () => {
    expect(lookUpZone('Asia/Kathmandu', 1985, 1985).offsets).toEqual([19_800, 20_700]);
    expect(lookUpZone('Asia/Kathmandu', 1986, 1986).offsets).toEqual([20_700]);
    expect(lookUpZone('Pacific/Enderbury', 1994, 1994).offsets).toEqual([-39_600, 46_800]);
  });

  it('finds changes that lie seven days apart', () => {
    const { transitions } = lookUpZone('Asia/Gaza', 2040, 2060);
    const gaps = transitions.slice(1).map((at, i) => at - (transitions[i] as number));
    expect(Math.min(...gaps)).toBeLessThanOrEqual(8 * 86_400);
  });

  it('is one object however often it is asked for', () => {
    expect(lookUpZone('Europe/Berlin', 1970, 2100)).toBe(lookUpZone('Europe/Berlin', 1970, 2100));
  });

  it('of a fixed offset never changes', () => {
    expect(lookUpZone('+03:00', 1970, 2100)).toMatchObject({ transitions: [], offsets: [10_800] });
    expect(lookUpZone('-09:30', 1970, 2100)).toMatchObject({ transitions: [], offsets: [-34_200] });
  });

  it('has the seconds of offsets from the days before time signals', () => {
    const { offsets } = lookUpZone('Africa/Monrovia', 1970, 1973);
    expect(offsets).toEqual([-(44 * 60 + 30), 0]);
    expect(offsets.some((offset) => Object.is(offset, -0))).toBe(false);
  });

  it('cannot be had for a name that nothing knows', () => {
    expect(() => lookUpZone('Europe/Atlantis', 1970, 2100)).toThrow('unknown time zone "Europe/Atlantis"');
  });
});

describe('a zone name', () => {
  it('is an IANA name of an area and a place, in its own spelling', () => {
    expect(
      ['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'UTC', 'Etc/GMT+5'].every(
        isKnownZone,
      ),
    ).toBe(true);
    // Older names are known too, and in their own spelling alone.
    expect(['US/Eastern', 'America/Argentina/ComodRivadavia'].every(isKnownZone)).toBe(true);
    expect(['uS/Eastern', 'America/Argentina/comodRivadavia'].some(isKnownZone)).toBe(false);
    expect(['europe/berlin', 'EUROPE/BERLIN', 'Europe/Atlantis', 'Berlin', ''].some(isKnownZone)).toBe(false);
  });

  it('is each that the runtime lists, as it lists it', () => {
    const names = Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/'));
    const read = (name: string) =>
      new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
    expect(names.filter((name) => read(name) !== name || !isKnownZone(name))).toEqual([]);
  });

  it('is never an abbreviation, although the data knows some of them', () => {
    expect(['EST', 'CET', 'MST', 'GMT', 'IST', 'Cuba', 'EST5EDT'].filter(isKnownZone)).toEqual([]);
  });

  it('may be a fixed offset that some place could have', () => {
    expect(['+03:00', '-09:30', '+00:00'].every(isKnownZone)).toBe(true);
    expect(['+3', '+03:60', '+19:00', '03:00', '+0300'].some(isKnownZone)).toBe(false);
  });

  it('is suggested in the spelling of today', () => {
    const names = canonicalZoneNames();
    expect(names).toContain('Asia/Kolkata');
    expect(names).not.toContain('Asia/Calcutta');
    expect(names).toEqual([...names].sort());
    expect(names.filter((name) => !isKnownZone(name))).toEqual([]);
  });
});

describe('the time-zone data', () => {
  it('has a version, or is said to have none', () => {
    expect(tzdataVersion()).toMatch(/^\d{4}[a-z]/);
    expect(tzdataVersion({})).toBe('unknown');
  });
});

describe('another runtime', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Has the runtime know every zone, and write its offset as it is told. */
  function writing(written: (second: number) => string): void {
    const format = (ms: number): string => `T, ${written(ms / 1000)}`;
    // May be called with `new` or without.
    function DateTimeFormat() {
      return { format };
    }
    vi.stubGlobal('Intl', Object.create(Intl, { DateTimeFormat: { value: DateTimeFormat } }));
  }

  it('may list zones by older names and words of its own: what is suggested is in today’s spelling, and sorted', () => {
    expect(suggestedNames(['Africa/Cairo', 'Asia/Calcutta', 'Asia/Saigon', 'CET', 'Europe/Berlin'])).toEqual([
      'Africa/Cairo',
      'Asia/Ho_Chi_Minh',
      'Asia/Kolkata',
      'Europe/Berlin',
      'UTC',
    ]);
  });

  it('may write UTC without an offset', () => {
    writing(() => 'GMT');
    expect(lookUpZone('Area/Utc', 2025, 2025).offsets).toEqual([0]);
  });

  it('that writes offsets in a way of its own is not misread', () => {
    for (const [i, written] of [
      'UTC+02:00',
      'GMT+2',
      'GMT+02:00:0',
      'GMT+02:00 (CEST)',
      'xGMT+02:00',
      '',
    ].entries()) {
      writing(() => written);
      expect(() => lookUpZone(`Area/Other${i}`, 2026, 2026), written).toThrow(
        `the runtime writes an offset as "${written}"`,
      );
    }
  });

  it('has each of its changes found to the second, those at the ends of its years and those six days apart too', () => {
    const [from, to] = [Date.UTC(2026, 0, 1) / 1000, Date.UTC(2027, 0, 1) / 1000];
    const anyChanges = fc
      .record({
        first: fc.constantFrom(from - 1, from, from + 1, from + 7200, from + 12_345),
        gaps: fc.array(fc.integer({ min: 6 * 86_400, max: 60 * 86_400 }), { maxLength: 5 }),
        last: fc.constantFrom(to - 2, to - 1, to, to + 1),
      })
      .map(({ first, gaps, last }) => {
        let at = first;
        return [first, ...gaps.map((gap) => (at += gap)), last];
      });
    let changes: readonly number[] = [];
    const passed = (second: number): number => changes.filter((change) => change <= second).length;
    const zones = Array.from({ length: 30 }, (_, i) => `Area/Place${i}`);
    writing((second) => `GMT+0${passed(second)}:00`);
    let zone = 0;
    fc.assert(
      fc.property(anyChanges, (drawn) => {
        changes = drawn;
        // Tables are kept, so each has a zone of its own.
        const { transitions, offsets } = lookUpZone(zones[zone++] as string, 2026, 2026);
        const within = drawn.filter((change) => change > from && change < to);
        expect(transitions).toEqual(within);
        expect(offsets).toEqual([from, ...within].map((second) => passed(second) * 3600));
      }),
      { numRuns: zones.length, endOnFailure: true },
    );
  });
});
