import type { CheckedContract } from '../check/model.ts';
import { clockNotApplied } from './not-applied-clocks.ts';

/** What the compiled plan carries of clocks and versions and a run of it alone does not carry out, a sentence each. */
export function conductNotApplied({ clocks, binding }: CheckedContract): readonly string[] {
  const { bindsBy, inFlight } = binding;
  return [
    ...clocks.flatMap(clockNotApplied),
    ...(bindsBy === null && inFlight === null
      ? []
      : ['Every ticket is read by this version, whatever binds it to another.']),
  ];
}
