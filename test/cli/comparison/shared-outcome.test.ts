import { expect, test } from 'vitest';
import { receiveOutcome, shareOutcome } from '../../../src/cli/comparison/shared-outcome.ts';
import { fixtureModel } from '../../tui/fixture.ts';

test.each([0, 1, 60])('an outcome of %i tickets is the same on the other thread', (tickets) => {
  const { outcome } = fixtureModel({
    tickets,
    // Names of any length, none of them too.
    id: (ticket) => (ticket % 3 === 0 ? '' : '票'.repeat(ticket % 5) + String(ticket)),
  });
  // What is posted to another thread is cloned so; memory that is shared stays so.
  const received = receiveOutcome(structuredClone(shareOutcome(outcome)));
  const { id, ...columns } = received.tickets;
  const { id: idBefore, ...columnsBefore } = outcome.tickets;
  expect(columns).toEqual(columnsBefore);
  for (let ticket = 0; ticket < tickets; ticket += 1) expect(id(ticket)).toBe(idBefore(ticket));
  expect(received.plans).toEqual(outcome.plans);
  expect(received.plan).toEqual(outcome.plan);
  expect(received.notes).toEqual(outcome.notes);
});

test('its columns lie in shared memory, and nothing of it is a function', () => {
  const shared = shareOutcome({ ...fixtureModel().outcome, historyOf: () => null });
  expect(shared.tickets.opened.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(shared.plans[0]?.metrics[0]?.due.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(JSON.stringify(Object.keys(shared))).not.toContain('historyOf');
});
