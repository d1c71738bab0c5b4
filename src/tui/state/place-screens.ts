import { screens } from '../screens/registry.ts';
import type { ReadyState } from './state.ts';

/** The same state on a screen of another size: what was pointed at stays in sight. */
export function placeScreens(state: ReadyState): ReadyState {
  return screens.reduce((placed, screen) => screen.place(placed), state);
}

/** The same state with more of the outcome. */
export function growScreens(state: ReadyState): ReadyState {
  return placeScreens(screens.reduce((grown, screen) => screen.grow?.(grown) ?? grown, state));
}
