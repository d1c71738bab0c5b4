import { countText } from '../text/figures.ts';
import type { ReadyState, ScreenName, TuiState } from '../state/state.ts';
import type { Prompt } from './screen.ts';
import { findRow } from './find-row.ts';
import { screenNamed } from './registry.ts';

/** What a line typed on a screen means there; null where the screen knows no such prompt. */
export function promptOf(screen: ScreenName, name: string): Prompt | null {
  const { prompts, find } = screenNamed(screen);
  if (name === 'find' && find !== undefined) {
    return {
      label: '/',
      hint: (state, text) => `${foundIn(find.texts(state), text)}  Enter goes there, Esc leaves `,
      entered: (state, text): TuiState => {
        const from: ReadyState = { ...state, sought: text };
        return findRow(from, find, 1, 0);
      },
    };
  }
  return prompts?.[name] ?? null;
}

function foundIn(texts: readonly string[], sought: string): string {
  if (sought === '') return '';
  const wanted = sought.toLowerCase();
  return `${countText(texts.filter((text) => text.toLowerCase().includes(wanted)).length)} found`;
}
