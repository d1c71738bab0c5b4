import { type Engine, expandCalendar } from '../engine/index.ts';
import { calendarWords } from '../plan/calendar-words.ts';
import type { PlanCalendar, PlanCalendarBody } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import { betweenZonesWords, civilReason, type Reason } from './civil-reason.ts';

/** Why a calendar is open or shut at an instant, and which clause makes it so. */
export function attribute(engine: Engine, calendar: PlanCalendar, at: InstantMs, open: boolean): Reason {
  const { reason, origin } = reasonFor(engine, calendar.body, at, open);
  const name = `\`${calendarWords(calendar)}\``;
  return {
    reason: open ? `${name} is open: ${reason}` : `${name} is shut: ${reason}`,
    origin: origin ?? calendar.origin,
  };
}

function reasonFor(engine: Engine, body: PlanCalendarBody, at: InstantMs, open: boolean): Reason {
  switch (body.kind) {
    case 'always':
      return { reason: 'round the clock', origin: null };
    case 'never':
      return { reason: 'never', origin: null };
    case 'between zones': {
      const [window] = body.windows.filter((each) =>
        isOpen(engine, { kind: 'between zones', windows: [each] }, at),
      );
      const shown = window ?? body.windows[0];
      if (shown === undefined) return { reason: 'empty', origin: null };
      const words = betweenZonesWords(shown);
      return { reason: open ? words : `outside ${words}`, origin: shown.origin };
    }
    case 'civil':
      return civilReason(engine, body, at, open);
    case 'union':
    case 'intersection': {
      // One open part opens a union and one shut part shuts an intersection; else all parts agree and the first says why.
      const decisive =
        body.of.find((part) => isOpen(engine, part, at) === (body.kind === 'union')) ?? body.of[0];
      return decisive === undefined
        ? { reason: 'empty', origin: null }
        : reasonFor(engine, decisive, at, open);
    }
    case 'difference': {
      if (!isOpen(engine, body.from, at)) return reasonFor(engine, body.from, at, false);
      const minus = reasonFor(engine, body.minus, at, !open);
      return open
        ? reasonFor(engine, body.from, at, true)
        : { reason: `taken out: ${minus.reason}`, origin: minus.origin };
    }
  }
}

function isOpen(engine: Engine, body: PlanCalendarBody, at: InstantMs): boolean {
  const second = Math.floor(at / 1000);
  return expandCalendar(body, engine.plan.zones, second, second + 1).length > 0;
}
