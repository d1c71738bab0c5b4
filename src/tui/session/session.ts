import { decodeKeys, flushKeys } from '../input/decode-keys.ts';
import type { Key } from '../input/decode-keys.ts';
import { mouseOff, mouseOn } from '../input/mouse.ts';
import type { TuiModel, TuiOptions, TuiSource } from '../model.ts';
import { createPainter, type Painter } from '../painter/painter.ts';
import { screenLines } from '../screens/screen-lines.ts';
import { currentScreen, type TuiState } from '../state/state.ts';
import { createStore, type Store } from '../state/store.ts';
import { openingState } from '../state/update.ts';
import { asciiGlyphs, unicodeGlyphs } from '../text/glyphs.ts';
import { createTheme } from '../text/theme.ts';
import { perform } from './perform.ts';
import { problemOf } from './problem-of.ts';
import { runsAgain } from './run-again.ts';
import type { TuiTerminal } from './terminal.ts';
import { enterScreen, leaveScreen } from './terminal-modes.ts';

/** How a session ends when nothing went wrong: left by the user, by Ctrl-C, or told to by the system. */
export type TuiExit = 0 | 130 | 143;

const framesPerSecond = 12;
const frameMs = 1000 / framesPerSecond;
/** A terminal sends a sequence whole; Escape followed by nothing for so long was the key. */
const escapeMs = 40;
/** After a stall (a suspension, a slow frame) the tape goes on from where it was instead of leaping. */
const longestTickMs = 250;

/**
 * Runs the screens on a terminal until the user leaves. However it ends, the terminal is first put back as it was;
 * an error of ours, or one of `later` while there is no outcome yet, then rejects. `later` brings the models that follow
 * the first.
 */
export function runSession(
  first: TuiModel,
  terminal: TuiTerminal,
  options: TuiOptions,
  { later = nothing, rerun = null, onNews = () => () => undefined }: TuiSource,
): Promise<TuiExit> {
  return new Promise((resolve, reject) => {
    const { input, output, process } = terminal;
    const store = createStore(openingState(first, output.size(), options.view ?? null));
    const painter = createPainter(output, framesPerSecond);
    const theme = createTheme(options.ascii ? asciiGlyphs : unicodeGlyphs, options.colour, options.theme);
    const undo: (() => void)[] = [];
    let ended = false;
    let ticking: ReturnType<typeof setInterval> | null = null;

    const finish = (settle: () => void): void => {
      if (ended) return;
      ended = true;
      if (ticking !== null) clearInterval(ticking);
      // In the reverse order of doing; what fails on the way out must not keep the rest from being undone.
      const [failure] = undo.reverse().flatMap((step) => attempt(step));
      if (failure === undefined) settle();
      else reject(failure);
    };
    const exit = (code: TuiExit): void => {
      finish(() => {
        resolve(code);
      });
    };
    const crash = (error: unknown): void => {
      finish(() => {
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    };
    const guarded =
      <Arguments extends readonly unknown[]>(step: (...given: Arguments) => void) =>
      (...given: Arguments): void => {
        if (ended) return;
        try {
          step(...given);
        } catch (error) {
          crash(error);
        }
      };

    // Painting may wait for its turn, so what a screen throws is taken here.
    const rowsOf = (state: TuiState): readonly string[] => {
      let rows: readonly string[] = [];
      guarded(() => {
        rows = screenLines(state, theme);
      })();
      return rows;
    };

    const enter = (): void => {
      input.setRawMode(true);
      output.write(options.mouse === true ? enterScreen + mouseOn : enterScreen);
    };
    const leave = (): void => {
      output.write(options.mouse === true ? mouseOff + leaveScreen : leaveScreen);
      input.setRawMode(false);
    };
    const resume = guarded((): void => {
      enter();
      store.dispatch([{ kind: 'resized', size: output.size() }]);
      painter.forget();
    });
    const suspend = guarded((): void => {
      leave();
      stopListeningForStop();
      process.suspend();
    });
    const lend = async (to: () => Promise<void>): Promise<void> => {
      leave();
      try {
        await to();
      } finally {
        resume();
      }
    };
    // Without a listener the signal does what it says; it is taken up again when the process goes on.
    let stopListeningForStop = process.onSignal('SIGTSTP', suspend);

    const press = guarded((keys: readonly Key[]): void => {
      if (keys.includes('ctrl-c')) {
        exit(130);
        return;
      }
      painter.expedite();
      store.dispatch(keys.map((key) => ({ kind: 'key', key })));
      if (keys.includes('ctrl-l')) painter.forget();
      if (store.state().leaving) exit(0);
      else if (keys.includes('ctrl-z')) suspend();
    });

    const tick = (): void => {
      const { stream } = store.state();
      const playing = stream?.playing === true && currentScreen(store.state()) === 'stream';
      if (playing && ticking === null) {
        let before = performance.now();
        ticking = setInterval(
          guarded(() => {
            const now = performance.now();
            const elapsedMs = Math.min(longestTickMs, now - before);
            before = now;
            store.dispatch([{ kind: 'tick', elapsedMs }]);
          }),
          frameMs,
        );
      } else if (!playing && ticking !== null) {
        clearInterval(ticking);
        ticking = null;
      }
    };

    undo.push(process.holdConsole());
    undo.push(process.onUncaught(crash));
    undo.push(leave);
    enter();
    undo.push(() => {
      painter.stop();
    });
    undo.push(store.subscribe(tick));
    const again = runsAgain(rerun, (events) => {
      if (!ended) store.dispatch(events);
    });
    undo.push(again.stop);
    undo.push(
      store.subscribe(
        guarded(() => {
          const { effects } = store.state();
          if (effects.length === 0) return;
          store.dispatch([{ kind: 'effects taken' }]);
          perform(effects, store, terminal, again, lend);
        }),
      ),
    );
    undo.push(() => {
      stopListeningForStop();
    });
    undo.push(
      process.onSignal('SIGCONT', () => {
        stopListeningForStop();
        stopListeningForStop = process.onSignal('SIGTSTP', suspend);
        resume();
      }),
    );
    undo.push(process.onSignal('SIGINT', () => exit(130)));
    undo.push(process.onSignal('SIGTERM', () => exit(143)));
    undo.push(process.onSignal('SIGHUP', () => exit(143)));
    undo.push(
      output.onResize(
        guarded(() => {
          store.dispatch([{ kind: 'resized', size: output.size() }]);
          painter.forget();
        }),
      ),
    );
    undo.push(
      onNews(
        guarded(() => {
          store.dispatch([{ kind: 'news' }]);
        }),
      ),
    );
    undo.push(listenForKeys(input, press, () => exit(143)));

    // The first frame does not wait for Ink, which takes longer to load than all that it is made of.
    const stopDrawing = drawAlone(store, painter, rowsOf);
    undo.push(stopDrawing);
    import('../screens/mount.tsx').then(({ mountScreens }) => {
      guarded(() => {
        stopDrawing();
        undo.push(mountScreens({ store, size: output.size, rowsOf, show: painter.show, crash }));
      })();
    }, crash);
    follow(later, store.dispatch, () => ended).catch((error: unknown) => {
      // What is there stays in sight.
      const { model } = store.state();
      if (model.kind === 'loading') crash(error);
      else store.dispatch([{ kind: 'problem', problem: problemOf('bring the rest of the figures', error) }]);
    });
  });
}

/** Shows the rows of each state one below the other, as Ink lays them out; what ends it. */
function drawAlone(
  store: Store,
  painter: Painter,
  rowsOf: (state: TuiState) => readonly string[],
): () => void {
  const draw = (): void => {
    painter.show(() => rowsOf(store.state()));
  };
  draw();
  return store.subscribe(draw);
}

const nothing: AsyncIterable<TuiModel> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};

function attempt(step: () => void): readonly Error[] {
  try {
    step();
    return [];
  } catch (error) {
    return [error instanceof Error ? error : new Error(String(error))];
  }
}

async function follow(
  models: AsyncIterable<TuiModel>,
  dispatch: (events: readonly [{ readonly kind: 'model'; readonly model: TuiModel }]) => void,
  ended: () => boolean,
): Promise<void> {
  for await (const model of models) {
    if (ended()) return;
    dispatch([{ kind: 'model', model }]);
  }
}

function listenForKeys(
  input: TuiTerminal['input'],
  press: (keys: readonly Key[]) => void,
  ended: () => void,
): () => void {
  let pending = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = input.listen((text) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const decoded = decodeKeys(pending, text);
    pending = decoded.pending;
    if (pending !== '') {
      timer = setTimeout(() => {
        const keys = flushKeys(pending);
        pending = '';
        press(keys);
      }, escapeMs);
    }
    if (decoded.keys.length > 0) press(decoded.keys);
  }, ended);
  return () => {
    if (timer !== null) clearTimeout(timer);
    stop();
  };
}
