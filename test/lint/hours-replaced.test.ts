import { describe, expect, it } from 'vitest';
import { lintText } from '../check/findings.ts';

/** Where hours are said to replace others, by their lines of the calendar. */
function replacedIn(...lines: readonly string[]): readonly string[] {
  const text = `contract "Desk" { zone Europe/Berlin; binds by opened }
severities { P1; P2 }
facts { addon yes or no }
calendar Desk {
  zone Europe/Berlin
${lines.map((line) => `  ${line}\n`).join('')}  holidays none
}
plan A { targets { respond; all | 1 h in Desk } }
`;
  return lintText(text)
    .filter(({ code }) => code === 'lint/hours-replaced')
    .map(({ place: { source, span } }) => source.text.slice(span.start, span.end));
}

const WEEK = 'open Mon..Fri 09:00-17:00';

describe('hours for some tickets that share no day with those for all', () => {
  it('are told, since they replace them', () => {
    expect(replacedIn(WEEK, 'open Sat 09:00-12:00 for P1')).toEqual(['open Sat 09:00-12:00 for P1']);
    expect(replacedIn(WEEK, 'open Fri 17:00 .. Mon 09:00 for P1')).toEqual([]);
    expect(replacedIn(WEEK, 'open Sat 00:00 .. Mon 00:00 for P1')).toHaveLength(1);
  });

  it('are told of the narrowest lines that they replace', () => {
    const phone = 'open Mon..Sat 08:00-20:00 for phone';
    expect(replacedIn(WEEK, phone, 'open Sat 09:00-12:00 for phone and addon')).toEqual([]);
    expect(replacedIn(WEEK, phone, 'open Sun 09:00-12:00 for phone and addon')).toHaveLength(1);
  });

  it('are plain where the other hours are said for them too, or share a day', () => {
    expect(replacedIn(WEEK, 'open Sat 09:00-12:00 for P1', `${WEEK} for P1`)).toEqual([]);
    expect(replacedIn(WEEK, 'open Mon..Sun 07:00-22:00 for P1')).toEqual([]);
  });

  it('are no matter between lines of which neither is the wider one', () => {
    expect(replacedIn(`${WEEK} for P2`, 'open Sat 09:00-12:00 for P1')).toEqual([]);
    expect(replacedIn(WEEK, 'open Sat 09:00-12:00')).toEqual([]);
  });

  it('are looked for within seasons as well', () => {
    const season = (lines: string) => `season "summer" every 07-01..08-31 { ${lines} }`;
    expect(replacedIn(WEEK, season(`${WEEK}; open Sat 09:00-12:00 for P1`))).toHaveLength(1);
  });
});
