import type { InstantMs } from '../../../time/types.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { countUpTo } from '../../tape/count-up-to.ts';

const moment = /^(?:(\d{4})-)?(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Goes to what was typed: `2016-04-01`, `04-01` (of the year shown), with a time after it, or a ticket's id. Dates
 * are read in the zone shown.
 */
export function jumpTo(state: ReadyState, typed: string): TuiState {
  const { stream, model } = state;
  const text = typed.trim();
  if (stream === null || text === '') return state;
  const { tape } = stream;
  const match = moment.exec(text);
  if (match !== null) {
    const at = instantTyped(state, match, stream.now);
    if (at === null) return { ...state, notice: `there is no ${text} in ${model.wallClock.zone}` };
    const now = Math.max(tape.from, Math.min(tape.to, at));
    const notice =
      now === at ? null : `${text} lies outside the stream; this is its ${at < now ? 'beginning' : 'end'}`;
    return { ...state, notice, stream: { ...stream, now, playing: false, focus: null } };
  }
  const wanted = text.toLowerCase();
  const focus = tape.order.findIndex((ticket) => model.outcome.tickets.id(ticket).toLowerCase() === wanted);
  if (focus === -1)
    return { ...state, notice: `no ticket \`${text}\` in this run, and not a date such as 2016-04-01` };
  const now = Math.max(tape.opened[focus] ?? tape.from, tape.from);
  const arrived = countUpTo(tape.opened, now);
  return {
    ...state,
    stream: { ...stream, now, playing: false, focus: focus === arrived - 1 ? null : focus },
  };
}

function instantTyped(state: ReadyState, match: RegExpExecArray, now: InstantMs): InstantMs | null {
  const { wallClock } = state.model;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const daySeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (daySeconds > 86_400 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const date = `${year ?? wallClock.read(now).date.slice(0, 4)}-${month ?? ''}-${day ?? ''}`;
  return wallClock.instantOf(date, daySeconds);
}
