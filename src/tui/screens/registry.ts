import type { ScreenName } from '../state/state.ts';
import { adviceScreen } from './advice/advice-screen.ts';
import { coverageScreen } from './coverage/coverage-screen.ts';
import { distributionsScreen } from './distributions/distributions-screen.ts';
import { overviewScreen } from './overview/overview-screen.ts';
import type { Screen } from './screen.ts';
import { streamScreen } from './stream/stream-screen.ts';
import { ticketScreen } from './ticket/ticket-screen.ts';
import { ticketsScreen } from './tickets/tickets-screen.ts';
import { whatIfScreen } from './what-if/what-if-screen.ts';

/** Every screen, in the order in which they are listed. See `Screen` for how to add one. */
export const screens: readonly Screen[] = [
  overviewScreen,
  streamScreen,
  ticketsScreen,
  coverageScreen,
  distributionsScreen,
  adviceScreen,
  whatIfScreen,
  ticketScreen,
];

const byName = new Map(screens.map((screen) => [screen.name, screen]));

export function screenNamed(name: ScreenName): Screen {
  const screen = byName.get(name);
  if (screen === undefined) throw new Error(`the screen \`${name}\` is not in the registry`);
  return screen;
}
