import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../src/time/iso-instant.ts';
import { UtcBytes } from '../../src/time/utc-bytes.ts';

/** What is read behind a mark, and where it ends from there. */
function read(reader: UtcBytes, text: string): readonly [instant: number, length: number] {
  const bytes = Buffer.from(`at:${text}"}\n`);
  const instant = reader.read(bytes, 3);
  return [instant, reader.end - 3];
}

const digits = (most: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const zone = fc.oneof(
  fc.constantFrom('Z', '', '+0200', '+02', 'z', ' Z', '-00:00', '+13:59', '+14:00', '-18:00'),
  fc
    .tuple(fc.constantFrom('+', '-'), digits(24), digits(60))
    .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const written = fc
  .record({
    year: fc.integer({ min: 1970, max: 2099 }),
    month: digits(13),
    day: digits(32),
    hour: digits(25),
    minute: digits(61),
    second: fc.option(digits(61), { nil: null }),
    fraction: fc.constantFrom('', '.000', '.123', '.12', '.1234', ',123', '.'),
    between: fc.constantFrom('T', ' ', 't'),
    zone,
  })
  .map(
    ({ year, month, day, hour, minute, second, fraction, between, zone: at }) =>
      `${String(year)}-${month}-${day}${between}${hour}:${minute}${second === null ? '' : `:${second}${fraction}`}${at}`,
  );

describe('an instant in bytes', () => {
  test('is read as it is from a text, or left to that', () => {
    const reader = new UtcBytes();
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const text of texts) {
          const [instant, length] = read(reader, text);
          if (Number.isNaN(instant)) continue;
          expect({ text: text.slice(0, length), ...parseInstant(text.slice(0, length)) }).toEqual({
            text,
            ok: true,
            instant,
          });
        }
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    '2026-06-01T08:00Z',
    '2026-06-01T08:00:59Z',
    '2026-02-28T23:59:59.999Z',
    '2024-02-29T00:00:00+02:00',
    '2026-06-01T08:00:00.5'.padEnd(23, '0') + '-05:30',
    '2026-06-01T08:00+13:59',
  ])('%s is read at once', (text) => {
    const parsed = parseInstant(text);
    expect(read(new UtcBytes(), text)).toEqual([parsed.ok ? parsed.instant : null, text.length]);
  });

  test.each([
    '2026-02-29T08:00Z',
    '2026-06-01T24:00Z',
    '2026-06-01T08:60Z',
    '2026-06-01T08:00',
    '2026-06-01',
    '202x-06-01T08:00Z',
    '2026/06-01T08:00Z',
    '2026-06/01T08:00Z',
    '2026-06-01 08:00Z',
    '2026-06-01T08.00Z',
    '2026-06-01T08:00*02:00',
    '2026-06-01T08:00+02.00',
    '0000-00-01T08:00Z',
    '',
  ])('%j is none', (text) => {
    expect(read(new UtcBytes(), text)[0]).toBeNaN();
  });
});
