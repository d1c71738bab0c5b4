import { clauseType, type Group } from '../clause-type.ts';

export const PRICE: Group = {
  title: 'Prices',
  types: [
    clauseType(
      'F01',
      'A price per plan and period',
      '`price`, with how it is billed',
      `plan Basic {
  «price EUR 1499.00 per month, billed yearly»
}`,
    ),
    clauseType(
      'F02',
      'A price by a formula: a share, a least, steps',
      'a share of a sum in words; `at least`, `at most`, factors and steps `beyond` so much',
      `plan Basic {
  price 10% of "monthly charges" per month«, 7% beyond EUR 10000»«, at least EUR 100», billed monthly
}`,
    ),
    clauseType(
      'F03',
      'An hourly rate, in increments and with a least',
      '`rate` and `charge`, with `at least` and `rounded up to`; a charge goes on with `then`, stretch by stretch',
      `plan Basic {
  rate EUR 120 per hour in 24x7«, at least 2 h»«, rounded up to 15 min after 5 min»
}`,
    ),
    clauseType(
      'F04',
      'Hours off the clock count or cost more',
      '`outside … at 2x` of a quota or charge, and whose the hours at the edge are',
      `plan Basic {
  hours 120 per year, «outside Office at 2x split at edge, »over billed, used when work ends
}`,
    ),
    clauseType(
      'F05',
      'Several price bands',
      '`rate` with a band a calendar, in money or as multiples of the first',
      `calendar Evening {
  zone Europe/Berlin
  open Mon..Fri 17:00-22:00
  holidays none
}
plan Basic {
  rate EUR 120 per hour in Office «| 1.5x in Evening »| «2x => 3x» outside
}`,
    ),
    clauseType(
      'F06',
      'Each window or target bought by itself',
      '`option` with its price and the cells that it `gives`',
      `plan Basic {
  targets {
    respond
    P1, P2, P3, P4 4 h in Office
  }
  «option "Faster answers" EUR 500 per month, billed monthly, gives respond 30 min for P1»
}`,
    ),
    clauseType(
      'F07',
      'Beyond the quota: buy, hold or close',
      '`over` with what the customer may choose of',
      `plan Basic {
  hours 10 per month, over billed «or on hold or closed», used when work ends
}`,
    ),
    clauseType(
      'F08',
      'A part of a period',
      '`prorated by`',
      `plan Basic {
  price EUR 300 per month, billed monthly«, prorated by day»
}`,
    ),
    clauseType(
      'F09',
      'Visits and travel',
      '`visits`, and a `surcharge` per visit, by region where it differs',
      `plan Basic {
  «visits at most 4 per year, used when work ends»
  «surcharge "travel" EUR 80 per visit for region ANZ»
}`,
    ),
    clauseType(
      'F10',
      'A surcharge for emergencies and the like',
      '`surcharge`, a sum or a share, narrowed by severity and condition',
      `facts {
  emergency yes or no
}
plan Basic {
  «surcharge "emergency call-out" EUR 250 per call when emergency»
}`,
    ),
  ],
};
