import { describe, expect, it } from 'vitest';
import { zonesMeantBy } from '../../src/time/zone-abbreviations.ts';

describe('an abbreviation of a zone', () => {
  it('may mean several, the likeliest first, in capitals or not', () => {
    expect(zonesMeantBy('IST')).toEqual(['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']);
    expect(zonesMeantBy('ist')).toEqual(zonesMeantBy('IST'));
  });

  it('is none where nobody uses it so, nor where the language of the program does', () => {
    expect(['XYZ', '', 'UTC', 'toString', 'CONSTRUCTOR', '__proto__'].map(zonesMeantBy)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
