import { describe, expect, test } from 'vitest';
import { file, formatted } from './formatted.ts';

const names = (count: number): string =>
  Array.from({ length: count }, (_, i) => `activity-${String(i)}`).join(', ');

describe('a clause that is too long for a line', () => {
  test('is broken behind a comma and goes on under what it says', () => {
    expect(formatted(`plan A {\nprice on request\ncoverage ${names(12)} in Office\n}`)).toBe(
      file(
        'plan A {',
        '  price     on request',
        `  coverage  ${names(8)},`,
        '            activity-8, activity-9, activity-10, activity-11 in Office',
        '}',
      ),
    );
  });

  test('is rather broken before the part that narrows it', () => {
    expect(formatted(`calendar A {\nopen on ${dates(7)} 10:00-15:00 for region ANZ and phone\n}`)).toBe(
      file('calendar A {', `  open on ${dates(7)} 10:00-15:00`, '       for region ANZ and phone', '}'),
    );
  });

  test('is broken between the bands of a credit, not inside one', () => {
    const fee = `"${'a'.repeat(36)}"`;
    expect(
      formatted(
        `plan A {\ncredit of ${fee} by missed respond per month gives 5% for 1 to 2 | 10% for 3 to 4 | 15% for 5 or more\n}`,
      ),
    ).toBe(
      file(
        'plan A {',
        `  credit of ${fee} by missed respond per month gives 5% for 1 to 2`,
        '         | 10% for 3 to 4 | 15% for 5 or more',
        '}',
      ),
    );
  });

  test('is not broken inside `used when` or `waiting for`, which are one', () => {
    const hours = `hours 2 "${'x'.repeat(60)}" per month, over refused`;
    expect(formatted(`plan A {\n${hours}, used when work ends\n}`)).toBe(
      file('plan A {', `  ${hours},`, '        used when work ends', '}'),
    );
    const states = `while "${'x'.repeat(65)}", waiting for customer`;
    expect(formatted(`clock a {\npauses ${states}, waiting for supplier\n}`)).toBe(
      file('clock a {', `  pauses ${states},`, '         waiting for supplier', '}'),
    );
  });

  test('is broken between two texts, never inside one', () => {
    const [one, two] = ['a'.repeat(70), 'b'.repeat(120)];
    expect(formatted(`contract "x" {\nprovider "${one}" "${two}"\n}`)).toBe(
      file('contract "x" {', `  provider "${one}"`, `           "${two}"`, '}'),
    );
  });

  test('stays as long as it is where the language has no place to break it', () => {
    const text = `${Array.from({ length: 30 }, () => 'word').join(' ')}\n`;
    expect(formatted(text)).toBe(text);
  });

  test('is not broken right behind its first word, which would make it no shorter', () => {
    const fact = 'a'.repeat(100);
    expect(formatted(`plan A {\n  eligible when ${fact} else refuse "no"\n}\n`)).toBe(
      file('plan A {', '  eligible when', `           ${fact}`, '           else refuse "no"', '}'),
    );
  });

  test('is joined again where it fits', () => {
    expect(formatted('coverage receive,\n  consult,\n  resolve\n  for P1')).toBe(
      'coverage receive, consult, resolve for P1\n',
    );
  });

  test('is broken outside its parentheses rather than inside', () => {
    const head = `x A and ${'y'.repeat(70)}`;
    expect(formatted(`plan A {\n${head} or (first and second and third)\n}`)).toBe(
      file('plan A {', `  ${head}`, '    or (first and second and third)', '}'),
    );
  });

  test('may be exactly as long as a line', () => {
    const fits = `coverage ${'x'.repeat(92)}, in a`;
    expect(fits).toHaveLength(107);
    expect(formatted(`${fits}bcd`)).toBe(`${fits}bcd\n`);
    expect(formatted(`${fits}bcde`)).toBe(file(`coverage ${'x'.repeat(92)},`, '           in abcde'));
  });
});

describe('the head of a block that is too long', () => {
  test('goes on four blanks inside, with the brace at its end', () => {
    expect(formatted(`plan A also called ${names(12)} {\nx\n}`)).toBe(
      file(
        `plan A also called ${names(7)},`,
        '    activity-7, activity-8, activity-9, activity-10, activity-11 {',
        '  x',
        '}',
      ),
    );
  });
});

describe('a row of a table that is too long', () => {
  test('goes on inside its last column', () => {
    const text = 'when impact = all and workaround = none or users > 1000 and not described';
    expect(formatted(`severities {\nP1 critical "${'a'.repeat(40)}" ${text}\nP2 "b" otherwise\n}`)).toBe(
      file(
        'severities {',
        `  P1  critical  "${'a'.repeat(40)}"  when impact = all and workaround = none`,
        `${' '.repeat(62)}or users > 1000 and not described`,
        `  P2            "b"${' '.repeat(41)}otherwise`,
        '}',
      ),
    );
  });

  test('gives up its last column where that has no room, and the others keep theirs', () => {
    expect(
      formatted(
        `severities {\nP1 "${'a'.repeat(90)}" when impact = all\nP2 "bb" otherwise\nP3 "b" when x\n}`,
      ),
    ).toBe(
      file(
        'severities {',
        `  P1  "${'a'.repeat(90)}"`,
        '        when impact = all',
        '  P2  "bb"  otherwise',
        '  P3  "b"   when x',
        '}',
      ),
    );
  });
});

function dates(count: number): string {
  return Array.from({ length: count }, (_, i) => `2026-01-0${String(i + 1)}`).join(', ');
}
