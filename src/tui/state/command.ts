import type { ListMove } from '../widgets/list/list.ts';
import type { ScreenName } from './state.ts';

/** What a key asks for, whichever key it is. A screen does what it knows and leaves the rest alone. */
export type Command =
  | { readonly kind: 'quit' }
  | { readonly kind: 'back' }
  | { readonly kind: 'overlay'; readonly overlay: 'keys' | 'notes' | 'problems' }
  | { readonly kind: 'palette' }
  /** The next row that holds what was looked for, or the one before. */
  | { readonly kind: 'find'; readonly by: 1 | -1 }
  | { readonly kind: 'go'; readonly screen: ScreenName }
  | { readonly kind: 'move'; readonly move: ListMove }
  | { readonly kind: 'open' }
  | { readonly kind: 'plan'; readonly by: 1 | -1 }
  | { readonly kind: 'metric' }
  | { readonly kind: 'group' }
  | { readonly kind: 'play' }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'speed'; readonly by: 1 | -1 }
  /** A promise broken under any plan, or under the chosen one. */
  | { readonly kind: 'next miss'; readonly of: 'any' | 'chosen' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'run'; readonly by: 1 | -1 }
  | { readonly kind: 'prompt'; readonly prompt: string }
  | { readonly kind: 'verdict filter' }
  | { readonly kind: 'zone' }
  | { readonly kind: 'copy command' }
  | { readonly kind: 'clause' }
  | { readonly kind: 'region' }
  | { readonly kind: 'week'; readonly by: 1 | -1 }
  /** The next week with something special in it, or the one before. */
  | { readonly kind: 'special'; readonly by: 1 | -1 }
  | { readonly kind: 'measure' }
  | { readonly kind: 'other' }
  | { readonly kind: 'bars' }
  | { readonly kind: 'inverse' }
  | { readonly kind: 'next found'; readonly by: 1 | -1 }
  | { readonly kind: 'sort'; readonly by: 1 | -1 }
  | { readonly kind: 'reverse' }
  | { readonly kind: 'everything' }
  /** A part of what is said of a ticket. */
  | { readonly kind: 'section'; readonly section: 'why' | 'differ' | 'happened' }
  /** More or less of what the cursor is on. */
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'neighbour'; readonly by: 1 | -1 };
