import { expect, test } from 'vitest';
import { DeskLog } from '../../../src/simulate/answers/desk-log.ts';
import { waitedFor } from '../../../src/simulate/answers/waited-for.ts';

const WAIT = -1;

test('all waits of a ticket count together, one that the run does not see the end of as far as it goes', () => {
  const log = new DeskLog(4, 3, null);
  log.begins(0, 0, 0, 100);
  log.ends(0, 0, 110);
  log.begins(0, 1, WAIT, 110);
  log.begins(1, 1, WAIT, 115);
  log.ends(0, 1, 140);
  log.begins(0, 2, WAIT, 150);
  log.left(1, 'given up', 155);
  log.ends(0, 2, 151);
  log.begins(2, 0, WAIT, 190);
  log.begins(3, 0, 1, 195);
  expect(waitedFor(log, 4, 200)).toEqual(Float64Array.of(31, 40, 10, NaN));
});

test('a wait without length is one, and there is no column where nobody waited', () => {
  const log = new DeskLog(1, 2, null);
  log.begins(0, 0, 0, 5);
  log.ends(0, 0, 6);
  expect(waitedFor(log, 1, 10)).toBeNull();
  log.begins(0, 1, WAIT, 6);
  log.ends(0, 1, 6);
  expect(waitedFor(log, 1, 10)).toEqual(Float64Array.of(0));
});
