import { describe, expect, test } from 'vitest';
import { kindOf } from './kind.ts';
import { markersIn } from './marker.ts';
import { without } from './without.ts';

/** `term: first words of the clause`, and the column where one is named. */
function read(text: string): readonly string[] {
  return markersIn(text).map(({ term, column, entry }) =>
    [
      `${term}:`,
      ...entry.head.slice(0, 2).map(({ image }) => image),
      ...(column === null ? [] : [column]),
    ].join(' '),
  );
}

const TABLE = `plan Basic {
  # §1, §2. Reading: an aim
  targets {
            respond | resolve
    P1, P2  1 h     | 5 h in Office  # §3 respond, §4 resolve
    P3 |    8 h     | best effort    # §5 resolve
  }
  note "text"  # §6
}
`;

describe('a marker', () => {
  test('speaks of the clause behind which it stands, or of the next', () => {
    expect(read(TABLE)).toEqual([
      '1: targets',
      '2: targets',
      '3: P1 , respond',
      '4: P1 , resolve',
      '5: P3 | resolve',
      '6: note "text"',
    ]);
  });

  test('behind an opening brace speaks of the whole block', () => {
    expect(read('plan Basic {  # §1\n  note "text"\n}\n')).toEqual(['1: plan Basic']);
  });

  test.each(['# §', '# § 1', '# §1 and §2', '# see §1', '#§1', '# §1 Reading: none', '# §01', '# §1,§2'])(
    'is not written as `%s`',
    (comment) => {
      expect(() => markersIn(`note "text"  ${comment}\n`)).toThrow(`not a marker: ${comment}`);
    },
  );

  test('that no clause follows is rejected', () => {
    expect(() => markersIn('note "text"\n# §1\n')).toThrow('no clause follows: # §1');
    expect(() => markersIn('plan Basic {\n  note "text"\n  # §1\n}\n')).toThrow('no clause follows: # §1');
  });
});

describe('without what a marker names', () => {
  const [first, , third, fourth, fifth, last] = markersIn(TABLE);
  const line = (text: string, number: number) => text.split('\n')[number - 1];

  test('a clause is gone with its block, and the lines stay', () => {
    const left = without(TABLE, first!);
    expect(left).not.toContain('best effort');
    expect(left.split('\n')).toHaveLength(TABLE.split('\n').length);
    expect(line(left, 8)).toBe(line(TABLE, 8));
  });

  test('nothing is known of a cell', () => {
    expect(line(without(TABLE, third!), 5)).toContain('P1, P2  unknown     | 5 h in Office');
    expect(line(without(TABLE, fourth!), 5)).toContain('P1, P2  1 h     | unknown');
    expect(line(without(TABLE, fifth!), 6)).toContain('P3 |    8 h     | unknown');
  });

  test('a column that the table does not have is a mistake', () => {
    expect(() => without(TABLE, { ...third!, column: 'update' })).toThrow('no column update here');
    expect(() => without(TABLE, { ...last!, column: 'respond' })).toThrow('no column respond here');
  });
});

describe('a term', () => {
  const kind = (text: string) => kindOf(markersIn(text));

  test.each(['note "a"', 'exclude "a"', 'advice "a"', 'document "a" at "b"', 'feature "a" is "b"'])(
    'is a text where only `%s` carries it',
    (clause) => {
      expect(kind(`${clause}  # §1\n`)).toBe('text');
    },
  );

  test.each([
    'exclude "a" when planned',
    'include "a" for P1',
    'feature "a" optional',
    'visits at most 1 per quarter',
  ])('is a construct where `%s` carries it', (clause) => {
    expect(kind(`${clause}  # §1\n`)).toBe('construct');
    expect(kind(`${clause}  # §1\nnote "b"  # §1\n`)).toBe('construct');
  });
});
