import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { offsetAt } from '../../src/time/zone-arithmetic.ts';
import { canonicalZoneNames, isKnownZone, lookUpZone, tzdataVersion } from '../../src/time/zone-lookup.ts';

const ZONES = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Kwajalein',
];

describe('a zone table', () => {
  it('has the offset that luxon has, at every change, beside it, and between', () => {
    for (const zone of ZONES) {
      const table = lookUpZone(zone, 1970, 2100);
      const luxon = IANAZone.create(zone);
      for (const [i, transition] of table.transitions.entries()) {
        const before = table.transitions[i - 1] ?? table.from;
        const middle = Math.floor((before + transition) / 2);
        for (const second of [transition - 1, transition, transition + 1, middle]) {
          const offset = offsetAt(table, second * 1000) / 60;
          if (offset !== luxon.offset(second * 1000)) expect.fail(`${zone} at ${second}: ${offset}`);
        }
      }
    }
  });

  it('has the offset that luxon has every 73 hours', () => {
    for (const zone of ZONES) {
      const table = lookUpZone(zone, 1970, 2100);
      const luxon = IANAZone.create(zone);
      for (let ms = Date.UTC(1971, 0, 1); ms < Date.UTC(2100, 0, 1); ms += 73 * 3_600_000) {
        const offset = offsetAt(table, ms) / 60;
        if (offset !== luxon.offset(ms)) expect.fail(`${zone} at ${new Date(ms).toISOString()}: ${offset}`);
      }
    }
  });

  it('finds changes that lie seven days apart', () => {
    const { transitions } = lookUpZone('Asia/Gaza', 1970, 2100);
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
