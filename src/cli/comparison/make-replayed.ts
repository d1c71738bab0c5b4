import { basename } from 'node:path';
import { noneUsable } from '../../simulate/history/none-usable.ts';
import { readHistory } from '../../simulate/history/read-history.ts';
import { replayHistory } from '../../simulate/history/replay-history.ts';
import { customersHolidays } from '../../simulate/history/said-of-ticket.ts';
import { openLog } from '../../workspace/open-log.ts';
import { loadForCustomers } from '../customer-engine.ts';
import { EXIT } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { loadPlanFile } from '../load-plan-file.ts';
import { logDates, zoneOfLog } from '../replay/log-dates.ts';
import { planNamed, refuseMapping } from '../replay/mapping-problems.ts';
import { readMapping } from '../replay/read-mapping.ts';
import { openUnusable } from '../replay/unusable-file.ts';
import { UsageError } from '../usage-error.ts';
import { nowAndThen } from './now-and-then.ts';
import type { MakeResult, ReplayRequest, Watch } from './outcome-job.ts';

export async function makeReplayed(
  request: ReplayRequest & { readonly file: string },
  around: Surroundings,
  watch: Watch,
): Promise<MakeResult> {
  const { file, tickets } = request;
  const checked = await readMapping(request, tickets, around);
  if (checked.kind === 'refused') return checked;
  const plan = await loadPlanFile(file, around);
  if (plan === null) return { kind: 'refused', exit: EXIT.findings };
  const { file: map, mapping } = checked;
  const dates = logDates(request, zoneOfLog(mapping, plan));
  const plans = (request.plan ?? []).map((name) => planNamed(plan, name));
  watch.begun(plan.title, plans.length > 0 ? plans : plan.plans.map(({ name }) => name));

  const unusable = request.reportUnusable === undefined ? null : openUnusable(request.reportUnusable);
  const reading = `reading ${basename(tickets)}`;
  const nearer = nowAndThen(watch.progress);
  const log = await openLog(tickets, (share) => nearer(share, 1, reading));
  const read = await readHistory(log, mapping, unusable?.report, dates);
  const failure = read.kind === 'failure' ? read.failure : noneUsable(read.history);
  if (read.kind === 'failure' || failure !== null) {
    unusable?.close(null);
    throw new UsageError(`${tickets}: ${failure?.message ?? ''}`, failure?.help ?? null);
  }
  const holidays = customersHolidays(mapping, read.history.tickets);
  const engine = await loadForCustomers(plan, file, holidays);
  const replayed = replayHistory({
    history: read.history,
    engine,
    plans,
    log: basename(tickets),
    watch: (done, of) => nearer(done, of, 'judging the tickets'),
    ...(unusable === null ? {} : { report: unusable.report }),
  });
  unusable?.close(replayed.kind === 'outcome' ? replayed.outcome : null);
  if (replayed.kind === 'problems') {
    return { kind: 'refused', exit: refuseMapping(map, replayed.problems, around) };
  }
  return { kind: 'made', made: { outcome: replayed.outcome, engine, simulation: null } };
}
