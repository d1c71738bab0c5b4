import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { Engine } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { ExitCode } from '../exit-code.ts';
import type { DateFlags } from '../replay/log-dates.ts';
import type { MappingFlags } from '../replay/read-mapping.ts';

/** How an outcome is to be made. Plain data: it may be sent to another thread. */
export type OutcomeJob =
  | ({ readonly kind: 'simulate'; readonly file: string } & SimulateRequest)
  | ({ readonly kind: 'replay'; readonly file: string } & ReplayRequest)
  /** A simulation that was read already, and perhaps changed since. */
  | {
      readonly kind: 'simulation';
      readonly simulation: CheckedSimulation;
      readonly plan: CompiledPlan;
      readonly workers: number | null;
    };

export interface SimulateRequest {
  readonly seed?: number;
  readonly runs?: number;
  readonly halfWidth?: number;
  readonly workers?: number;
  readonly out?: string;
  readonly resume?: true;
}

export interface ReplayRequest extends MappingFlags, DateFlags {
  readonly tickets: string;
  readonly plan?: readonly string[];
  /** Where to write what could not be used. */
  readonly reportUnusable?: string;
}

/** What is told while an outcome is made. */
export interface Watch {
  /** What is compared, once that is known. */
  readonly begun: (title: string, plans: readonly string[]) => void;
  /** @param doing what it is at, where there is more than one thing to do: `reading incidents.csv` */
  readonly progress: (done: number, of: number, doing?: string) => void;
  /** The first replications, all of them in the order of their numbers; where it is null nobody wants them. */
  readonly partly: ((made: Made, done: number, of: number) => void) | null;
}

export type MakeResult =
  | { readonly kind: 'made'; readonly made: Made }
  /** Errors stand in the way; they have been said. */
  | { readonly kind: 'refused'; readonly exit: ExitCode };

export interface Made {
  readonly outcome: Outcome;
  readonly engine: Engine;
  /** What was simulated; null for a replay. */
  readonly simulation: CheckedSimulation | null;
}

export const nobodyWatches: Watch = { begun: () => undefined, progress: () => undefined, partly: null };
