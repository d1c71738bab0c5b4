/** Credits paid coin by coin: each coin is given where every cap that speaks of it still has room. */
import { DateTime } from 'luxon';
import type { CheckedCredit } from '../check/money-model.ts';
import type { InstantMs } from '../time/types.ts';

type Unit = NonNullable<CheckedCredit['caps'][number]['period']>['unit'];

export interface MissedPromise {
  readonly ticket: string;
  readonly at: InstantMs;
}

/** What each miss gives, in whole units of the currency, in the order in which they were missed. Amounts are whole. */
export function creditCoins(
  { gives, caps }: CheckedCredit,
  misses: readonly MissedPromise[],
  zone: string,
): readonly number[] {
  if (gives.kind !== 'money') throw new Error('coins are of money');
  const given: MissedPromise[] = [];
  const periods = new Map<string, string>();
  const periodOf = (unit: Unit, at: InstantMs): string => {
    const key = `${unit} ${at}`;
    const found = periods.get(key) ?? DateTime.fromMillis(at, { zone }).startOf(unit).toISODate() ?? '';
    periods.set(key, found);
    return found;
  };
  return misses.map((miss) => {
    let coins = 0;
    for (let coin = 0; coin < Number(gives.amount); coin += 1) {
      const hasRoom = caps.every((cap) => {
        if (cap.kind !== 'money') throw new Error('caps of coins are of money');
        const alike = given.filter((other) =>
          cap.period === null
            ? other.ticket === miss.ticket
            : periodOf(cap.period.unit, other.at) === periodOf(cap.period.unit, miss.at),
        );
        return alike.length < Number(cap.amount);
      });
      if (!hasRoom) break;
      given.push(miss);
      coins += 1;
    }
    return coins;
  });
}
