/** Zone tables against luxon, which asks the same data in its own way. */
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { offsetAt } from '../../src/time/zone-arithmetic.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';

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
});
