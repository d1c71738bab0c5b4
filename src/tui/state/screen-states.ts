import type { AdviceState } from '../screens/advice/advice-state.ts';
import type { CoverageState } from '../screens/coverage/coverage-state.ts';
import type { DistributionsState } from '../screens/distributions/distributions-state.ts';
import type { OverviewState } from '../screens/overview/overview-state.ts';
import type { StreamState } from '../screens/stream/stream-state.ts';
import type { TicketState } from '../screens/ticket/ticket-state.ts';
import type { TicketsState } from '../screens/tickets/tickets-state.ts';
import type { WhatIfState } from '../screens/what-if/what-if-state.ts';

/** The state of every screen by its name; those that have not been opened have none yet. */
export interface ScreenStates {
  readonly overview: OverviewState;
  readonly stream: StreamState | null;
  readonly tickets: TicketsState | null;
  readonly ticket: TicketState | null;
  readonly coverage: CoverageState | null;
  readonly distributions: DistributionsState | null;
  readonly advice: AdviceState | null;
  readonly 'what-if': WhatIfState | null;
}
