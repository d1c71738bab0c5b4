import { expect, test } from 'vitest';
import { asksOverColumns } from '../../src/engine/column-question.ts';
import { civil, contractWith, weekdays } from './checked-contract.ts';
import { engineOf } from './lower-calendar.ts';

test('a calendar puts its questions over columns as such where it has a table, and not where it never shuts', () => {
  const engine = engineOf(
    contractWith({
      Office: civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')),
      Always: civil('Europe/Berlin', weekdays(1, 7, '00:00-24:00')),
    }),
  );
  expect([0, 1].map((index) => asksOverColumns(engine.calendar(index)))).toEqual([true, false]);
});
