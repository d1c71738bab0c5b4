import { bind } from '../../input/binding.ts';
import { metricKey, openTicketKey, planKeys } from '../../input/shared-keys.ts';
import { formatInstantUtc } from '../../../time/iso-instant.ts';
import { byOpening } from '../../tickets/ticket-sort.ts';
import { ticketsTable } from '../../tickets/tickets-table.ts';
import { metricNames } from '../../tickets/verdict.ts';
import { clauseOf } from '../ticket/ticket-answers.ts';
import { listCommand } from '../tickets/list-command.ts';
import type { Screen } from '../screen.ts';
import { jumpTo } from './jump.ts';
import { streamScreenRows } from './stream-rows.ts';
import { focusOf } from './focus-of.ts';
import { arrivedSoFar, startStream, updateStream } from './stream-state.ts';

export const streamScreen: Screen = {
  name: 'stream',
  about: 'the stream of tickets, playing',
  key: '2',
  keys: [
    openTicketKey,
    bind([' '], 'Space', 'play, pause', 'play', { kind: 'play' }),
    bind(['.'], '.', 'step to the next arrival or verdict', 'step', { kind: 'step', by: 1 }),
    bind([','], ',', 'step back', null, { kind: 'step', by: -1 }),
    bind(['+', '='], '+', 'play faster', 'faster', { kind: 'speed', by: 1 }),
    bind(['-', '_'], '-', 'play slower', 'slower', { kind: 'speed', by: -1 }),
    bind(['n'], 'n', 'jump to the next promise missed under any plan', 'next miss', {
      kind: 'next miss',
      of: 'any',
    }),
    bind(['N'], 'N', 'jump to the next one missed under the chosen plan', null, {
      kind: 'next miss',
      of: 'chosen',
    }),
    bind(['g'], 'g', 'go to a date, a time or a ticket', 'go to', { kind: 'prompt', prompt: 'jump' }),
    bind(['r'], 'r', 'restart: the same tickets from the beginning', 'restart', { kind: 'restart' }),
    bind([']'], ']', 'next run of the simulation', null, { kind: 'run', by: 1 }),
    bind(['['], '[', 'previous run', null, { kind: 'run', by: -1 }),
    ...planKeys,
    metricKey,
  ],
  open: (state) => ({
    ...state,
    stream: state.stream ?? startStream(state.model.outcome, 0, metricNames(state.model.outcome)[0] ?? ''),
  }),
  update: updateStream,
  rows: (state, glyphs) => (state.stream === null ? [] : streamScreenRows(state, state.stream, glyphs)),
  place: (state) => state,
  table: ({ model, stream }) =>
    stream === null ? null : ticketsTable(model.outcome, stream.tape.metric, arrivedSoFar(stream)),
  command: (state) => {
    if (state.stream === null) return null;
    const { tape, now } = state.stream;
    const filters = [`run:${String(tape.run + 1)}`, `opened<=${formatInstantUtc(now)}`];
    return listCommand(state, { metric: tape.metric, filters, sort: byOpening });
  },
  clause: ({ model, stream }) => {
    const ticket = stream === null ? undefined : stream.tape.order[focusOf(stream)];
    if (stream === null || ticket === undefined) return null;
    return clauseOf(model, stream.plan, stream.tape.metric, ticket);
  },
  prompts: {
    jump: {
      label: 'go to (2016-04-01, 04-01 14:30, or a ticket): ',
      hint: () => 'Enter goes, Esc leaves ',
      entered: jumpTo,
    },
  },
};
