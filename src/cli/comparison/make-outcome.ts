import type { CheckedSimulation } from '../../check/simulation-model.ts';
import { leftOutOfRuns } from '../../explain/left-out/of-runs.ts';
import { assertNever } from '../../text/assert-never.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { Surroundings } from '../io.ts';
import type { MakeResult, OutcomeJob, Watch } from './outcome-job.ts';

/**
 * Makes an outcome, on this thread and as many more as it asks for. What only one kind of job needs is not loaded for another.
 * @throws {Unreadable | UsageError | HorizonError} as the verbs do.
 */
export async function makeOutcome(job: OutcomeJob, around: Surroundings, watch: Watch): Promise<MakeResult> {
  switch (job.kind) {
    case 'simulate': {
      const { makeSimulated } = await import('./make-simulated.ts');
      return makeSimulated(job, around, watch);
    }
    case 'simulation': {
      const { simulated } = await import('./make-simulated.ts');
      return simulated(job.simulation, job.plan, { workers: job.workers }, around, watch);
    }
    case 'replay': {
      const { makeReplayed } = await import('./make-replayed.ts');
      return makeReplayed(job, around, watch);
    }
    default:
      return assertNever(job);
  }
}

/** What the contract says and a run does not reckon with changes the figures, so it stands among the notes. */
export function withNotes(ran: Outcome, simulation: CheckedSimulation | null): Outcome {
  const known = {
    facts: simulation === null || simulation.arrivals.some(({ facts }) => facts.length > 0),
    customer: simulation !== null && simulation.customer !== null,
  };
  const compared = ran.plans.map(({ plan }) => plan);
  return { ...ran, notes: [...ran.notes, ...leftOutOfRuns(ran.plan, compared, known)] };
}
