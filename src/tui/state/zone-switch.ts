import type { WallClock } from '../model.ts';
import { queryTickets } from '../screens/tickets/open-tickets.ts';
import type { ReadyState, TuiState } from './state.ts';

/** The next zone of those that the contract, its customers and this computer bring with them. */
export function nextZone(state: ReadyState): TuiState {
  const { clocks, wallClock } = state.model;
  const at = clocks.known.findIndex(({ zone }) => zone === wallClock.zone);
  const next = clocks.known[(at + 1) % Math.max(1, clocks.known.length)];
  if (next === undefined || next.zone === wallClock.zone) {
    return { ...state, notice: 'there is no other zone to go through; Z takes any' };
  }
  const clock = clocks.of(next.zone);
  if (typeof clock === 'string') return { ...state, notice: clock };
  return {
    ...showIn(state, clock),
    notice: `times in ${next.zone}${next.whose === next.zone ? '' : `, ${next.whose}`}; Z takes any other`,
  };
}

/** Shows times in a zone that was typed. */
export function typedZone(state: ReadyState, typed: string): TuiState {
  const text = typed.trim();
  if (text === '') return state;
  // Names of zones are written with capitals, which nobody types.
  const known = state.model.clocks.known.find(({ zone }) => zone.toLowerCase() === text.toLowerCase());
  const clock = state.model.clocks.of(known?.zone ?? text);
  return typeof clock === 'string' ? { ...state, notice: clock } : showIn(state, clock);
}

function showIn(state: ReadyState, wallClock: WallClock): ReadyState {
  const shown: ReadyState = { ...state, model: { ...state.model, wallClock } };
  const { tickets } = shown;
  // Dates of a filter are dates of the zone shown.
  const isDated = tickets?.query.filters.some((text) => /\bopened\b/i.test(text)) === true;
  return tickets !== null && isDated ? queryTickets(shown, tickets.query) : shown;
}
