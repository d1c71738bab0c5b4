import { DRAWS_MODULE } from './draws-module.ts';

/** Numbers strictly between 0 and 1 from counters of four words under a key of two, signed or not. */
export interface CounterDraws {
  readonly uniform: (c0: number, c1: number, c2: number, c3: number, k0: number, k1: number) => number;
  /** Fills `out`, of a length up to `MOST_RISING` that four divides, with the numbers of counters whose first words rise by one from `c0`. */
  readonly rising: (
    out: Float64Array,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
  ) => void;
}

export const MOST_RISING = 64;

let compiled: CounterDraws | null | undefined;

/**
 * Draws by WebAssembly, a third of the time of plain JavaScript for the same bits (see `kernel/draws.ts`). Null where the
 * runtime has none.
 */
export function compiledDraws(): CounterDraws | null {
  if (compiled === undefined) compiled = compile();
  return compiled;
}

interface Exports {
  readonly uniform: CounterDraws['uniform'];
  readonly memory: WebAssembly.Memory;
  readonly rising: (
    count: number,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
  ) => void;
}

function compile(): CounterDraws | null {
  try {
    const bytes = Uint8Array.from(atob(DRAWS_MODULE), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const { uniform, rising, memory } = exports as unknown as Exports;
    const drawn = new Float64Array(memory.buffer, 0, MOST_RISING);
    return {
      uniform,
      rising: (out, c0, c1, c2, c3, k0, k1) => {
        rising(out.length, c0, c1, c2, c3, k0, k1);
        for (let i = 0; i < out.length; i += 1) out[i] = drawn[i] as number;
      },
    };
  } catch {
    return null;
  }
}
