import type { Span } from '../../analyze/piece.ts';
import type { Engine } from '../../engine/index.ts';
import { contractZone, firstDate, lastDate } from './span-flags.ts';

/** `from 2026-01-01 to 2035-12-31 (Europe/Berlin), to the millisecond`. */
export function spanWords(engine: Engine, span: Span): string {
  const { zone } = contractZone(engine);
  return `from ${firstDate(engine, span)} to ${lastDate(engine, span)} (${zone}), to the millisecond`;
}
