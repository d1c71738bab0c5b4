import { clauseType, type Group } from '../clause-type.ts';

export const CALENDAR: Group = {
  title: 'Calendars',
  types: [
    clauseType(
      'A01',
      'Business hours by the week in a named zone',
      '`zone` and `open` of a `calendar`',
      `calendar Desk {
  zone «Europe/Berlin => Europe/London»
  open Mon..Fri «09:00-17:00 => 09:00-16:00»
  holidays none
}`,
    ),
    clauseType(
      'A02',
      'Round the clock, every day',
      '`24x7`, a calendar that needs no declaration',
      `plan Premium {
  coverage receive in Office
  coverage resolve in «24x7 => Office»
  targets {
    resolve
    all 8 h
  }
}`,
    ),
    clauseType(
      'A03',
      'Round the clock on weekdays, or one window over several days a week',
      '`open 24x5` with its bounds, or a window from a weekday to another',
      `calendar Weekdays {
  zone America/Los_Angeles
  open «24x5 Sun 17:00 .. Fri 17:00 => Mon..Fri 09:00-17:00»
  holidays none
}`,
    ),
    clauseType(
      'A04',
      'Public holidays of a country or region',
      '`holidays` with the name of a set, which is declared or found in a dated file',
      `calendar Desk {
  zone Europe/Moscow
  open Mon..Fri 09:00-18:00
  holidays «RU => none»
}`,
    ),
    clauseType(
      'A05',
      'Listed holidays, and dates with other hours',
      '`closed` and `open on` with a date, over every other layer; a set of `holidays` of its own; `closures` from a file of data, for dates that are announced later',
      `calendar Desk {
  zone Europe/Vienna
  open Mon..Fri 09:00-17:00
  holidays none
  «closed 2026-12-31 "New Year's Eve"»
  «open on 2026-12-30 10:00-15:00 "short day"»
  «closures "closures.jsonl" with 2 calendar days notice, late ones do not count, tickets in flight see them»
}`,
    ),
    clauseType(
      'A06',
      'A season whose hours replace the week',
      '`season` of a calendar',
      `calendar Desk {
  zone Europe/Madrid
  open Mon..Fri 09:00-18:00
  «season "summer" every 07-01..08-31 {
    open Mon..Fri 08:00-15:00
  }»
  holidays none
}`,
    ),
    clauseType(
      'A07',
      'Several regions, each with its own zone and hours',
      '`regions`, and `zone of region`, `open … for REGION` in a calendar',
      `regions by site {
  EMEA zone Europe/London holidays none
  ANZ zone «Australia/Sydney => Pacific/Auckland» holidays none
}
calendar Desk {
  zone of region
  open Mon..Fri 08:00-17:00
  «open Mon..Fri 09:00-17:00 for ANZ»
  holidays of region
}`,
    ),
    clauseType(
      'A08',
      "Hours in the customer's own zone",
      '`regions by account` (or `customer`, `user`, `site`), whose zone the calendar takes',
      `regions by «account => site» {
  East zone America/New_York holidays none
  West zone America/Los_Angeles holidays none
}
calendar Local {
  zone «of region => America/New_York»
  open Mon..Fri 09:00-17:00
  holidays none
}`,
    ),
    clauseType(
      'A09',
      'One window that opens in one zone and closes in another',
      'two calendars, a zone each, joined by `or`',
      `calendar FromSydney {
  zone Australia/Sydney
  open Mon 08:00 .. Fri 17:00
  holidays none
}
calendar UntilDenver {
  zone America/Denver
  open Tue 00:00 .. Fri 17:00
  holidays none
}
calendar Follow = FromSydney «or UntilDenver»`,
    ),
    clauseType(
      'A10',
      'A window over midnight',
      'an `open` window that ends at an earlier time than it begins',
      `calendar Nights {
  zone Europe/Berlin
  open Mon..Fri «22:00-06:00 => 22:00-24:00»
  holidays none
}`,
    ),
    clauseType(
      'A11',
      'Several windows a day',
      'a list of times in `open`',
      `calendar Desk {
  zone Europe/Paris
  open Mon..Fri 09:00-12:00«, 14:00-18:00»
  holidays none
}`,
    ),
    clauseType(
      'A12',
      'Hours that differ by weekday',
      'an `open` line for each group of weekdays',
      `calendar Desk {
  zone Europe/Zurich
  open Mon..Thu 08:00-17:00
  «open Fri 08:00-14:00»
  holidays none
}`,
    ),
    clauseType(
      'A13',
      'Always, except at stated times',
      '`24x7 except` a calendar',
      `calendar Backup {
  zone Europe/Berlin
  open Sun 02:00-06:00
  holidays none
}
calendar Covered = 24x7 «except Backup»`,
    ),
    clauseType(
      'A14',
      'A calendar that depends on the severity',
      '`coverage … for SEVERITY`, or `use … for SEVERITY` in a calendar',
      `plan Premium {
  coverage resolve in Office
  «coverage resolve in 24x7 for P1»
  targets {
    resolve
    P1, P2 8 h
  }
}`,
    ),
    clauseType(
      'A15',
      'Hours that depend on the channel',
      '`open … for CHANNEL`',
      `calendar Desk {
  zone Europe/Rome
  open Mon..Fri 09:00-17:00
  «open Mon..Fri 07:00-22:00 for phone»
  holidays none
}`,
    ),
    clauseType(
      'A16',
      'Hours that depend on the language',
      'a declared fact narrows like a channel: `open … for language German`',
      `facts {
  language one of German, English
}
calendar Desk {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  «open Mon..Fri 08:00-20:00 for language German»
  holidays none
}`,
    ),
    clauseType(
      'A17',
      'A calendar that depends on the activity, the team or the type of ticket',
      '`coverage` by activity; `open … for type` in a calendar',
      `calendar Desk {
  zone Europe/Oslo
  open Mon..Fri 08:00-16:00
  «open Mon..Fri 09:00-12:00 for type request»
  holidays none
}
plan Basic {
  coverage «receive in 24x7 => receive in Desk»
  coverage resolve in Desk
  targets {
    respond | resolve
    all 30 min | 16 h in Desk
  }
}`,
    ),
    clauseType(
      'A18',
      'Bands of the day, of which the one at receipt or at work decides',
      '`rate` with a band a calendar; gaps and overlaps are errors',
      `calendar Evening {
  zone Europe/Berlin
  open Mon..Fri 17:00-22:00
  holidays none
}
plan Basic {
  rate EUR 120 per hour in Office «| EUR 150 per hour in Evening» | EUR 240 per hour outside
  targets {
    respond
    all 4 h in Office
  }
}`,
    ),
    clauseType(
      'A19',
      'A zone that is a fixed offset, or an abbreviation',
      '`zone fixed` with the offset, where it is meant; an abbreviation is an error that names the candidates',
      `calendar Desk {
  zone «fixed +03:00 => Europe/Moscow»
  open Mon..Fri 09:00-18:00
  holidays none
}`,
    ),
    clauseType(
      'A20',
      'A working week other than Monday to Friday',
      'any weekdays in `open`',
      `calendar Desk {
  zone Asia/Jerusalem
  open «Sun..Thu => Mon..Fri» 09:00-18:00
  holidays none
}`,
    ),
    clauseType(
      'A21',
      'Maintenance windows',
      'a calendar, during which a clock pauses; `every 2 weeks from` a date, or `of odd weeks`, where they come back so',
      `calendar Maintenance {
  zone Europe/Berlin
  open every 2 weeks «from 2026-01-11 => from 2026-01-04» 02:00-06:00
  holidays none
}
clock resolve {
  starts on opened
  stops on resolved
  «pauses during Maintenance»
  reopen never
}
plan Basic {
  targets {
    resolve
    all 16 h
  }
}`,
    ),
    clauseType(
      'A22',
      'Hours between open and shut, for some tickets alone',
      '`limited … admits`, and what the others have',
      `calendar Desk {
  zone Europe/London
  open Mon..Fri 08:00-18:00
  «limited Sat 09:00-12:00 admits P1, others stop»
  holidays none
}`,
    ),
  ],
};
