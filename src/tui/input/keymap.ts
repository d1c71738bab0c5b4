import type { Command } from '../state/command.ts';
import type { ScreenName } from '../state/state.ts';
import type { Key } from './decode-keys.ts';

/**
 * The one table of keys. What a key does, the line at the foot of a screen, the overlay of `?` and the
 * documentation all come from here. Within a screen, the earlier a line stands the likelier the foot has room for it.
 */
export interface Binding {
  readonly keys: readonly Key[];
  /** The keys as people call them. */
  readonly shown: string;
  /** What it does, in a few words; the shorter one stands at the foot, where null leaves it out. */
  readonly does: string;
  readonly short: string | null;
  readonly on: readonly ScreenName[];
  readonly command: Command;
}

const everywhere: readonly ScreenName[] = ['overview', 'stream', 'tickets', 'ticket'];

export const keymap: readonly Binding[] = [
  bind(
    ['overview'],
    ['enter'],
    'Enter',
    'list the tickets behind the figure: those this plan missed',
    'tickets',
    { kind: 'open' },
  ),
  bind(['stream', 'tickets'], ['enter'], 'Enter', 'open the ticket: timeline and accounting', 'open', {
    kind: 'open',
  }),
  bind(['stream'], [' '], 'Space', 'play, pause', 'play', { kind: 'play' }),
  bind(['stream'], ['.'], '.', 'step to the next arrival or verdict', 'step', { kind: 'step', by: 1 }),
  bind(['stream'], [','], ',', 'step back', null, { kind: 'step', by: -1 }),
  bind(['stream'], ['+', '='], '+', 'play faster', 'faster', { kind: 'speed', by: 1 }),
  bind(['stream'], ['-', '_'], '-', 'play slower', 'slower', { kind: 'speed', by: -1 }),
  bind(['stream'], ['n'], 'n', 'jump to the next promise missed under any plan', 'next miss', {
    kind: 'next miss',
  }),
  bind(['stream'], ['g'], 'g', 'go to a date, a time or a ticket', 'go to', {
    kind: 'prompt',
    prompt: 'jump',
  }),
  bind(['stream'], ['r'], 'r', 'restart: the same tickets from the beginning', 'restart', {
    kind: 'restart',
  }),
  bind(['stream'], [']'], ']', 'next run of the simulation', null, { kind: 'run', by: 1 }),
  bind(['stream'], ['['], '[', 'previous run', null, { kind: 'run', by: -1 }),
  bind(
    ['tickets'],
    ['/'],
    '/',
    'filter by id, severity, region, status: `S1 !EMEA status:missed`',
    'filter',
    { kind: 'prompt', prompt: 'filter' },
  ),
  bind(
    ['tickets'],
    ['f'],
    'f',
    'show all, those missed by one plan, by any, or where plans differ',
    'missed by',
    { kind: 'verdict filter' },
  ),
  bind(['tickets'], ['s'], 's', 'sort by the next column', 'sort', { kind: 'sort' }),
  bind(['tickets'], ['S'], 'S', 'reverse the order', null, { kind: 'reverse' }),
  bind(['tickets'], ['a'], 'a', 'all tickets: drop every filter', 'all', { kind: 'everything' }),
  bind(['ticket'], [']'], ']', 'next ticket of the list', 'next', { kind: 'neighbour', by: 1 }),
  bind(['ticket'], ['['], '[', 'previous ticket of the list', 'previous', { kind: 'neighbour', by: -1 }),
  bind(['overview', 'ticket'], ['right', 'tab', '>', 'l'], '→ Tab', 'next plan', 'plan', {
    kind: 'plan',
    by: 1,
  }),
  bind(['overview', 'ticket'], ['left', 'shift-tab', '<', 'h'], '← ', 'previous plan', null, {
    kind: 'plan',
    by: -1,
  }),
  bind(['stream', 'tickets'], ['right', 'tab', '>', 'l'], '→ Tab', 'next plan, where not all fit', null, {
    kind: 'plan',
    by: 1,
  }),
  bind(['stream', 'tickets'], ['left', 'shift-tab', '<', 'h'], '← ', 'previous plan', null, {
    kind: 'plan',
    by: -1,
  }),
  bind(['stream', 'tickets', 'ticket'], ['m'], 'm', 'next metric (respond, resolve, …)', 'metric', {
    kind: 'metric',
  }),
  bind(['overview'], ['v'], 'v', 'group by severity or by region', 'severity/region', { kind: 'group' }),
  bind(everywhere, ['2'], '2', 'the stream of tickets, playing', 'stream', { kind: 'go', screen: 'stream' }),
  bind(everywhere, ['3'], '3', 'the list of all tickets', 'list', { kind: 'go', screen: 'tickets' }),
  bind(everywhere, ['1'], '1', 'the overview', null, { kind: 'go', screen: 'overview' }),
  bind(everywhere, ['i'], 'i', 'what the figures rest on, and what was not applied', 'notes', {
    kind: 'overlay',
    overlay: 'notes',
  }),
  bind(everywhere, ['up', 'k'], '↑ k', 'up', null, { kind: 'move', move: 'up' }),
  bind(everywhere, ['down', 'j'], '↓ j', 'down', null, { kind: 'move', move: 'down' }),
  bind(everywhere, ['page-up', 'ctrl-u', 'ctrl-b'], 'PgUp', 'a page up', null, {
    kind: 'move',
    move: 'page-up',
  }),
  bind(everywhere, ['page-down', 'ctrl-d', 'ctrl-f'], 'PgDn', 'a page down', null, {
    kind: 'move',
    move: 'page-down',
  }),
  bind(everywhere, ['home'], 'Home', 'to the first', null, { kind: 'move', move: 'home' }),
  bind(everywhere, ['end', 'G'], 'End G', 'to the last', null, { kind: 'move', move: 'end' }),
  bind(everywhere, ['escape', 'backspace'], 'Esc', 'one step back', null, { kind: 'back' }),
];

/** Keys whose place at the foot is always there, at its end. */
export const alwaysShown: readonly Binding[] = [
  bind(everywhere, ['?'], '?', 'these keys', 'keys', { kind: 'overlay', overlay: 'keys' }),
  bind(everywhere, ['q'], 'q', 'quit', 'quit', { kind: 'quit' }),
];

/** What the session does itself, whatever is on the screen; listed for the reader alone. */
export const sessionKeys: readonly Pick<Binding, 'shown' | 'does'>[] = [
  { shown: 'Ctrl-L', does: 'draw the screen anew' },
  { shown: 'Ctrl-Z', does: 'suspend; `fg` comes back' },
  { shown: 'Ctrl-C', does: 'stop (exit code 130)' },
];

export function bindingsOf(screen: ScreenName): readonly Binding[] {
  return [...keymap, ...alwaysShown].filter((binding) => binding.on.includes(screen));
}

export function commandFor(screen: ScreenName, key: Key): Command | null {
  return bindingsOf(screen).find((binding) => binding.keys.includes(key))?.command ?? null;
}

function bind(
  on: readonly ScreenName[],
  keys: readonly Key[],
  shown: string,
  does: string,
  short: string | null,
  command: Command,
): Binding {
  return { keys, shown, does, short, on, command };
}
