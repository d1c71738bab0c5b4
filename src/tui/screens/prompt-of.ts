import { countText } from '../text/figures.ts';
import type { ReadyState, ScreenName, TuiState } from '../state/state.ts';
import { exportHint, exportNames, exportView } from '../export/export-view.ts';
import { typedZone } from '../state/zone-switch.ts';
import { canonicalZoneNames } from '../../time/zone-lookup.ts';
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
  if (name === 'zone') return zonePrompt;
  if (name === 'export') {
    const shown = screenNamed(screen);
    return {
      label: 'export to: ',
      hint: (state, text) => exportHint(state, shown, text),
      entered: (state, text) => exportView(state, shown, text),
      complete: (_, text) => exportNames(shown, text),
    };
  }
  return prompts?.[name] ?? null;
}

const zonePrompt: Prompt = {
  label: 'times in: ',
  hint: () => 'Europe/Berlin, UTC, +02:00; Tab names some  Enter takes it, Esc leaves ',
  entered: typedZone,
  complete: (state, text) => {
    const known = state.model.clocks.known.map(({ zone }) => zone);
    const all = [...new Set([...known, ...canonicalZoneNames()])];
    return all.filter((zone) => zone.toLowerCase().includes(text.trim().toLowerCase()));
  },
};

function foundIn(texts: readonly string[], sought: string): string {
  if (sought === '') return '';
  const wanted = sought.toLowerCase();
  return `${countText(texts.filter((text) => text.toLowerCase().includes(wanted)).length)} found`;
}
