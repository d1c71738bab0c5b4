import type { ClockExpectation } from '../check/scenario-model.ts';
import { MissingFactError, type TicketKey } from '../engine/index.ts';
import { factIndex } from '../plan/fact-index.ts';
import type { InstantMs } from '../time/types.ts';
import type { Evidence } from './scenario-result.ts';
import type { Story } from './tell-story.ts';

/** What a plan promises a ticket of which nothing is told but its opening. */
export interface Promised {
  readonly due: InstantMs | null;
  /** What stands in place of a deadline. */
  readonly words: string;
  readonly evidence: Evidence | null;
}

/**
 * What `surety due` answers for a ticket of which nothing is told but its opening: every clock is taken to start then,
 * nothing pauses it and no rule fires. Null where the story goes on, the ticket is refused, or the hours of a calendar pause
 * the clock, whatever else happens: then its clocks are asked.
 */
export function promisedAtOpening(
  story: Story,
  { metric, kind, occurrence }: ClockExpectation,
): Promised | null {
  const { scenario, engine, opened } = story;
  if (scenario.rows.length > 0 || scenario.until !== null || occurrence !== null || kind === 'aimed')
    return null;
  if (pausesByTheClock(story, metric)) return null;
  try {
    if (story.judge(opened).refused !== null) return null;
  } catch (error) {
    // Another clock hangs on what the ticket does not say; this one may not.
    if (!(error instanceof MissingFactError)) throw error;
  }
  const key = keyOf(story);
  const plan = engine.plan.plans.findIndex(({ name }) => name === scenario.ticket.plan);
  const target = engine.selectTarget(plan, metric, key, opened);
  if (target === null) return { due: null, words: 'nothing: the plan does not speak of it', evidence: null };
  const deadline = engine.deadline(target.promise, opened);
  const evidence: Evidence = { kind: 'deadline', target, start: opened };
  switch (deadline.kind) {
    case 'due':
      return { due: deadline.due, words: '', evidence };
    case 'word':
      return { due: null, words: deadline.word, evidence };
    case 'awaits':
      return { due: null, words: `waits for ${deadline.event}`, evidence };
  }
}

/** Whether a clock that the opening starts stands still in the hours of a calendar. */
function pausesByTheClock({ engine: { plan } }: Story, metric: string): boolean {
  return plan.clocks.some(
    ({ metric: of, startsOn, terms }) =>
      of === metric &&
      startsOn.every((event) => event === 'opened') &&
      terms.pauses.some(({ during }) => during !== null),
  );
}

function keyOf(story: Story): TicketKey {
  const {
    scenario: { ticket },
    engine: { plan },
  } = story;
  const indexOf = (names: readonly { readonly name: string }[], name: string | null) =>
    name === null ? -1 : names.findIndex((each) => each.name === name);
  return {
    severity:
      ticket.severity === null
        ? story.judge(story.opened).severity
        : indexOf(plan.severities, ticket.severity),
    region: indexOf(plan.regions, ticket.region),
    channel: indexOf(plan.channels, ticket.channel),
    type: indexOf(plan.types, ticket.type),
    facts: plan.facts.map((fact) => {
      const said = ticket.facts.find((each) => each.fact === fact.name);
      return said === undefined ? -1 : factIndex(fact, said.value);
    }),
  };
}
