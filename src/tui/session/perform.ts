import { assertNever } from '../../text/assert-never.ts';
import type { Effect } from '../state/effect.ts';
import type { Problem } from '../state/state.ts';
import { isReady } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { TuiEvent } from '../state/update.ts';
import { problemOf } from './problem-of.ts';
import type { RunsAgain } from './run-again.ts';
import type { TuiTerminal } from './terminal.ts';

type Failed = (error: unknown) => Problem;

/** Does what reducers have asked for. What comes of it is told to the store; nothing here throws. */
export function perform(
  effects: readonly Effect[],
  store: Store,
  { output, world }: Pick<TuiTerminal, 'output' | 'world'>,
  again: RunsAgain,
  /** Gives the terminal back for as long as something else has it. */
  lend: (to: () => Promise<void>) => Promise<void>,
): void {
  const tell = <T>(doing: Promise<T>, done: (result: T) => TuiEvent | null, failed: Failed): void => {
    doing.then(
      (result) => {
        const event = done(result);
        if (event !== null) store.dispatch([event]);
      },
      (error: unknown) => store.dispatch([{ kind: 'problem', problem: failed(error) }]),
    );
  };
  for (const effect of effects) {
    switch (effect.kind) {
      case 'write':
        tell(
          world.writeFile(effect.path, effect.content),
          () => ({ kind: 'notice', notice: `written to ${effect.path}` }),
          (error) => problemOf(`write ${effect.path}`, error, effect.path),
        );
        break;
      case 'read view':
        tell(
          world.readFile(effect.path),
          (text) => ({ kind: 'view read', path: effect.path, text }),
          (error) => problemOf(`read ${effect.path}`, error, effect.path),
        );
        break;
      case 'copy': {
        // What the terminal makes of it, it does not say.
        output.write(`\x1b]52;c;${Buffer.from(effect.text).toString('base64')}\x07`);
        store.dispatch([
          { kind: 'notice', notice: `${effect.what} copied, where the terminal has a clipboard` },
        ]);
        break;
      }
      case 'edit':
        tell(
          lend(() => world.edit(effect.file, effect.line)),
          () => null,
          (error) => problemOf(`open ${effect.file}:${String(effect.line)}`, error),
        );
        break;
      case 'rerun': {
        const state = store.state();
        if (isReady(state)) again.start(state.model, effect.changes);
        break;
      }
      case 'stop rerun':
        again.stop();
        break;
      default:
        assertNever(effect);
    }
  }
}
