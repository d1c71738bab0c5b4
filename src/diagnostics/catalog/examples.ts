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
  starts on  opened
  stops on   reply
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
