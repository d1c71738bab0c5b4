import { assertNever } from '../../text/assert-never.ts';
import type { Key } from '../input/decode-keys.ts';
import { commandFor } from '../input/keymap.ts';
import type { TuiModel } from '../model.ts';
import type { Size } from '../painter/frame-diff.ts';
import { overviewStart, updateOverview } from '../screens/overview/overview-state.ts';
import { updateOverlay } from '../screens/overlay/overlay-state.ts';
import { jumpTo } from '../screens/stream/jump.ts';
import { playOn, startStream, updateStream } from '../screens/stream/stream-state.ts';
import { updateTicket } from '../screens/ticket/ticket-state.ts';
import { openTickets, queryTickets } from '../screens/tickets/open-tickets.ts';
import { updateTickets } from '../screens/tickets/tickets-state.ts';
import { metricNames } from '../tickets/verdict.ts';
import { typeKey } from '../widgets/prompt/prompt.ts';
import type { PromptState } from '../widgets/prompt/prompt.ts';
import type { Command } from './command.ts';
import { resize } from './resize.ts';
import { currentScreen, isReady } from './state.ts';
import type { ReadyState, TuiState } from './state.ts';

/** Everything that can happen to the screen. */
export type TuiEvent =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'resized'; readonly size: Size }
  | { readonly kind: 'model'; readonly model: TuiModel }
  /** Real time has passed. */
  | { readonly kind: 'tick'; readonly elapsedMs: number };

export function startState(model: TuiModel, size: Size): TuiState {
  return {
    size,
    model,
    path: ['overview'],
    overview: overviewStart,
    stream: null,
    tickets: null,
    ticket: null,
    overlay: null,
    prompt: null,
    notice: null,
    leaving: false,
  };
}

/** The state after an event. Pure: the same state and event give the same state. */
export function update(state: TuiState, event: TuiEvent): TuiState {
  switch (event.kind) {
    case 'key':
      return pressKey({ ...state, notice: null }, event.key);
    case 'resized':
      return resize(state, event.size);
    case 'model':
      // Another outcome has other tickets: nothing pointed at in the old one means anything in it.
      return event.model.kind === 'loading' && state.model.kind === 'loading'
        ? { ...state, model: event.model }
        : { ...startState(event.model, state.size), leaving: state.leaving };
    case 'tick':
      return state.stream === null || !state.stream.playing || currentScreen(state) !== 'stream'
        ? state
        : { ...state, stream: playOn(state.stream, event.elapsedMs) };
    default:
      return assertNever(event);
  }
}

function pressKey(state: TuiState, key: Key): TuiState {
  if (state.prompt !== null && isReady(state)) return pressInPrompt(state, state.prompt, key);
  const command = commandFor(currentScreen(state), key);
  if (command === null) return state;
  if (command.kind === 'quit') return { ...state, leaving: true };
  if (!isReady(state)) return state;
  return state.overlay === null ? obey(state, command) : updateOverlay(state, state.overlay, command);
}

function obey(state: ReadyState, command: Command): TuiState {
  switch (command.kind) {
    case 'back':
      return state.path.length > 1 ? { ...state, path: state.path.slice(0, -1) } : state;
    case 'overlay':
      return { ...state, overlay: { kind: command.overlay, top: 0 } };
    case 'go':
      return goTo(state, command.screen);
    case 'prompt':
      return {
        ...state,
        prompt: {
          kind: command.prompt,
          text: command.prompt === 'filter' ? (state.tickets?.query.text ?? '') : '',
        },
      };
    default:
      return updateScreen(state, command);
  }
}

function updateScreen(state: ReadyState, command: Command): TuiState {
  const screen = currentScreen(state);
  switch (screen) {
    case 'overview':
      return updateOverview(state, command);
    case 'stream':
      return updateStream(state, command);
    case 'tickets':
      return updateTickets(state, command);
    case 'ticket':
      return updateTicket(state, command);
    default:
      return assertNever(screen);
  }
}

function goTo(state: ReadyState, screen: 'overview' | 'stream' | 'tickets'): TuiState {
  if (screen === 'overview') return { ...state, path: ['overview'] };
  if (screen === 'tickets') {
    return state.tickets === null ? openTickets(state, {}) : { ...state, path: ['overview', 'tickets'] };
  }
  const stream =
    state.stream ?? startStream(state.model.outcome, 0, metricNames(state.model.outcome)[0] ?? '');
  return { ...state, stream, path: ['overview', 'stream'] };
}

function pressInPrompt(state: ReadyState, prompt: PromptState, key: Key): TuiState {
  const step = typeKey(prompt, key);
  switch (step.kind) {
    case 'typing': {
      const typed = { ...state, prompt: { ...prompt, text: step.text } };
      // The list narrows with every letter.
      return prompt.kind === 'filter' && state.tickets !== null && step.text !== prompt.text
        ? queryTickets(typed, { ...state.tickets.query, text: step.text })
        : typed;
    }
    case 'entered':
      return prompt.kind === 'jump'
        ? jumpTo({ ...state, prompt: null }, step.text)
        : { ...state, prompt: null };
    case 'given up':
      return prompt.kind === 'filter' && state.tickets !== null
        ? queryTickets({ ...state, prompt: null }, { ...state.tickets.query, text: '' })
        : { ...state, prompt: null };
    default:
      return assertNever(step);
  }
}
