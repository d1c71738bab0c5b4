import { ANY_TICKET } from '../check/calendar-keys.ts';
import type { CheckedTarget, Selector } from '../check/model.ts';
import type { CheckedMoney } from '../check/money-model.ts';
import { lowerCredit, lowerOfNoTicket, lowerPoints, lowerRight } from './lower-credit.ts';
import { calendarsOfOpening, lowerWithOpening } from './lower-opened.ts';
import type { CalendarTable } from './lower-calendars.ts';
import type { PlanMoney } from './money-model.ts';
import type { PlanSelector, PlanTarget } from './model.ts';

/** Money with its calendars and cells; a line becomes one for each kind of ticket that a calendar of it tells apart. */
export function lowerMoney(
  said: CheckedMoney,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
  lowerTarget: (target: CheckedTarget) => readonly PlanTarget[],
): PlanMoney {
  return {
    price: said.price,
    rates: said.rates.flatMap((rate) => {
      const named = rate.bands.flatMap((band) => band.calendar ?? []);
      return calendars.groups(rate.when, named).map(({ when, key }) => ({
        ...rate,
        when: selectorOf(when),
        bands: rate.bands.map((band) => ({
          ...band,
          calendar: band.calendar === null ? null : calendars.indexOf(band.calendar, key),
        })),
      }));
    }),
    options: said.options.map((option) => ({
      ...option,
      gives: option.gives.flatMap(lowerTarget),
    })),
    surcharges: said.surcharges.flatMap((surcharge) =>
      calendars.groups(surcharge.when, calendarsOfOpening(surcharge.when)).map(({ when, key }) => ({
        ...surcharge,
        when: lowerWithOpening(when, key, calendars, selectorOf),
      })),
    ),
    credits: said.credits.map((credit) => lowerCredit(credit, calendars, selectorOf)),
    creditCaps: said.creditCaps,
    points: said.points.map((points) => lowerPoints(points, calendars, selectorOf)),
    rights: said.rights.map((right) => lowerRight(right, calendars, selectorOf)),
    availability: said.availability.map((each) => ({
      ...each,
      calendar: each.calendar === null ? null : calendars.indexOf(each.calendar, ANY_TICKET),
      exclusions: each.exclusions.map(({ announced, ...exclusion }) => ({
        ...exclusion,
        announced: announced === null ? null : lowerOfNoTicket(announced, calendars, selectorOf),
      })),
    })),
  };
}
