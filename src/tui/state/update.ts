import { assertNever } from '../../text/assert-never.ts';
import type { Key } from '../input/decode-keys.ts';
import { commandFor } from '../input/keymap.ts';
import { clickOf, WHEEL_ROWS, wheelMove } from '../input/mouse.ts';
import type { SavedView, TuiModel } from '../model.ts';
import type { Size } from '../painter/frame-diff.ts';
import { pointAt } from '../screens/point-at.ts';
import { findRow } from '../screens/find-row.ts';
import { overviewStart } from '../screens/overview/overview-state.ts';
import { updateOverlay } from '../screens/overlay/overlay-state.ts';
import { paletteStart } from '../screens/palette/palette-state.ts';
import { typeInPalette } from '../screens/palette/update-palette.ts';
import { promptOf } from '../screens/prompt-of.ts';
import { screenNamed } from '../screens/registry.ts';
import { playOn } from '../screens/stream/stream-state.ts';
import { showView } from '../screens/tickets/ticket-prompts.ts';
import { promptStart, remember, typeKey } from '../widgets/prompt/prompt.ts';
import type { PromptState } from '../widgets/prompt/prompt.ts';
import { openClause, showCommand } from './command-line.ts';
import type { Command } from './command.ts';
import { nextZone } from './zone-switch.ts';
import { growScreens, placeScreens } from './place-screens.ts';
import type { Rerun } from './rerun.ts';
import { currentScreen, isReady } from './state.ts';
import type { Problem, ReadyState, ScreenName, TuiState } from './state.ts';

/** Everything that can happen to the screen. */
export type TuiEvent =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'resized'; readonly size: Size }
  | { readonly kind: 'model'; readonly model: TuiModel }
  /** Real time has passed. */
  | { readonly kind: 'tick'; readonly elapsedMs: number }
  /** The session has taken what was to be done. */
  | { readonly kind: 'effects taken' }
  /** An answer that was pending is nearer or there. */
  | { readonly kind: 'news' }
  | { readonly kind: 'notice'; readonly notice: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'rerun'; readonly rerun: Rerun | null }
  /** The text of a view that was asked for. */
  | { readonly kind: 'view read'; readonly path: string; readonly text: string };

export function startState(model: TuiModel, size: Size): TuiState {
  return {
    size,
    model,
    path: ['overview'],
    overview: overviewStart,
    stream: null,
    tickets: null,
    ticket: null,
    coverage: null,
    distributions: null,
    advice: null,
    'what-if': null,
    overlay: null,
    palette: null,
    prompt: null,
    typed: {},
    sought: null,
    notice: null,
    problems: [],
    effects: [],
    rerun: null,
    view: null,
    leaving: false,
  };
}

/** The first state of a session, with the view of tickets that it was begun with. */
export function openingState(model: TuiModel, size: Size, view: SavedView | null): TuiState {
  return withView({ ...startState(model, size), view });
}

/** Shows the view that waits for tickets, where there are some. */
function withView(state: TuiState): TuiState {
  const { view } = state;
  return view === null || !isReady(state) ? state : showView({ ...state, view: null }, view.text, view.path);
}

/** The state after an event. Pure: the same state and event give the same state. */
export function update(state: TuiState, event: TuiEvent): TuiState {
  switch (event.kind) {
    case 'key':
      // The keys of the foot are not to be seen while it has something to say.
      if (state.notice !== null && clickOf(event.key)?.row === state.size.rows - 1)
        return { ...state, notice: null };
      return pressKey({ ...state, notice: null }, event.key);
    case 'resized': {
      const resized = { ...state, size: event.size };
      return isReady(resized) ? placeScreens(resized) : resized;
    }
    case 'model':
      return takeModel(state, event.model);
    case 'tick':
      return state.stream === null || !state.stream.playing || currentScreen(state) !== 'stream'
        ? state
        : { ...state, stream: playOn(state.stream, event.elapsedMs) };
    case 'effects taken':
      return { ...state, effects: [] };
    case 'news':
      return isReady(state) ? placeScreens({ ...state }) : state;
    case 'notice':
      return { ...state, notice: event.notice };
    case 'problem':
      return {
        ...state,
        problems: [...state.problems, event.problem],
        overlay: { kind: 'problems', top: 0 },
        palette: null,
        prompt: null,
      };
    case 'rerun':
      return { ...state, rerun: event.rerun };
    case 'view read':
      return isReady(state) ? showView(state, event.text, event.path) : state;
    default:
      return assertNever(event);
  }
}

function takeModel(state: TuiState, model: TuiModel): TuiState {
  const taken = { ...state, model };
  if (model.kind === 'loading' && state.model.kind === 'loading') return taken;
  // What is there is shown on while the rest of it is made.
  if (isReady(state) && state.model.arriving !== null && model.kind === 'loading') return state;
  const grows = isReady(state) && state.model.arriving !== null && isReady(taken);
  // The zone that was chosen stays.
  if (grows) return growScreens({ ...taken, model: { ...taken.model, wallClock: state.model.wallClock } });
  // Another outcome has other tickets: nothing pointed at in the old one means anything in it.
  const { size, leaving, problems, typed, view } = state;
  const fresh = withView({ ...startState(model, size), leaving, problems, typed, view });
  return state.overlay?.kind === 'problems' ? { ...fresh, overlay: state.overlay } : fresh;
}

function pressKey(state: TuiState, key: Key): TuiState {
  const wheel = wheelMove(key);
  if (wheel !== null) {
    // In a line that is typed, up and down bring back what was typed before.
    if (state.prompt !== null) return state;
    return Array.from({ length: WHEEL_ROWS }).reduce((moved: TuiState) => pressKey(moved, wheel), state);
  }
  const click = clickOf(key);
  if (click !== null) return isReady(state) ? pointAt(state, click, pressKey) : state;
  if (isReady(state) && state.prompt !== null) return pressInPrompt(state, state.prompt, key);
  if (isReady(state) && state.palette !== null) {
    const step = typeInPalette(state, state.palette, key);
    return step.kind === 'state' ? step.state : obeyNamed(step.state, step.command, step.argument);
  }
  const command = commandFor(currentScreen(state), key);
  if (command === null) return state;
  if (command.kind === 'quit') return { ...state, leaving: true };
  if (!isReady(state)) {
    // Nothing is there to go back to: the work is given up.
    return command.kind === 'back' ? { ...state, leaving: true } : state;
  }
  return state.overlay === null ? obey(state, command) : updateOverlay(state, state.overlay, command);
}

function obey(state: ReadyState, command: Command): TuiState {
  switch (command.kind) {
    case 'quit':
      return { ...state, leaving: true };
    case 'back':
      return (
        screenNamed(currentScreen(state)).back?.(state) ??
        (state.path.length > 1 ? { ...state, path: state.path.slice(0, -1) } : state)
      );
    case 'overlay':
      return { ...state, overlay: { kind: command.overlay, top: 0 } };
    case 'palette':
      return { ...state, palette: paletteStart };
    case 'go':
      return goTo(state, command.screen);
    case 'prompt':
      return {
        ...state,
        prompt: promptStart(
          command.prompt,
          promptOf(currentScreen(state), command.prompt)?.start?.(state) ?? '',
        ),
      };
    case 'zone': {
      const switched = nextZone(state);
      return isReady(switched) ? { ...placeScreens(switched), notice: switched.notice } : switched;
    }
    case 'copy command': {
      const { command: own } = screenNamed(currentScreen(state));
      return showCommand(state, own === undefined ? answerCommand(state) : own(state));
    }
    case 'clause':
      return openClause(state, screenNamed(currentScreen(state)).clause?.(state) ?? null);
    case 'find': {
      const { find } = screenNamed(currentScreen(state));
      return find === undefined ? state : findRow(state, find, command.by, 1);
    }
    default:
      return screenNamed(currentScreen(state)).update(state, command);
  }
}

/** What prints the same figures as the overview. */
function answerCommand({ model: { command } }: ReadyState): string | null {
  return command === null ? null : `${command} --plain`;
}

function obeyNamed(state: ReadyState, command: Command, argument: string | null): TuiState {
  if (command.kind !== 'prompt' || argument === null) return obey(state, command);
  return promptOf(currentScreen(state), command.prompt)?.entered(state, argument) ?? state;
}

function goTo(state: ReadyState, name: ScreenName): TuiState {
  const opened = screenNamed(name).open?.(state);
  if (opened === undefined) return state;
  return placeScreens({ ...opened, path: name === 'overview' ? ['overview'] : ['overview', name] });
}

function pressInPrompt(state: ReadyState, prompt: PromptState, key: Key): TuiState {
  const meaning = promptOf(currentScreen(state), prompt.kind);
  const closed: ReadyState = { ...state, prompt: null };
  if (meaning === null) return closed;
  const before = state.typed[prompt.kind] ?? [];
  const step = typeKey(prompt, key, before, (text) => meaning.complete?.(state, text) ?? []);
  switch (step.kind) {
    case 'typing': {
      const typing: ReadyState = { ...state, prompt: step.prompt };
      return step.prompt.text === prompt.text
        ? typing
        : (meaning.typed?.(typing, step.prompt.text) ?? typing);
    }
    case 'entered':
      return meaning.entered(
        { ...closed, typed: { ...state.typed, [prompt.kind]: remember(before, step.text) } },
        step.text,
      );
    case 'given up':
      return meaning.givenUp?.(closed) ?? closed;
    default:
      return assertNever(step);
  }
}
