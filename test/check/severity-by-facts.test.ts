import { expect, test } from 'vitest';
import { briefly, checkText } from './findings.ts';

const graded = (last: string) => `contract "Desk" {
  zone  Europe/Berlin
}

facts {
  impact  one of all, some
}

severities {
  P1  "nobody can work"  when impact = all
  P2  "anything else"${last}
}

event reviewed

rule "wrong severity" on reviewed then severity by facts, tell customer
`;

test('a rule may give a ticket the severity that its facts make it', () => {
  const { contract, findings } = checkText(graded('  otherwise'));
  expect(briefly(findings)).toEqual([]);
  expect(contract.conduct.rules.map(({ actions }) => actions)).toEqual([
    [{ kind: 'severity by facts' }, { kind: 'tell', whom: 'customer' }],
  ]);
});

test('the facts decide nothing where one severity has no condition', () => {
  const { contract, findings } = checkText(graded(''));
  expect(briefly(findings)).toEqual(['rule/no-predicates @ severity by facts']);
  expect(contract.conduct.rules).toEqual([]);
});

test('a severity may be called `facts` all the same', () => {
  const text = graded('  otherwise').replaceAll('P2', 'facts').replace('by facts', 'facts');
  const { contract, findings } = checkText(text);
  expect(briefly(findings)).toEqual([]);
  expect(contract.conduct.rules[0]?.actions[0]).toEqual({ kind: 'set severity', severity: 'facts' });
});
