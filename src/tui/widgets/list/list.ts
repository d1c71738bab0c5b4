import { countText } from '../../text/figures.ts';
import { assertNever } from '../../../text/assert-never.ts';

/** A cursor in a list of any length of which so many lines are shown, from `top` on. */
export interface ListState {
  readonly at: number;
  readonly top: number;
}

export const listStart: ListState = { at: 0, top: 0 };

export type ListMove = 'up' | 'down' | 'page-up' | 'page-down' | 'home' | 'end' | 'stay';

export function moveList(list: ListState, move: ListMove, count: number, height: number): ListState {
  const page = Math.max(1, height - 1);
  switch (move) {
    case 'up':
      return placeList(list, list.at - 1, count, height);
    case 'down':
      return placeList(list, list.at + 1, count, height);
    case 'page-up':
      return placeList({ ...list, top: list.top - page }, list.at - page, count, height);
    case 'page-down':
      return placeList({ ...list, top: list.top + page }, list.at + page, count, height);
    case 'home':
      return placeList(list, 0, count, height);
    case 'stay':
      return placeList(list, list.at, count, height);
    case 'end':
      return placeList(list, count - 1, count, height);
    default:
      return assertNever(move);
  }
}

/** The cursor on a line, and the window moved no further than it must be to show it. */
export function placeList(list: ListState, at: number, count: number, height: number): ListState {
  const bounded = Math.max(0, Math.min(count - 1, at));
  const lines = Math.max(1, height);
  const least = Math.max(list.top, bounded - lines + 1);
  const top = Math.max(0, Math.min(least, bounded, Math.max(0, count - lines)));
  return { at: bounded, top };
}

/** `12-31 of 1,480`. */
export function listPosition(list: ListState, count: number, height: number): string {
  if (count === 0) return 'none';
  return `${countText(list.top + 1)}-${countText(Math.min(count, list.top + height))} of ${countText(count)}`;
}
