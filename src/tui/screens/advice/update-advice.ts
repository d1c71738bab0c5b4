import { readNeed } from '../../../simulate/recommend/read-need.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { unicodeGlyphs } from '../../text/glyphs.ts';
import { moveList } from '../../widgets/list/list.ts';
import { bodyHeight } from '../layout.ts';
import { adviceRows } from './advice-rows.ts';
import { adviceStart } from './advice-state.ts';
import type { AdviceState } from './advice-state.ts';

export function updateAdvice(state: ReadyState, command: Command): TuiState {
  const shown = state.advice ?? adviceStart;
  const put = (changes: Partial<AdviceState>): ReadyState => ({ ...state, advice: { ...shown, ...changes } });
  switch (command.kind) {
    case 'move': {
      // The cursor is the window itself: every move scrolls.
      const height = bodyHeight(state.size);
      const moved = moveList({ at: shown.top, top: shown.top }, command.move, lastTop(state) + 1, height);
      return put({ top: moved.at });
    }
    case 'plan': {
      const plans = Math.max(1, state.model.outcome.plans.length);
      return put({ plan: (shown.plan + command.by + plans) % plans });
    }
    case 'undo':
      if (shown.needs.length === 0) return { ...state, notice: 'no need was typed' };
      return placeAdvice(put({ needs: shown.needs.slice(0, -1) }));
    default:
      return state;
  }
}

/** Takes a need more; one that is wrong stays at the foot to be put right. */
export function typeNeed(state: ReadyState, text: string): TuiState {
  if (text.trim() === '') return state;
  const read = readNeed(text, state.model.outcome.plan);
  if ('message' in read) return { ...state, notice: `${read.message}: ${read.help}` };
  const shown = state.advice ?? adviceStart;
  return { ...state, advice: { ...shown, needs: [...shown.needs, read], top: 0 } };
}

export function placeAdvice(state: ReadyState): ReadyState {
  const { advice } = state;
  if (advice === null) return state;
  return { ...state, advice: { ...advice, top: Math.min(advice.top, lastTop(state)) } };
}

function lastTop(state: ReadyState): number {
  return Math.max(0, adviceRows(state, unicodeGlyphs).length - bodyHeight(state.size));
}
