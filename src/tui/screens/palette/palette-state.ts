/** The palette of `:`, in which every action of a screen and every screen is found by name. */
export interface PaletteState {
  readonly text: string;
  /** Place among the entries that match. */
  readonly at: number;
}

export const paletteStart: PaletteState = { text: '', at: 0 };
