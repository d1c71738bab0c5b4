import type { ClockVerdict } from '../engine/ticket/index.ts';
import { accountForClock, type HistoryAccount } from '../explain/history/history-account.ts';
import { recordHistory } from '../explain/history/record-history.ts';
import type { InstantMs } from '../time/types.ts';
import type { Story } from './tell-story.ts';

/** Why a clock of a story is due when it is, as `surety why` accounts for it; null where nothing is kept of it. */
export function clockAccount(
  { program, events }: Story,
  { target, occurrence }: ClockVerdict,
  at: InstantMs,
): HistoryAccount | null {
  const recorded = recordHistory(program, events, at);
  const story = recorded?.clocks.find(
    ({ verdict }) => verdict.target.metric === target.metric && verdict.occurrence === occurrence,
  );
  return story === undefined ? null : accountForClock(story);
}
