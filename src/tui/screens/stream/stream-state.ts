import type { Outcome } from '../../../simulate/outcome.ts';
import type { InstantMs } from '../../../time/types.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { countUpTo } from '../../tape/count-up-to.ts';
import { makeTape, nextEvent, nextMiss, previousEvent } from '../../tape/tape.ts';
import type { Tape } from '../../tape/tape.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { moveList } from '../../widgets/list/list.ts';
import { openTicket } from '../ticket/open-ticket.ts';
import { speeds, usualSpeed } from './speeds.ts';
import { focusOf } from './focus-of.ts';
import { streamLayout } from './stream-layout.ts';

export interface StreamState {
  readonly tape: Tape;
  /** The simulated moment. */
  readonly now: InstantMs;
  readonly playing: boolean;
  /** Place in `speeds`. */
  readonly speed: number;
  /** The ticket pointed at, as a place in the tape's order; null follows the latest arrival. */
  readonly focus: number | null;
  /** First plan shown, where not all fit. */
  readonly plan: number;
}

export function startStream(outcome: Outcome, run: number, metric: string): StreamState {
  const tape = makeTape(outcome, run, metric);
  return { tape, now: tape.from, playing: false, speed: usualSpeed, focus: null, plan: 0 };
}

/** The tickets that have arrived by the moment, in the order of opening. */
export function arrivedSoFar({ tape, now }: StreamState): Int32Array {
  return tape.order.slice(0, countUpTo(tape.opened, now));
}

/** Lets time pass; the tape stops at its end. */
export function playOn(stream: StreamState, elapsedMs: number): StreamState {
  if (!stream.playing) return stream;
  const perSecond = speeds[stream.speed]?.perSecond ?? 0;
  const now = Math.min(stream.tape.to, stream.now + (perSecond * elapsedMs) / 1000);
  return { ...stream, now, playing: now < stream.tape.to };
}

export function updateStream(state: ReadyState, command: Command): TuiState {
  const { stream, model } = state;
  if (stream === null) return state;
  const { tape } = stream;
  const change = (changes: Partial<StreamState>): TuiState => ({
    ...state,
    stream: { ...stream, ...changes },
  });
  const remake = (run: number, metric: string): TuiState => {
    const made = startStream(model.outcome, run, metric);
    return change({ tape: made.tape, now: run === tape.run ? stream.now : made.now, focus: null });
  };
  switch (command.kind) {
    case 'play':
      return change(
        stream.now >= tape.to
          ? { now: tape.from, playing: tape.to > tape.from, focus: null }
          : { playing: !stream.playing, focus: null },
      );
    case 'step': {
      const now = command.by === 1 ? nextEvent(tape, stream.now) : previousEvent(tape, stream.now);
      const stepped = change({ playing: false, focus: null, now: now ?? stream.now });
      return now !== null ? stepped : { ...stepped, notice: command.by === 1 ? 'the end' : 'the beginning' };
    }
    case 'speed':
      return change({ speed: Math.max(0, Math.min(speeds.length - 1, stream.speed + command.by)) });
    case 'next miss': {
      const miss = nextMiss(tape, stream.now, command.of === 'chosen' ? stream.plan : null);
      if (miss === null)
        return {
          ...change({ playing: false }),
          notice: `no ${tape.metric} is missed after this${command.of === 'chosen' ? ` under ${model.summary.plans[stream.plan]?.name ?? ''}` : ''}`,
        };
      const plan = model.summary.plans[miss.plan]?.name ?? '';
      return {
        ...change({ playing: false, now: miss.at, focus: tape.order.indexOf(miss.ticket) }),
        notice: `${model.outcome.tickets.id(miss.ticket)}: ${tape.metric} missed under ${plan}`,
      };
    }
    case 'restart':
      return change({ now: tape.from, focus: null });
    case 'run': {
      const runs = Math.max(1, model.summary.runs);
      return remake((tape.run + command.by + runs) % runs, tape.metric);
    }
    case 'metric': {
      const metrics = metricNames(model.outcome);
      return remake(
        tape.run,
        metrics[(metrics.indexOf(tape.metric) + 1) % Math.max(1, metrics.length)] ?? tape.metric,
      );
    }
    case 'plan': {
      const plans = Math.max(1, model.outcome.plans.length);
      return change({ plan: (stream.plan + command.by + plans) % plans });
    }
    case 'move': {
      const arrived = countUpTo(tape.opened, stream.now);
      if (arrived === 0) return state;
      const at = focusOf(stream);
      const moved = moveList({ at, top: at }, command.move, arrived, streamLayout(state).list);
      return change({ focus: moved.at === arrived - 1 ? null : moved.at });
    }
    case 'open': {
      const ticket = tape.order[focusOf(stream)];
      return ticket === undefined
        ? state
        : openTicket({ ...state, stream: { ...stream, playing: false } }, ticket, tape.metric);
    }
    default:
      return state;
  }
}
