import { expect, test } from 'vitest';
import { DeskLog } from '../../../src/simulate/answers/desk-log.ts';
import { pathsInLog } from '../../../src/simulate/answers/ticket-paths.ts';
import { turningPoints } from '../../../src/simulate/answers/turning-points.ts';
import { FINISHED, GIVEN_UP, UNFINISHED } from '../../../src/simulate/desk/desk-model.ts';

const WAIT = -1;

test('all waits of a ticket count together, one that the run does not see the end of as far as it goes', () => {
  const log = new DeskLog(4, 3, null);
  log.begins(0, 0, 0, 100);
  log.ends(0, 0, 110);
  log.begins(0, 1, WAIT, 110);
  log.begins(1, 1, WAIT, 115);
  log.ends(0, 1, 140);
  log.begins(0, 2, WAIT, 150);
  log.ends(0, 2, 151);
  log.left(1, 'given up', 155);
  log.begins(2, 0, WAIT, 190);
  log.begins(3, 0, 1, 195);
  const opened = Float64Array.of(90, 91, 92, 93);
  const fate = Uint8Array.of(FINISHED, GIVEN_UP, UNFINISHED, UNFINISHED);
  expect(turningPoints(pathsInLog(log, 4), opened, fate, 200)).toEqual({
    waited: Float64Array.of(31, 40, 10, NaN),
    firstWork: Float64Array.of(100, NaN, NaN, 195),
    closed: Float64Array.of(151, 155, Infinity, Infinity),
  });
});

test('a wait without length is one, and there is no column where nobody waited', () => {
  const log = new DeskLog(1, 2, null);
  const waited = () =>
    turningPoints(pathsInLog(log, 1), Float64Array.of(1), Uint8Array.of(FINISHED), 10).waited;
  log.begins(0, 0, 0, 5);
  log.ends(0, 0, 6);
  expect(waited()).toBeNull();
  log.begins(0, 1, WAIT, 6);
  log.ends(0, 1, 6);
  expect(waited()).toEqual(Float64Array.of(0));
});

test('a ticket that is turned away at once is closed with its opening, and one set aside was first worked on before', () => {
  const log = new DeskLog(3, 2, null);
  log.begins(1, 0, 0, 5);
  log.setAside(1, 0, 7);
  log.begins(1, 0, 1, 8);
  log.ends(1, 0, 9);
  const fate = Uint8Array.of(FINISHED, FINISHED, UNFINISHED);
  const { firstWork, closed } = turningPoints(pathsInLog(log, 3), Float64Array.of(1, 2, 3), fate, 20);
  expect([...firstWork]).toEqual([NaN, 5, NaN]);
  expect([...closed]).toEqual([1, 9, Infinity]);
});
