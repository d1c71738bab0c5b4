import { countUpTo } from '../../tape/count-up-to.ts';
import type { StreamState } from './stream-state.ts';

/** Place in the tape's order of the ticket pointed at; -1 while none has arrived. */
export function focusOf(stream: StreamState): number {
  const arrived = countUpTo(stream.tape.opened, stream.now);
  return Math.min(stream.focus ?? arrived - 1, arrived - 1);
}
