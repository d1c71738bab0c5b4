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
  const options = [
    ['--tickets', job.tickets],
    ['--map', job.map],
    ['--log-zone', job.logZone],
    ['--log-times', job.logTimes],
    ['--region', job.region],
    ['--from', job.from],
    ['--to', job.to],
  ].flatMap(([option, value]) => (value === undefined ? [] : [`${option ?? ''} ${quoted(value)}`]));
  return `surety replay ${quoted(job.file)} ${options.join(' ')}${plans === '' ? '' : ` --plan ${plans}`}`;
}
