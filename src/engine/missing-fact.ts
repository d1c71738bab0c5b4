/**
 * What is promised hangs on a fact that the ticket does not say. Nothing is guessed: not the first value, and not that
 * none of them holds.
 */
export class MissingFactError extends Error {
  override readonly name = 'MissingFactError';
  readonly fact: string;
  /** The values it may have. */
  readonly values: readonly string[];

  constructor(plan: string, metric: string, fact: string, values: readonly string[]) {
    super(
      `what \`${plan}\` promises of \`${metric}\` depends on \`${fact}\` (${values.join(' or ')}), ` +
        'which the ticket does not say',
    );
    this.fact = fact;
    this.values = values;
  }
}
