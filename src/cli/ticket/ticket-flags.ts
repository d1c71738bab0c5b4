import type { Command } from 'commander';

/** The flags that describe one ticket, as they were typed. */
export interface TicketFlags {
  readonly plan?: string;
  readonly severity?: string;
  readonly region?: string;
  readonly channel?: string;
  readonly type?: string;
  readonly fact: readonly string[];
  readonly opened: string;
  readonly zone?: string;
  readonly holidays: readonly string[];
}

const OPENED = ['--opened <time>', '2026-06-12T23:00+03:00; without an offset it is read in --zone'] as const;

/** Where `isOpened` is false, a ticket may be said otherwise than by when it was opened. */
export function addTicketFlags(command: Command, isOpened = true): Command {
  return (isOpened ? command.requiredOption(...OPENED) : command.option(...OPENED))
    .option(
      '--severity <name>',
      'severity, by its name or another word for it; the one that its --facts make it when left out',
    )
    .option('--region <name>', 'region of the customer')
    .option('--channel <name>', 'channel the ticket came by')
    .option('--type <name>', 'type of the ticket')
    .option(
      '--fact <name=value>',
      'what else the ticket says, such as language=German; may be given several times',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    )
    .option(
      '--zone <zone>',
      "time zone of the customer, to read and print times in; the region's, else the contract's",
    )
    .option(
      '--holidays <set>',
      'holidays of the customer, where the hours hang on them: a set such as JP, or `none`; may be given several times',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    );
}
