import { beforeAll, describe, expect, test } from 'vitest';
import type { DeskWatch } from '../../../src/simulate/desk/desk-watch.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { shippedModel } from '../../tui/shipped.ts';

describe('a desk that is watched', () => {
  let model: ReadyModel;
  let desk: DeskWatch;
  beforeAll(async () => {
    model = await shippedModel('simulations/express.sim', 2);
    const watched = model.outcome.watch;
    if (watched === undefined) throw new Error('a simulation has a desk');
    desk = watched;
  });

  test('stops the clocks of a ticket when it did in the outcome', () => {
    const { tickets, plans } = model.outcome;
    const first = desk.steps.indexOf('reaction');
    for (let ticket = 0; ticket < tickets.count; ticket += 1) {
      for (const place of [0, 2]) {
        const ended = desk.of(place, ticket).find((entry) => entry.kind === 'ends' && entry.step === first);
        const stopped = plans[place]?.metrics.find(({ metric }) => metric === 'respond')?.stopped[ticket];
        expect(ended?.at ?? NaN).toBe(stopped);
      }
    }
  });

  test('has at every instant as many tickets in each hand as a count of its entries finds', () => {
    const { of, at } = desk.diary(1, 0);
    // Those of a ticket stand in their order; what happens to others at the same instant is in other hands.
    const rows = Array.from({ length: model.outcome.tickets.count }, (_, row) => of(row));
    const entries = rows.flat().sort((a, b) => a.at - b.at);
    expect(entries.length).toBeGreaterThan(1000);
    for (let i = 0; i < entries.length; i += 97) {
      const instant = entries[i]?.at ?? 0;
      const held = new Map<number, number>();
      for (const entry of entries) {
        if (entry.at > instant) break;
        if (entry.kind === 'begins') held.set(entry.row, entry.team);
        else held.delete(entry.row);
      }
      const moment = at(instant);
      const count = (team: number): number => [...held.values()].filter((each) => each === team).length;
      expect(moment.worked).toEqual(desk.teams.map((_, team) => count(team)));
      expect(moment.waiting).toBe(count(-1));
      expect(moment.inLine).toBeGreaterThanOrEqual(0);
      moment.worked.forEach((busy, team) => {
        expect(busy).toBeLessThanOrEqual(desk.teams[team]?.agents ?? 0);
      });
    }
  });

  test('holds nothing before the first ticket, and nothing once all is done', () => {
    const { at } = desk.diary(0, 1);
    const nothing = { inLine: 0, worked: [0, 0], waiting: 0 };
    expect(at(-Infinity)).toEqual(nothing);
    expect(at(Infinity)).toEqual(nothing);
  });
});
