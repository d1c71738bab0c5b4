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
      '`credit … per started 30 min of outage`, `beyond` what is free, with a cap',
      `plan Hosted {
  «credit 1% of "the monthly fee" per started 30 min of outage, beyond 4 h, at most 20% per month»
}`,
    ),
    clauseType(
      'G03',
      'A credit for missed support targets',
      '`credit … per missed`, or by how many were missed, of one metric, several or any',
      `plan Basic {
  targets {
    respond | resolve
    all 1 h | 8 h
  }
  credit of "the monthly fee" by missed respond«, resolve» per month gives 5% for 1 to 2 «| 10% for 3 or more»
}`,
    ),
    clauseType(
      'G04',
      'Credits have to be claimed, and until when',
      '`claimed within … with …`',
      `plan Basic {
  targets {
    respond
    all 1 h
  }
  credit 5% of "the monthly fee" per missed respond«, claimed within 30 calendar days with "a written claim"»
}`,
    ),
    clauseType(
      'G05',
      'A cap, and no other remedy',
      '`at most … per`, `sole remedy`',
      `plan Basic {
  targets {
    respond
    all 1 h
  }
  credit 5% of "the monthly fee" per missed respond«, at most 15% per month»«, sole remedy»
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
      '`credit` with a text',
      `plan Hosted {
  «credit "a day added to the term" per started 24 h of outage»
}`,
    ),
  ],
};
