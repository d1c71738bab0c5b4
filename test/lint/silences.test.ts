import { expect, test } from 'vitest';
import { briefly, lintText } from '../check/findings.ts';

const contract = (body: string): string => `contract "Desk" {
  zone  Europe/Berlin
}

severities {
  P1  "nobody can work"
}

${body}
plan Basic {
  targets {
         respond
    all  4 h
  }
}

clock respond { starts on opened; stops on reply }
`;

const lintOf = (body: string): readonly string[] => briefly(lintText(contract(body)));
const allow = '# surety: allow lint/unused-name because the line is cut in May';

test('a warning is silent when the line before its clause allows it, with a reason', () => {
  expect(lintOf('channel fax')).toEqual(['lint/unused-name @ fax']);
  expect(lintOf(`${allow}\nchannel fax`)).toEqual([]);
});

test('comments and empty lines may stand between, other clauses may not', () => {
  expect(lintOf(`${allow}\n\n# the old one\nchannel fax`)).toEqual([]);
  expect(lintOf(`${allow}\nchannel web\nchannel fax`)).toContain('lint/unused-name @ fax');
});

test('at the end of a line it speaks of that line alone', () => {
  expect(lintOf(`channel fax  ${allow}`)).toEqual([]);
  expect(lintOf(`channel fax  ${allow}\nchannel telex`)).toEqual(['lint/unused-name @ telex']);
});

test('behind a clause of several lines it speaks of the clause', () => {
  const facts = 'facts {\n  users  number\n}\n';
  const text = contract(facts).replace(
    'work"',
    `work"\n        when users > 10  # surety: allow lint/severity-gap because others call`,
  );
  expect(briefly(lintText(text))).toEqual([]);
});

test('one that takes nothing away is reported, also when it stands where nothing follows', () => {
  expect(lintOf(allow)).toEqual([`lint/unused-silence @ ${allow}`]);
  expect(briefly(lintText(`${contract('')}${allow}\n`))).toEqual([`lint/unused-silence @ ${allow}`]);
});

test('one of another code leaves the warning where it is', () => {
  expect(lintOf(`${allow.replace('unused-name', 'names-alike')}\nchannel fax`)).toEqual([
    `lint/unused-silence @ ${allow.replace('unused-name', 'names-alike')}`,
    'lint/unused-name @ fax',
  ]);
});

test('a silence that is none is an error, and the linter says no more', () => {
  const [none, ...more] = lintText(contract('# surety: allow lint/unused-nam because …\nchannel fax'));
  expect(more).toEqual([]);
  expect(none).toMatchObject({ code: 'lint/silence-of-nothing', level: 'error' });
  expect(none?.help).toBe('did you mean `lint/unused-name`?');
  expect(lintOf('# surety: allow lint/unused-name\nchannel fax')).toEqual([
    'lint/silence-without-reason @ # surety: allow lint/unused-name',
  ]);
});
