import { FIRST_YEAR, LAST_YEAR } from '../time/units.ts';
import { UsageError } from './usage-error.ts';

/** Years from the first to the last, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads `2024..2032`, or one year alone.
 * @throws {UsageError} for any other text, and for years that the engine does not cover.
 */
export function parseYears(text: string): Years {
  const match = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (match === null || from > to || from < FIRST_YEAR || to > LAST_YEAR) {
    throw new UsageError(
      `\`${text}\` is no span of years`,
      `write 2024..2032 or 2026, within ${FIRST_YEAR}..${LAST_YEAR}`,
    );
  }
  return { from, to };
}
