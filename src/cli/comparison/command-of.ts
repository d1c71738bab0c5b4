import { quoted } from '../analysis/kind-words.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { OutcomeJob } from './outcome-job.ts';

/**
 * The command line that makes an outcome again: of a simulation with the seed and the runs that it had. Null of a replay
 * whose job is not known.
 */
export function commandOf({ source }: Pick<Outcome, 'source'>, job: OutcomeJob | null): string | null {
  if (source.kind === 'simulation') {
    return `surety simulate ${quoted(source.file)} --seed ${String(source.seed)} --runs ${String(source.runs)}`;
  }
  if (job?.kind !== 'replay') return null;
  const plans = (job.plan ?? []).map(quoted).join(' ');
  return `surety replay ${quoted(job.file)} --tickets ${quoted(job.tickets)} --map ${quoted(job.map)}${plans === '' ? '' : ` --plan ${plans}`}`;
}
