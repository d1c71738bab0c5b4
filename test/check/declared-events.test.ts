import { expect, test } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from './findings.ts';

test('the words of a declared event reach the compiled plan', () => {
  const { contract } = checkText(
    'event "case split" "the ticket turns out to be two"\nevent handover "to the partner"\n',
  );
  expect(lower(contract).conduct.events).toEqual([
    { name: 'case split', text: 'the ticket turns out to be two' },
    { name: 'handover', text: 'to the partner' },
  ]);
});
