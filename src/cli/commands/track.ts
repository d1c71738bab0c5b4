import { HorizonError, loadPlan, MissingFactError } from '../../engine/index.ts';
import {
  prepareProgram,
  RuleLoopError,
  type TicketEvent,
  ticketMachine,
  UnknownTicketError,
} from '../../engine/ticket/index.ts';
import { parseInstant } from '../../time/iso-instant.ts';
import { EXIT } from '../exit-code.ts';
import { linesOf } from '../lines.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { verdictToJson } from '../ticket/verdict-json.ts';
import { readLine } from '../track/read-line.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface TrackOptions {
  readonly at?: string;
  readonly grouped?: true;
  readonly keepGoing?: true;
}

/** A ticket whose verdict is still to be written. */
interface Open {
  /** The line that it began with. */
  readonly line: number;
  readonly events: TicketEvent[];
}

export const track: Verb = (command, act) => {
  command
    .argument('<file>', 'the contract, or its compiled plan; the history is read from standard input')
    .option(
      '--at <time>',
      'the now against which running clocks are judged; the last event of each ticket when left out',
    )
    .option(
      '--grouped',
      'all lines of a ticket stand together: its verdict is written when the next one begins',
    )
    .option('--keep-going', 'skip bad lines; each is reported with its number in any case')
    .addHelpText(
      'after',
      examples([
        ['surety track desk.plan < events.jsonl', 'a line for each ticket, when all is read'],
        [
          'surety track desk.plan --grouped --at 2026-07-01T00:00Z < events.jsonl',
          'line by line, in constant memory',
        ],
      ]),
    )
    .action(
      act(async ({ out, err, stdin, ...around }, file: string, options: TrackOptions) => {
        const at = readAt(options.at);
        const plan = await loadPlanFile(file, { out, err, stdin, ...around });
        if (plan === null) return EXIT.findings;
        const program = prepareProgram([loadPlan(plan)]);
        const machine = ticketMachine(program);
        const open = new Map<string, Open>();
        let bad = 0;
        const complain = (line: number, problem: string): void => {
          bad += 1;
          err.write(`surety: line ${line}: ${problem}\n`);
        };
        const write = (ticket: string, { line, events }: Open): void => {
          try {
            const verdict = machine.judge(events, at);
            if (verdict === null) complain(line, `the ticket ${ticket} is not opened by then`);
            else out.write(`${JSON.stringify(verdictToJson(program, ticket, verdict))}\n`);
          } catch (error) {
            if (!isOfTicket(error)) throw error;
            complain(line, `the ticket ${ticket}: ${error.message}`);
          }
        };
        const stops = () => bad > 0 && options.keepGoing !== true;
        let number = 0;
        for await (const lines of linesOf(stdin)) {
          for (const text of lines) {
            number += 1;
            if (text.trim() === '') continue;
            const read = readLine(program, text);
            if (read.kind === 'bad') complain(number, read.problem);
            else {
              if (options.grouped === true && !open.has(read.ticket)) {
                for (const [ticket, before] of open) write(ticket, before);
                open.clear();
              }
              const known = open.get(read.ticket);
              if (known === undefined) open.set(read.ticket, { line: number, events: [read.event] });
              else known.events.push(read.event);
            }
            if (stops()) return EXIT.usage;
          }
          await out.drained();
        }
        for (const [ticket, last] of open) {
          write(ticket, last);
          if (stops()) return EXIT.usage;
        }
        return bad > 0 ? EXIT.findings : EXIT.fine;
      }),
    );
};

/** What is wrong with one ticket, and not with us. */
function isOfTicket(error: unknown): error is Error {
  return (
    error instanceof HorizonError ||
    error instanceof MissingFactError ||
    error instanceof UnknownTicketError ||
    error instanceof RuleLoopError
  );
}

function readAt(text: string | undefined): number {
  if (text === undefined) return NaN;
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new UsageError(`--at \`${text}\`: ${parsed.reason}`);
  return parsed.instant;
}
