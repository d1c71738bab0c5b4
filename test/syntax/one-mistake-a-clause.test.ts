import { describe, expect, it } from 'vitest';
import { briefly, checkText } from '../check/findings.ts';

const OFFICE = `calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
`;

const findingsOf = (text: string): readonly string[] => briefly(checkText(text).findings);

describe('a clause that cannot be read', () => {
  it('hides neither the mistakes before nor those behind it', () => {
    const text = OFFICE.replace('Europe/Berlin', 'CET')
      .replace('09:00-17:00', '09:00 17:00')
      .replace('none', 'Atlantis');
    expect(findingsOf(text)).toEqual([
      'time/zone-abbreviation @ CET',
      'syntax/foreign-form @ 09:00 17:00',
      'calendar/no-holiday-file @ Atlantis',
    ]);
  });

  it('is not missed by what needs it', () => {
    expect(findingsOf(OFFICE.replace('zone ', 'zoen '))).toEqual(['syntax/unknown-clause @ zoen']);
    expect(findingsOf(OFFICE.replace('open ', 'opn '))).toEqual(['syntax/unknown-clause @ opn']);
    expect(findingsOf(OFFICE.replace('holidays  none', 'holidays'))).toEqual([
      'syntax/unexpected @ holidays',
    ]);
  });

  it('of a quota is not missed by what is counted in it', () => {
    const text = `contract "Desk" { zone Europe/Berlin; binds by opened; tickets in flight keep old }
plan A {
  incidents 4 per month, refused
  charge handover 1 incident, on reply
  charge visit 2 incidents, on reply
}
plan B extends A {
  charge call 1 incident, on reply
}
`;
    expect(findingsOf(text)).toEqual(['syntax/unexpected @ refused']);
  });

  it('that declares a name leaves the uses of the name alone', () => {
    const text = `${OFFICE.replace('calendar Office', 'calendar Office Hours')}
severities { P1 "down" }
clock respond { starts on opened; stops on reply }
plan A { targets { respond; P1 | 4 h in Office } }
`;
    expect(findingsOf(text)).toEqual(['syntax/name-of-words @ Office Hours']);
  });

  it('of the contract leaves what counts by its zone alone', () => {
    const text = `contract "Desk" {
  zone CET
}
severities { P1 "down" }
clock respond { starts on opened; stops on reply }
plan A {
  targets { respond; P1 | 4 h }
  incidents 4 per month, over refused
  attain 90% of respond per month of tickets closed
}
scenario "a Monday" { plan A; severity P1; opened 2026-06-01 09:00; expect respond by 2026-06-01 13:00 }
`;
    expect(findingsOf(text)).toEqual(['time/zone-abbreviation @ CET']);
    expect(findingsOf(text.replace('zone CET', 'zone "Europe/Berlin"'))).toEqual([
      'syntax/unexpected @ "Europe/Berlin"',
    ]);
    expect(findingsOf(text.replace('zone CET', ''))).toEqual([
      'plan/period-without-zone @ incidents 4 per month, over refused',
      'plan/period-without-zone @ attain 90% of respond per month of tickets closed',
      'time/no-zone @ 2026-06-01 09:00',
    ]);
  });
});

describe('a brace', () => {
  it('that is missing is missed where the layout says the block ends', () => {
    const text = `${OFFICE}severities { P1 "down" }
clock respond { starts on opened; stops on reply }
plan A {
  targets {
    respond
    P1  4 h in Office
  coverage resolve in Office
}
plan B extends A {
}
`;
    const { findings } = checkText(text);
    expect(briefly(findings)).toEqual(['syntax/unclosed-block @ {']);
    expect(findings[0]?.message).toBe('the block of `targets` is not closed');
  });

  it('that is missing or too many says nothing of the clauses around it', () => {
    expect(findingsOf(OFFICE.replace(' {', ''))).toEqual(['syntax/unopened-block @ calendar Office']);
    expect(findingsOf(OFFICE.replace('}', '}}'))).toEqual(['syntax/stray-close @ }']);
    expect(findingsOf(OFFICE.replace('{', '{ {'))).toEqual(['syntax/block-without-head @ {']);
  });

  it('counts for what it is where the layout means nothing', () => {
    expect(findingsOf(OFFICE.replace(/^ +/gm, ''))).toEqual([]);
    expect(findingsOf(OFFICE.replaceAll('\n', ';').replace('{;', '{').replace(';}', '}'))).toEqual([]);
  });
});

describe('the head of a block that cannot be read', () => {
  it('does not hide mistakes of the clauses inside, as deep as they lie', () => {
    const text = `contract "Desk" version 3 {
  effective 1 March 2026 in Europe/Berlin
}
${OFFICE.replace('Office', 'Office please').replace('none\n', 'none\n  season "summer" every 07-01..08-31 {\n    opn Mon..Fri 09:00-12:00\n  }\n')}
plan A please {
  targets {
        respond | resolve
    P1  ASAP    | 4 h
  }
}
`;
    expect(findingsOf(text)).toEqual([
      'syntax/foreign-form @  version 3',
      'syntax/foreign-form @ 1 March 2026',
      'syntax/unexpected @ please',
      'syntax/unknown-clause @ opn',
      'syntax/unexpected @ please',
      'syntax/foreign-form @ ASAP',
    ]);
  });

  it('is not read as the head of a block that stands behind it', () => {
    const text = `calendar Other =\nclock respond { starts on opened; stops on reply }\n`;
    expect(findingsOf(text)).toEqual(['syntax/name-of-words @ clock respond']);
  });

  it('says nothing of clauses that are sound', () => {
    expect(findingsOf(OFFICE.replace('Office', 'Office please'))).toEqual(['syntax/unexpected @ please']);
  });
});
