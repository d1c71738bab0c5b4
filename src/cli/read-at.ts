import { parseInstant } from '../time/iso-instant.ts';
import type { InstantMs } from '../time/types.ts';
import { UsageError } from './usage-error.ts';

/** The now of `--at`; `NaN` where none is named, for that of the last event. */
export function readAt(text: string | undefined): InstantMs {
  if (text === undefined) return NaN;
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new UsageError(`--at \`${text}\`: ${parsed.reason}`);
  return parsed.instant;
}
