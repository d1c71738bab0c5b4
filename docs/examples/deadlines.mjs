// Prints when the clocks of a ticket run out: `node deadlines.mjs desk.json Basic P1 2026-06-03T16:30+02:00`
import { readFileSync } from 'node:fs';
import * as surety from 'surety/engine';
const [file = '', plan, severity, time = ''] = process.argv.slice(2);
const read = surety.readPlan(readFileSync(file, 'utf8'));
const at = surety.parseInstant(time);
if (read.kind !== 'plan' || !at.ok) throw new Error('needed: a compiled plan, and a time with its offset');
const program = surety.prepareProgram([surety.loadPlan(read.plan)]);
const opened = surety.readEvent(program, { at: at.instant, event: 'opened', says: { plan, severity } });
if (opened.kind === 'unknown value') throw new Error(`${opened.value}: none of ${opened.values.join(', ')}`);
for (const { target, due } of surety.ticketMachine(program).judge([opened], NaN)?.clocks ?? [])
  console.log(target.metric, due === null ? target.words : surety.formatInstantUtc(due));
