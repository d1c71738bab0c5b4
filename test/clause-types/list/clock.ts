import { clauseType, type Group } from '../clause-type.ts';

export const CLOCK: Group = {
  title: 'Clocks',
  types: [
    clauseType(
      'C01',
      'What starts and what stops the clock',
      '`starts` and `stops` of a `clock`; of several events the first or the last, one after another, or not some',
      `event "web form received"
event "mail received"
clock respond {
  starts on «last of => first of» "web form received", "mail received"
  stops on reply, «call => arrived»
  «stops not on "automatic reply"»
  reopen never
}`,
    ),
    clauseType(
      'C02',
      'The clock pauses while the customer is waited for',
      '`pauses while` a state, with a cap where there is one',
      `clock resolve {
  starts on opened
  stops on resolved
  «pauses while waiting for customer»
  reopen never
}`,
    ),
    clauseType(
      'C03',
      'Time that does not count: maintenance, third parties, force majeure',
      '`pauses while` states of any name, `unless` a condition holds',
      `clock resolve {
  starts on opened
  stops on resolved
  pauses while planned maintenance«, "third party", "force majeure"»
  reopen never
}`,
    ),
    clauseType(
      'C04',
      'Closed by itself after days of silence, with reminders',
      '`closes after`; a `rule … after … in` a state for each reminder',
      `clock resolve {
  starts on opened
  stops on resolved
  reopen never
  «closes after 10 calendar days ending at same time of silence»
}
«rule "reminder" after 7 calendar days ending at same time in waiting for customer then tell customer»`,
    ),
    clauseType(
      'C05',
      'What reopening does, and until when',
      '`reopen within … continues`, `starts afresh` or `runs on`',
      `clock resolve {
  starts on opened
  stops on resolved
  reopen «within 5 business days ending at close in Office continues => never»
}`,
    ),
    clauseType(
      'C06',
      'What a change of severity does to a running clock',
      '`on raise`, `on lower` and their like, with the basis on which the new promise is counted',
      `on raise count from «open, never due less than 30 min after the change => open»
on lower «keep elapsed => proportional», a breach stays a breach`,
    ),
    clauseType(
      'C07',
      'One ticket of a customer at a time',
      '`starts when previous ticket of customer ends`',
      `clock resolve {
  «starts when previous ticket of customer ends => starts on opened»
  stops on resolved
  reopen never
}`,
    ),
    clauseType(
      'C08',
      'Limits on work at a stretch, and rest',
      '`works at most` of a clock',
      `clock resolve {
  starts on opened
  stops on resolved
  «works at most 6 h at a stretch, then rests 2 h, at most 12 h in 24 h»
  reopen never
}`,
    ),
  ],
};
