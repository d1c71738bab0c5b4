import { describe, expect, test } from 'vitest';
import { formatted } from './formatted.ts';

describe('between tokens', () => {
  test.each([
    ['stands one blank', 'coverage\t resolve   in\u00A0Office', 'coverage resolve in Office'],
    [
      'stands no blank before a comma and one behind it',
      'channels web ,email,chat',
      'channels web, email, chat',
    ],
    ['stands one blank around `=` and comparisons', 'x=y and z>=2 or w!=v', 'x = y and z >= 2 or w != v'],
    ['stands no blank inside parentheses', 'x when ( a or(b) )', 'x when (a or (b))'],
    ['stands one blank between a number and its unit', 'warm-up 5h', 'warm-up 5 h'],
    ['stands no blank in a range of weekdays', 'open Mon .. Fri 09:00-17:00', 'open Mon..Fri 09:00-17:00'],
    ['stands no blank in a range of years', 'covers 2025 .. 2028', 'covers 2025..2028'],
    [
      'stands no blank in a range of days of the year',
      'closed every 12-24 .. 12-26',
      'closed every 12-24..12-26',
    ],
    ['stands no blank in a range of times', 'open Mon 09:00 - 17:00', 'open Mon 09:00-17:00'],
    ['a long dash is a dash', 'open Mon 09:00 \u2013 17:00', 'open Mon 09:00-17:00'],
    ['stands one blank in a range of dates', 'span 2026-01-01..2026-02-01', 'span 2026-01-01 .. 2026-02-01'],
    ['stands one blank in a range of moments', 'open Fri 17:00..Mon 09:00', 'open Fri 17:00 .. Mon 09:00'],
    ['stands one blank in a range of names', 'a..b', 'a .. b'],
    ['stands one blank around a dash that is not between times', 'a 1 -x', 'a 1 - x'],
    ['a share is one word', 'attain 90 % of resolve', 'attain 90% of resolve'],
    ['a fixed offset has one blank', 'zone fixed \t+03:00', 'zone fixed +03:00'],
  ])('%s', (_, text, expected) => {
    expect(formatted(text)).toBe(`${expected}\n`);
  });

  test('that would read otherwise without their blank it stays', () => {
    expect(formatted('a 10 - 19')).toBe('a 10 - 19\n');
    expect(formatted('a Mon - b')).toBe('a Mon - b\n');
  });

  test('a range over two lines is one again', () => {
    expect(formatted('open Mon ..\n  Fri 09:00-17:00')).toBe('open Mon..Fri 09:00-17:00\n');
  });
});
