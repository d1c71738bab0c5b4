/** How text is set off, by what it means. Colours are passed in, since only a leaf knows where the text goes. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly assumption: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const asItIs = (text: string): string => text;

/** No colours: what goes into files, pipes and tests. */
export const plainPalette: Palette = {
  error: asItIs,
  warning: asItIs,
  assumption: asItIs,
  good: asItIs,
  strong: asItIs,
  faint: asItIs,
};
