import { nearestWord } from '../diagnostics/nearest-word.ts';

/** Why a change cannot be made, in lower case and without a full stop, and what to write instead. */
export interface WhatIfProblem {
  readonly message: string;
  readonly help: string;
}

/** A name that is not there, and those that are. */
export function unknownName(kind: string, name: string, names: readonly string[]): WhatIfProblem {
  const known = [...new Set(names)];
  const nearest = nearestWord(name, known);
  return {
    message: `there is no ${kind} \`${name}\``,
    help:
      nearest === null
        ? `there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ') || 'none'}`
        : `did you mean ${nearest}?`,
  };
}
