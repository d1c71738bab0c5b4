import type { RunColumns } from '../../simulate/run-columns.ts';

/** Waiting for all of them is no trouble when they are this quick. */
const SOON_MS = 1500;
/**
 * The first runs take several times what later ones do, since the runtime has still to compile what they do: what they say of
 * the rest is believed only when it is much.
 */
const WARM_MS = 2000;
const MUCH_MS = 10_000;
/** A part shown costs about what a run does: it is made anew when there is twice as much of it. */
const GROWTH = 2;

/**
 * Shows the first replications while the others are simulated, where that takes long. Runs come in any order, and are
 * shown without a gap, so that a ticket's row is the same in every part and in the whole.
 */
export function growingPrefix(
  of: number,
  show: (runs: readonly RunColumns[]) => void,
  now: () => number = () => performance.now(),
): (run: RunColumns) => void {
  const began = now();
  const waiting = new Map<number, RunColumns>();
  const prefix: RunColumns[] = [];
  let done = 0;
  let shown = 0;
  return (run) => {
    done += 1;
    waiting.set(run.run, run);
    for (let next = waiting.get(prefix.length); next !== undefined; next = waiting.get(prefix.length)) {
      waiting.delete(prefix.length);
      prefix.push(next);
    }
    const takenMs = now() - began;
    const restMs = (takenMs / done) * (of - done);
    if (
      done === of ||
      restMs < (takenMs < WARM_MS ? MUCH_MS : SOON_MS) ||
      prefix.length < Math.max(1, shown * GROWTH)
    )
      return;
    shown = prefix.length;
    show([...prefix]);
  };
}
