import { clauseType, type Group } from '../clause-type.ts';

const RECEIVED = 'received outside hours at next opening, day of receipt does not count';

export const TARGET: Group = {
  title: 'Targets',
  types: [
    clauseType(
      'B01',
      'A first response by severity and plan',
      'the column `respond` of a plan’s `targets`, a row a severity',
      `plan Basic {
  targets {
    respond
    P1 «1 h => 2 h»
    P2, P3, P4 8 h
  }
}
plan Premium extends Basic {
  targets {
    respond
    P1 «15 min => 1 h»
  }
}`,
    ),
    clauseType(
      'B02',
      'A time to resolve',
      'the column `resolve`',
      `plan Basic {
  targets {
    respond | resolve
    P1 1 h | «8 h => unknown»
    P2, P3, P4 4 h | 24 h
  }
}`,
    ),
    clauseType(
      'B03',
      'A time to a workaround or to restore the service',
      'the column `workaround`, or a `metric` of the contract’s own',
      `metric restore "the service runs again"
plan Basic {
  targets {
    «workaround => respond» | restore
    all 8 h | «24 h => unknown»
  }
}`,
    ),
    clauseType(
      'B04',
      'Progress reports at intervals until resolved',
      'a cell `every … until …`',
      `plan Basic {
  targets {
    update | resolve
    P1 every «2 h => 4 h» until resolve | 8 h
    P2, P3, P4 best effort | 24 h
  }
}`,
    ),
    clauseType(
      'B05',
      'A time for each next reply',
      'the column `reply`, whose clock starts anew on `every` message',
      `clock reply {
  starts on "customer reply"
  stops on reply
  «every "customer reply", oldest message»
  reopen never
}
plan Basic {
  targets {
    reply
    all «4 h => unknown»
  }
}`,
    ),
    clauseType(
      'B06',
      'Business hours as a unit',
      'hours `in` a calendar, or `business hours` that the plan says once',
      `plan Basic {
  business hours in Office
  targets {
    respond
    all 4 «business hours => h»
  }
}`,
    ),
    clauseType(
      'B07',
      'Business days as a unit',
      '`business days`, counted by date, with the calendar and the end of the last',
      `plan Basic {
  business days in Office at «close => 12:00», ${RECEIVED}
  targets {
    resolve
    all «2 => 3» business days
  }
}`,
    ),
    clauseType(
      'B08',
      'A day that is so many hours',
      '`business days … of 8 h`: hours of the calendar, eight to the day',
      `plan Basic {
  targets {
    resolve
    all 1.5 business days in Office of «8 h => 7 h»
  }
}`,
    ),
    clauseType(
      'B09',
      'By the next business day',
      '`next business day in … at …`',
      `plan Basic {
  targets {
    respond
    all «next => same» business day in Office at close, received outside hours at next opening
  }
}`,
    ),
    clauseType(
      'B10',
      'A cut-off: what comes later counts as of the next day',
      '`cut-off` of a day count',
      `plan Basic {
  targets {
    respond
    all next business day in Office at close, received outside hours at next opening«, cut-off 16:00»
  }
}`,
    ),
    clauseType(
      'B11',
      'A share of tickets within the target',
      '`attain`, with the tickets that count and the period, of a `fiscal year` too; of all, or of each severity, region or value of a fact',
      `plan Basic {
  targets {
    respond
    all 1 h
  }
  «attain 95% of respond per month of tickets closed»
}`,
    ),
    clauseType(
      'B12',
      'Best effort, or nothing promised',
      'the cells `best effort`, `not offered`, `optional`, `as agreed` and `unknown`, which are five things',
      `plan Basic {
  targets {
    respond | resolve
    P1, P2 1 h | 8 h
    P3, P4 4 h | «best effort => not offered»
  }
}`,
    ),
    clauseType(
      'B13',
      'Elapsed and business hours in one table',
      'each cell states its own unit',
      `plan Basic {
  targets {
    respond
    P1 15 min
    P2, P3, P4 4 h «in Office»
  }
}`,
    ),
    clauseType(
      'B14',
      'A target that depends on when the ticket arrives',
      '`targets when opened in` a calendar, or outside it; shared hours are an error, hours left out a warning',
      `plan Basic {
  targets {
    respond
    all 30 min
  }
  «targets when opened outside Office {
    respond
    all 2 h
  }»
}`,
    ),
    clauseType(
      'B15',
      'Judged by counts: at most so many late',
      '`attain at most … late`, and a share above a number of tickets; or either, `95% or at most 2 late`',
      `plan Basic {
  targets {
    resolve
    all 16 h in Office
  }
  «attain at most 2 late of resolve per month of tickets closed below 40 tickets, else 95%»
}`,
    ),
    clauseType(
      'B16',
      'A ladder of escalation by the time gone by',
      '`escalate` at shares of a target; `rule … at 30 min before resolve is due`',
      `«escalate resolve at 50% to "team lead", at 75% to "head of support"»
«rule "almost late" at 30 min before resolve is due then tell "team lead"»`,
    ),
    clauseType(
      'B17',
      'Time in a state, such as the time an agent works',
      '`counts only while` of a clock',
      `state "with an agent"
clock resolve {
  starts on opened
  stops on resolved
  «counts only while "with an agent"»
  reopen never
}
plan Basic {
  targets {
    resolve
    all 4 h
  }
}`,
    ),
    clauseType(
      'B18',
      'A report on the cause, after the end',
      'the column `report`, counted `after` another promise is kept',
      `plan Basic {
  targets {
    resolve | report
    all 8 h | «5 business days in Office at close, ${RECEIVED} after resolve => best effort»
  }
}`,
    ),
    clauseType(
      'B19',
      'Other targets for requests than for incidents',
      '`targets for type`',
      `plan Basic {
  targets {
    respond
    all 1 h
  }
  «targets for type request {
    respond
    all 8 h in Office
  }»
}`,
    ),
  ],
};
