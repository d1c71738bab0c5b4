import type { Engine } from '../../engine/index.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { Explain } from '../../tui/index.tsx';

/** Answers the terminal UI's questions about single deadlines. */
export function explainFor(_outcome: Outcome, _engine: Engine): Explain {
  return () => ({ kind: 'unaccounted', reason: '`surety why` accounts for single deadlines' });
}
