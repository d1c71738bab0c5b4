import type { Command } from '../../state/command.ts';
import type { OverlayState, ReadyState, TuiState } from '../../state/state.ts';
import { moveList } from '../../widgets/list/list.ts';
import { bodyHeight } from '../layout.ts';
import { overlayRows } from './overlay-rows.ts';

/** Keys while a page lies over the screen: it scrolls; Escape, and the key that opened it, take it away. */
export function updateOverlay(state: ReadyState, overlay: OverlayState, command: Command): TuiState {
  switch (command.kind) {
    case 'back':
      return { ...state, overlay: null };
    case 'overlay':
      return {
        ...state,
        overlay: command.overlay === overlay.kind ? null : { kind: command.overlay, top: 0 },
      };
    case 'move': {
      const height = bodyHeight(state.size);
      const steps = Math.max(1, overlayRows(state, overlay).length - height + 1);
      return {
        ...state,
        overlay: {
          ...overlay,
          top: moveList({ at: overlay.top, top: overlay.top }, command.move, steps, height).at,
        },
      };
    }
    default:
      return state;
  }
}
