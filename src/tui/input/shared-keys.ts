import { bind } from './binding.ts';
import type { Binding } from './binding.ts';

/** Keys that several screens have and that ask the same of each. A screen takes those it answers. */

export const planKeys: readonly Binding[] = [
  bind(['right', 'tab', '>', 'l'], '→ Tab', 'next plan', 'plan', { kind: 'plan', by: 1 }),
  bind(['left', 'shift-tab', '<', 'h'], '← ', 'previous plan', null, { kind: 'plan', by: -1 }),
];

/** The same where a plan is chosen only to come into sight. */
export const planWindowKeys: readonly Binding[] = [
  bind(['right', 'tab', '>', 'l'], '→ Tab', 'next plan, where not all fit', null, { kind: 'plan', by: 1 }),
  bind(['left', 'shift-tab', '<', 'h'], '← ', 'previous plan', null, { kind: 'plan', by: -1 }),
];

export const metricKey: Binding = bind(['m'], 'm', 'next metric (respond, resolve, …)', 'metric', {
  kind: 'metric',
});

export const openTicketKey: Binding = bind(
  ['enter'],
  'Enter',
  'open the ticket: timeline and accounting',
  'open',
  { kind: 'open' },
);
