import { instantOfMoment } from '../check/instant-of-moment.ts';
import type { CheckedScenario, StoryRow, TicketFact } from '../check/scenario-model.ts';
import type { Engine } from '../engine/index.ts';
import {
  prepareProgram,
  readEvent,
  type TicketEvent,
  ticketMachine,
  type TicketProgram,
  type Verdict,
} from '../engine/ticket/index.ts';
import type { InstantMs } from '../time/types.ts';

/** A ticket's story, told to the machine that judges tickets. */
export interface Story {
  readonly scenario: CheckedScenario;
  readonly engine: Engine;
  readonly program: TicketProgram;
  readonly opened: InstantMs;
  /** Up to when time passes, unless an expectation names a later instant. */
  readonly end: InstantMs;
  readonly rows: readonly ToldRow[];
  readonly events: readonly TicketEvent[];
  /** How the ticket stands at an instant, by what happened until then. Throws as the machine does. */
  judge(at: InstantMs): Verdict;
}

export interface ToldRow {
  readonly at: InstantMs;
  readonly row: StoryRow;
}

/** What a row that says something of the ticket, and nothing more, is called in a history. */
const CHANGED = 'changed';

export function tellStory(scenario: CheckedScenario, engine: Engine): Story {
  const states = scenario.expectations.flatMap((each) => (each.kind === 'state' ? [each.state] : []));
  const program = prepareProgram([engine], states);
  const machine = ticketMachine(program);
  const { ticket } = scenario;
  const opened = instantOfMoment(ticket.opened);
  const rows = scenario.rows.map((row) => ({ at: instantOfMoment(row.at), row }));
  const told = (at: InstantMs, event: string, says: Readonly<Record<string, unknown>>): TicketEvent => {
    const read = readEvent(program, { at, event, says });
    // The check has found every name.
    if (!('at' in read)) throw new Error(`the contract has no ${read.of} ${read.value}`);
    return read;
  };
  const { plan, severity, region, channel, type } = ticket;
  const events = [
    told(opened, 'opened', { plan, severity, region, channel, type, ...factsOf(ticket.facts) }),
    ...rows.flatMap(({ at, row }) => {
      const says = { ...row.says, ...factsOf(row.facts) };
      switch (row.what.kind) {
        case 'event':
          return [told(at, row.what.event, { ...says, state: row.what.ends })];
        case 'state':
          return [told(at, 'state', { ...says, state: row.what.state })];
        case 'says':
          return [told(at, CHANGED, says)];
        default:
          return Object.keys(says).some((name) => (says as Record<string, unknown>)[name] !== null)
            ? [told(at, CHANGED, says)]
            : [];
      }
    }),
  ];
  const last = Math.max(opened, ...rows.map(({ at }) => at));
  return {
    scenario,
    engine,
    program,
    opened,
    end: scenario.until === null ? last : instantOfMoment(scenario.until),
    rows,
    events,
    judge: (at) => {
      const verdict = machine.judge(events, at);
      if (verdict === null) throw new Error('a story is judged after its opening');
      return verdict;
    },
  };
}

function factsOf(facts: readonly TicketFact[]): Readonly<Record<string, TicketFact['value']>> {
  return Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
}
