import type {
  CheckedExpectation,
  CheckedScenario,
  StoryRow,
  StoryWhat,
  TicketFact,
} from '../../check/scenario-model.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';

/** A ticket's story that nobody has written down yet. */
export interface Draft {
  readonly plan: string;
  /** Null where its facts tell it. */
  readonly severity: string | null;
  readonly region: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  readonly facts: readonly TicketFact[];
  /** The customer's, where hours hang on it. */
  readonly zone: string | null;
  readonly opened: InstantMs;
  readonly rows: readonly DraftRow[];
  readonly until: InstantMs | null;
}

export interface DraftRow extends DraftEvent {
  readonly at: InstantMs;
}

/** What may happen to a ticket, whenever it does. */
export interface DraftEvent {
  readonly what: StoryWhat;
  readonly says: Partial<StoryRow['says']>;
  /** None where it is left out. */
  readonly facts?: readonly TicketFact[];
}

export type DraftExpectation = CheckedExpectation;

/** A draft as the scenario that it would be. */
export function scenarioOf(
  draft: Draft,
  name: string,
  expectations: readonly DraftExpectation[],
  origin: PlanOrigin,
): CheckedScenario {
  const { plan, severity, region, channel, type, facts, zone, opened, rows, until } = draft;
  const moment = (at: InstantMs) => ({ kind: 'instant', at }) as const;
  return {
    name,
    reviewed: false,
    ticket: {
      plan,
      severity,
      region,
      channel,
      type,
      facts,
      zone,
      holidays: zone === null ? null : [],
      opened: moment(opened),
    },
    rows: rows.map(({ at, what, says, facts = [] }) => ({
      at: moment(at),
      what,
      says: { plan: null, severity: null, region: null, channel: null, type: null, ...says },
      facts,
      words: '',
      origin,
    })),
    until: until === null ? null : moment(until),
    expectations,
    origin,
  };
}
