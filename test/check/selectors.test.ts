import { describe, expect, it } from 'vitest';
import { narrowness, overlap } from '../../src/check/check-selector.ts';
import type { Selector } from '../../src/check/model.ts';
import { briefly, checkText } from './findings.ts';
import { HEAD, planOf } from './contract-with.ts';

const REGIONS = 'regions by site { EU zone Europe/Berlin; US zone America/New_York }\n';

const FACTS = 'facts { language one of German, English; addon yes or no; users number }\n';

function selectorOf(words: string): Selector | undefined {
  return planOf(`${FACTS}${REGIONS}plan A { coverage resolve in Office for ${words} }`, 'A').coverage[0]
    ?.when;
}

const findingsOf = (words: string): readonly string[] =>
  briefly(checkText(`${HEAD}${FACTS}${REGIONS}plan A { coverage resolve in Office for ${words} }`).findings);

describe('what follows `for`', () => {
  it('is a severity, a region, a channel or a type, by what its names are', () => {
    expect(selectorOf('P1, P2')).toEqual({
      severities: ['P1', 'P2'],
      regions: null,
      channels: null,
      types: null,
      facts: [],
      opened: [],
    });
    expect(selectorOf('US')?.regions).toEqual(['US']);
    expect(selectorOf('phone, email')?.channels).toEqual(['phone', 'email']);
    expect(selectorOf('incident')?.types).toEqual(['incident']);
  });

  it('joins kinds by `and`, in any order', () => {
    const all = {
      severities: ['P1'],
      regions: ['EU'],
      channels: ['phone'],
      types: ['question'],
      facts: [],
      opened: [],
    };
    expect(selectorOf('P1 and EU and phone and question')).toEqual(all);
    expect(selectorOf('type question and channel phone and region EU and severity P1')).toEqual(all);
  });

  it('may use aliases, which stand for the severity itself', () => {
    expect(selectorOf('urgent, P2')?.severities).toEqual(['P1', 'P2']);
  });

  it('names nothing that is unknown, and of several unknown names tells the first', () => {
    expect(findingsOf('P9')).toEqual(['names/unknown @ P9']);
    expect(findingsOf('region Mars, Venus')).toEqual(['names/unknown @ Mars', 'names/unknown @ Venus']);
  });

  it('is a declared fact of few values, which says its name first', () => {
    expect(selectorOf('language English')?.facts).toEqual([{ fact: 'language', words: ['English'] }]);
    expect(selectorOf('P1')?.facts).toEqual([]);
    expect(selectorOf('language English, German and P1')).toMatchObject({
      severities: ['P1'],
      facts: [{ fact: 'language', words: ['English', 'German'] }],
    });
  });

  it('is a yes-or-no fact alone, with `not`, or with its word', () => {
    expect(selectorOf('addon')?.facts).toEqual([{ fact: 'addon', words: ['yes'] }]);
    expect(selectorOf('not addon')?.facts).toEqual([{ fact: 'addon', words: ['no'] }]);
    expect(selectorOf('addon no')?.facts).toEqual([{ fact: 'addon', words: ['no'] }]);
  });

  it('says the same whatever the order of its facts', () => {
    expect(selectorOf('language English and addon')).toEqual(selectorOf('addon and language English'));
  });

  it('says of a value that stands alone which fact to name', () => {
    const german = checkText(`${HEAD}${FACTS}${REGIONS}plan A { coverage resolve in Office for German }`)
      .findings[0];
    expect(german?.help).toContain('language German');
  });

  it('refuses what no line can be chosen by', () => {
    expect(findingsOf('language')).toEqual(['names/fact-without-value @ language']);
    expect(findingsOf('users many')).toEqual(['names/fact-without-few-values @ users many']);
    expect(findingsOf('not P1')).toEqual(['names/not-a-yes-or-no-fact @ not P1']);
    expect(findingsOf('not language German')).toEqual(['names/not-a-yes-or-no-fact @ not language German']);
    expect(findingsOf('language French')).toEqual(['names/unknown @ French']);
    expect(findingsOf('langage German')).toEqual(['names/unknown @ langage']);
    expect(findingsOf('addon and not addon')).toEqual(['names/narrowed-twice @ not addon']);
  });

  it('mixes no kinds in one list', () => {
    expect(findingsOf('P1, phone')).toEqual(['names/mixed-selector @ phone']);
  });

  it('narrows no kind twice', () => {
    expect(findingsOf('P1 and severity P2')).toEqual(['names/narrowed-twice @ severity P2']);
  });
});

describe('two selectors', () => {
  const of = (more: Partial<Selector>): Selector => ({
    severities: null,
    regions: null,
    channels: null,
    types: null,
    facts: [],
    opened: [],
    ...more,
  });

  it('meet where no kind keeps them apart', () => {
    expect(overlap(of({}), of({ severities: ['P1'] }))).toBe(true);
    expect(overlap(of({ severities: ['P1', 'P2'] }), of({ severities: ['P2'], channels: ['web'] }))).toBe(
      true,
    );
    expect(overlap(of({ severities: ['P1'] }), of({ severities: ['P2'] }))).toBe(false);
    expect(overlap(of({ channels: ['web'], types: ['x'] }), of({ channels: ['web'], types: ['y'] }))).toBe(
      false,
    );
  });

  it('are as narrow as the kinds they name, however long the lists', () => {
    expect(narrowness(of({}))).toBe(0);
    expect(narrowness(of({ severities: ['P1', 'P2', 'P3'] }))).toBe(1);
    expect(narrowness(of({ severities: ['P1'], regions: ['EU'] }))).toBe(2);
  });

  it('that meet equally narrowly give one ticket two values; a narrower one replaces', () => {
    const twice = (rows: string) => briefly(checkText(`${HEAD}plan A { ${rows} }`).findings);
    expect(twice('targets { respond; P1, P2 | 1 h; P2, P3 | 2 h }')).toEqual(['plan/target-twice @ P2, P3']);
    expect(twice('targets { respond; all | 1 h; P2 | 2 h }')).toEqual([]);
    expect(twice('targets for phone { respond; P1 | 1 h }; targets for email { respond; P1 | 2 h }')).toEqual(
      [],
    );
    expect(twice('targets for phone { respond; all | 1 h }; targets { respond; P1 | 2 h }')).toEqual([
      'plan/target-twice @ P1',
    ]);
  });

  it('that cross are one mistake, told with a ticket of which both lines speak', () => {
    const rows = 'targets for phone { respond; all | 1 h }; targets { respond; P1 | 2 h; P2 | 4 h }';
    const { findings } = checkText(`${HEAD}plan A { ${rows} }`);
    expect(findings.map(({ message }) => message)).toEqual([
      '`respond` has two values for a ticket of `P1` and `phone`',
    ]);
    expect(findings[0]?.help).toContain('neither line is the narrower');
  });
});
