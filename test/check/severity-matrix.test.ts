import { describe, expect, it } from 'vitest';
import type { CheckedCondition } from '../../src/check/model.ts';
import { checkText, lintText } from './findings.ts';

function desk(matrix: string, more = ''): string {
  return `contract "Desk" { zone UTC }
facts { impact one of site, team, person; urgent yes or no; users number }
severities { P1 "nobody can work"; P2 "a team is held up"; P3 "all else" }
${matrix}
${more}
clock respond { starts on opened; stops on reply }
plan Basic { targets { respond; all 4 h } }
`;
}

const MATRIX = `matrix impact by urgent {
         yes | no
  site   P1  | P2
  team, person  P2 | P3
}`;

/** The severities whose conditions hold for a case. */
function gradesOf(text: string, facts: Readonly<Record<string, string | boolean>>): readonly string[] {
  const holds = (condition: CheckedCondition): boolean => {
    switch (condition.kind) {
      case 'any':
        return condition.of.some(holds);
      case 'all':
        return condition.of.every(holds);
      case 'compare':
        return facts[condition.fact] === condition.value;
      default:
        return false;
    }
  };
  return checkText(text).contract.severities.flatMap(({ name, when }) => (holds(when) ? [name] : []));
}

const codes = (text: string): readonly string[] =>
  checkText(text).findings.flatMap(({ code, level, place }) =>
    level === 'error' ? [`${code} @ ${place.source.text.slice(place.span.start, place.span.end)}`] : [],
  );

describe('a matrix', () => {
  it('gives every pair of values the severity of its cell, and no other', () => {
    expect(codes(desk(MATRIX))).toEqual([]);
    expect(gradesOf(desk(MATRIX), { impact: 'site', urgent: true })).toEqual(['P1']);
    expect(gradesOf(desk(MATRIX), { impact: 'site', urgent: false })).toEqual(['P2']);
    expect(gradesOf(desk(MATRIX), { impact: 'person', urgent: true })).toEqual(['P2']);
    expect(gradesOf(desk(MATRIX), { impact: 'team', urgent: false })).toEqual(['P3']);
  });

  it('leaves no case out and grades none twice, as the linter of conditions sees it', () => {
    const found = lintText(desk(MATRIX)).map(({ code }) => code);
    expect(found.filter((code) => code.startsWith('lint/severity'))).toEqual([]);
  });

  it('may leave a severity to rules and to hands', () => {
    const never = desk(MATRIX.replaceAll('P3', 'P2'));
    expect(codes(never)).toEqual([]);
    expect(gradesOf(never, { impact: 'team', urgent: false })).toEqual(['P2']);
  });

  it('may grade by the channel, which every contract knows', () => {
    const channels = 'web, email, phone, chat, video, form, visit';
    expect(codes(desk(`matrix channel by urgent {\n  yes | no\n  ${channels}  P1 | P2\n}`))).toEqual([]);
  });

  it.each([
    ['a value without a row', MATRIX.replace('team, person', 'team'), 'severity/matrix-gap'],
    [
      'a value without a column',
      MATRIX.replace('yes | no', 'yes').replace('P1  | P2', 'P1').replace('P2 | P3', 'P2'),
      'severity/matrix-gap',
    ],
    ['a row that is too short', MATRIX.replace('P1  | P2', 'P1'), 'severity/matrix-row'],
    ['a value twice', MATRIX.replace('team, person', 'team, person, site'), 'names/declared-twice'],
    ['a value that the fact does not have', MATRIX.replace('person', 'persons'), 'names/unknown'],
    ['a severity that is none', MATRIX.replace('P3', 'P9'), 'names/unknown'],
    ['a fact that is none', MATRIX.replace('urgent', 'urgency'), 'names/unknown'],
    ['a fact without few values', MATRIX.replace('urgent', 'users'), 'names/fact-without-few-values'],
    ['one fact twice', MATRIX.replace('by urgent', 'by impact'), 'severity/matrix-of-one-fact'],
    ['no row of columns', MATRIX.replace('         yes | no\n', ''), 'syntax/header-missing'],
    ['no row at all', MATRIX.replace(/ {2}site[^}]*/, ''), 'syntax/empty-block'],
    ['another matrix', `${MATRIX}\n${MATRIX}`, 'contract/declared-twice'],
  ])('with %s is one mistake', (_, matrix, code) => {
    expect(codes(desk(matrix)).map((found) => found.split(' @ ')[0])).toEqual([code]);
  });

  it('stands in place of conditions', () => {
    const both = desk(MATRIX).replace('P3 "all else"', 'P3 "all else" otherwise');
    expect(codes(both)).toEqual(['severity/matrix-and-condition @ P3 "all else" otherwise']);
  });
});
