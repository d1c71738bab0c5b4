/** Small whole contracts that the pages of findings vary. */

export const OFFICE = `calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
`;

/** What a change of severity does, for contracts whose severities have promises of their own. */
export const CHANGES = `
on raise  count from the change
on lower  keep old
`;

/**
 * A desk with one plan; `cell` is what it promises for P1 (and, in further lines, for others), `clauses` what else the
 * plan says.
 */
export function desk(cell: string, clauses: readonly string[] = [], header = 'zone  Europe/Berlin'): string {
  return `contract "Desk" {
  ${header}
}

severities {
  P1  "nobody can work"
  P2  "anything else"
}

${OFFICE}
clock respond {
  starts  on opened
  stops   on reply
}

plan Basic {
  targets {
        respond
    P1  ${cell}
  }
${clauses.map((clause) => `  ${clause}\n`).join('')}}
${cell.includes('\n') ? CHANGES : ''}`;
}

/** A count of days that leaves nothing open. */
export const EXACT_DAYS =
  '2 business days in Office at close, received outside hours at next opening, day of receipt does not count';

/** A desk that promises by the hour in which the ticket is opened: in the hours of `Office`, and in others. */
export function byArrival(others: string): string {
  const late = `calendar Late {
  zone      Europe/Berlin
  open      Mon..Fri 16:00-20:00
  holidays  none
}
`;
  const table = (when: string, cell: string): string => `  targets when opened ${when} {
         respond
    all  ${cell}
  }
`;
  const [head = '', rest = ''] = desk('1 h').split('  targets {\n        respond\n    P1  1 h\n  }\n');
  const calendars = others.includes('Late') ? head.replace(OFFICE, OFFICE + '\n' + late) : head;
  return `${calendars}${table('in Office', '1 h')}${table(others, '4 h')}${rest}`;
}
