import { DRAWS_MODULE } from './draws-module.ts';

/** A number strictly between 0 and 1 from the counter of four words and the key of two, signed or not. */
export type CounterUniform = (
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
) => number;

let compiled: CounterUniform | null | undefined;

/**
 * Draws by WebAssembly, a third of the time of plain JavaScript for the same bits (see `kernel/draws.ts`). Null where the
 * runtime has none.
 */
export function compiledUniform(): CounterUniform | null {
  if (compiled === undefined) compiled = compile();
  return compiled;
}

function compile(): CounterUniform | null {
  try {
    const bytes = Uint8Array.from(atob(DRAWS_MODULE), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return (exports as { readonly uniform: CounterUniform }).uniform;
  } catch {
    return null;
  }
}
