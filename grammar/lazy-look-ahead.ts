import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain';

/**
 * Looks ahead as Chevrotain does, and works out what to look for at a place of the grammar when a text first comes to
 * it. A contract uses some of the clauses; working it out for all of them took most of the time in which a command
 * starts.
 */
export function lazyLookAhead(maxLookahead: number): ILookaheadStrategy {
  const eager = new LLkLookaheadStrategy({ maxLookahead });
  return {
    validate: (options) => eager.validate(options),
    buildLookaheadForAlternation: (options) => onFirstUse(() => eager.buildLookaheadForAlternation(options)),
    buildLookaheadForOptional: (options) => onFirstUse(() => eager.buildLookaheadForOptional(options)),
  };
}

/** Chevrotain calls what it was given with the parser as `this`, which is passed on. */
function onFirstUse<A, R>(build: () => (argument?: A) => R): (argument?: A) => R {
  let built: ((argument?: A) => R) | null = null;
  return function (this: unknown, argument) {
    built ??= build();
    return built.call(this, argument);
  };
}
