import { expect, test } from 'vitest';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import { startState } from '../../../src/tui/state/update.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import { shippedModel } from '../shipped.ts';
import { told } from '../told.ts';

test('the costs on a wide overview say whole what they are of, however long the contract calls it', async () => {
  const model = await shippedModel('simulations/helpdesk.sim', 2);
  const lines = screenLines(startState(model, { columns: 160, rows: 50 }), createTheme(unicodeGlyphs, false));
  const rows = told(model.advise(null)).costs?.rows ?? [];
  expect(Math.max(...rows.map(({ label }) => label.length))).toBeGreaterThan(30);
  for (const { label, cells } of rows) {
    const at = lines.findIndex((line) => line.startsWith(` ${label} `));
    expect(at, label).not.toBe(-1);
    expect(`${lines[at] ?? ''}${lines[at + 1] ?? ''}`).toContain(cells[0]);
  }
});
