import { clauseType, type Group } from '../clause-type.ts';

const AVAILABILITY = `availability "the API" 99.9% per month of real time, outage from "the first failed check" to "the first good one", counted per started 1 min`;

export const CREDIT: Group = {
  title: 'Credits',
  types: [
    clauseType(
      'G01',
      'Credits by how far the availability fell short',
      '`credit … by availability`, in bands',
      `plan Hosted {
  ${AVAILABILITY}
  «credit of "the monthly fee" by availability per month gives 10% below 99.9% | 25% below 99%»
}`,
    ),
    clauseType(
      'G02',
      'A credit for each so much of an outage',
      '`credit … per started 30 min of outage`, in hours as they are or of a calendar, `beyond` what is free, with a cap',
      `plan Hosted {
  «credit 1% of "the monthly fee" per started 30 min of outage, beyond 4 h, at most 20% per month»
}`,
    ),
    clauseType(
      'G03',
      'A credit for missed support targets',
      '`credit … per missed`, of one metric, several or any, `for` some tickets, beyond the first misses; by how many were missed; by the share in time; per so much of the delay, in hours or business days; by points',
      `plan Basic {
  targets {
    respond | resolve
    all 1 h | 8 h in Office
  }
  attain 95% of resolve per month of tickets closed, except none, overall
  credit of "the monthly fee" by missed respond«, resolve» per month gives 5% for 1 to 2 «| 10% for 3 or more»
  credit EUR 50 per missed respond«, beyond 2 missed per month»« for P1»
  credit EUR 10 per missed resolve«, beyond 5% of tickets due per month»
  «credit of "the monthly fee" by attained resolve per month gives 2% below 95% | 5% below 90%, earned back after 3 months kept»
  credit EUR 20 per «started »4 h of delay of resolve«, counted as promised»
  «points 3 per missed respond for P1»
  points 1 per missed respond for P2
  «credit of "the monthly fee" by points per month gives 2% for 3 to 5 | 5% for 6 or more»
  «credit 0.5% of "the monthly fee" per started 1 business day ending at close in Office of delay of respond»
}`,
    ),
    clauseType(
      'G04',
      'Credits have to be claimed, and until when',
      '`claimed within … with …`, in calendar or business days, from when it arose or from the end of its month',
      `plan Basic {
  targets {
    respond
    all 1 h
  }
  credit 5% of "the monthly fee" per missed respond«, claimed within 10 business days in Office from end of month with "a written claim"»
}`,
    ),
    clauseType(
      'G05',
      'A cap, and no other remedy',
      '`at most … per`, of one credit or, by `credits`, of all together; `sole remedy`',
      `plan Basic {
  targets {
    respond
    all 1 h
  }
  credit 5% of "the monthly fee" per missed respond«, at most 15% per month»«, sole remedy»
  «credits at most 20% of "the monthly fee" per month, at most EUR 10000 per contract year, sole remedy»
}`,
    ),
    clauseType(
      'G06',
      'How availability is reckoned',
      '`availability`: of real time or of a calendar, what an outage is, how it is counted and what is not',
      `plan Hosted {
  «availability 99.9% per month of real time in Europe/Berlin, outage from "a failed check" to "a good one", counted per started 1 min, except "planned maintenance" announced 48 h before up to 4 h per month»
}`,
    ),
    clauseType(
      'G07',
      'A remedy that is not money',
      '`credit` with a text or a length of service; `right`, what the customer may do after bad periods',
      `plan Hosted {
  «credit "a day added to the term" per started 24 h of outage»
  «right "to terminate" when 5 or more missed respond in 3 months in a row, notice 30 calendar days»
}`,
    ),
  ],
};
