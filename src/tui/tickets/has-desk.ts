import type { ReadyModel } from '../model.ts';

/** Whether a desk worked on the tickets: a history tells when clocks stopped, and not who did what. */
export function hasDesk({ outcome }: Pick<ReadyModel, 'outcome'>): boolean {
  return outcome.source.kind === 'simulation';
}
