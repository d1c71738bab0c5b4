import { currentScreen, isReady } from '../state/state.ts';
import type { TuiState } from '../state/state.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Row } from '../text/row.ts';
import { loadingRows } from './loading/loading-rows.ts';
import { overlayRows } from './overlay/overlay-rows.ts';
import { paletteRows } from './palette/palette-rows.ts';
import { screenNamed } from './registry.ts';

/** What stands between head and foot: the screen, or what lies over it, or how far the outcome is. */
export function bodyRows(state: TuiState, glyphs: Glyphs): readonly Row[] {
  if (!isReady(state)) {
    return state.model.kind === 'loading' ? loadingRows(state.model, state.size.columns, glyphs) : [];
  }
  if (state.palette !== null) return paletteRows(state, state.palette, glyphs);
  if (state.overlay !== null) return overlayRows(state, state.overlay).slice(state.overlay.top);
  return screenNamed(currentScreen(state)).rows(state, glyphs);
}
