import { CHANGES } from './changes.ts';
import { COUNTS } from './counts.ts';
import { PLACES } from './places.ts';
import { TIME } from './time.ts';
import type { Trap } from './trap.ts';

export const TRAPS: readonly Trap[] = [...CHANGES, ...TIME, ...PLACES, ...COUNTS].sort(
  (a, b) => a.number - b.number,
);
