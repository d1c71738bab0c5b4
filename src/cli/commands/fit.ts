import { basename, dirname, relative } from 'node:path';
import { format } from '../../format/format.ts';
import { loadPlan } from '../../engine/index.ts';
import { fitText } from '../../report/fit-text.ts';
import { compareFit, type FitComparison } from '../../simulate/fit/compare-fit.ts';
import { fitWorkload, type Workload } from '../../simulate/fit/fit-workload.ts';
import { fitTickets } from '../../simulate/fit/fit-tickets.ts';
import { hourOfWeek, isTaken, leftOver, type Weeks } from '../../simulate/fit/weeks.ts';
import { workloadText } from '../../simulate/fit/workload-text.ts';
import type { History } from '../../simulate/history/history.ts';
import { noneUsable } from '../../simulate/history/none-usable.ts';
import { readHistory } from '../../simulate/history/read-history.ts';
import { replayHistory } from '../../simulate/history/replay-history.ts';
import { simulate } from '../../simulate/run.ts';
import { counted } from '../../text/counted.ts';
import { createSourceFile } from '../../text/source.ts';
import { epochDayOfDate } from '../../time/civil-date.ts';
import { loadSimulationFrom } from '../../workspace/load.ts';
import { openLog } from '../../workspace/open-log.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { writeAtomically } from '../../workspace/write-atomically.ts';
import { EXIT } from '../exit-code.ts';
import { chooseWeeks } from '../fit/choose-weeks.ts';
import { loadPlanFile, reportErrors } from '../load-plan-file.ts';
import { parseCount } from '../parse-count.ts';
import { addMappingFlags } from '../replay/mapping-flags.ts';
import { planNamed, refuseMapping } from '../replay/mapping-problems.ts';
import { type MappingFlags, readMapping } from '../replay/read-mapping.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface FitOptions extends MappingFlags {
  readonly contract: string;
  readonly plan?: readonly string[];
  readonly holidays?: readonly string[];
  readonly zone?: string;
  readonly from?: string;
  readonly to?: string;
  readonly weeks: string;
  readonly seed: number;
  readonly runs: number;
  readonly out?: string;
  readonly json?: true;
}

export const fit: Verb = (command, act) => {
  addMappingFlags(command.argument('<log>', 'the history: CSV, JSON, JSON Lines or XES, gzip too'))
    .requiredOption('--contract <file>', 'the contract that the simulation plays')
    .option('--plan <name...>', 'the plans to compare; all of the contract when left out')
    .option('--from <date>', 'the first date; weeks that begin before it are left out')
    .option('--to <date>', 'the last date; weeks that end after it are left out')
    .option('--weeks <which>', 'all; or odd or even, to be held against the others', 'all')
    .option(
      '--zone <zone>',
      "whose clock tells hours and weeks; the mapping's or the contract's when left out",
    )
    .option('--holidays <set...>', 'sets of holidays on whose dates fewer tickets come')
    .option('--seed <n>', 'the seed of the simulation', parseCount('--seed', 0), 1)
    .option('--runs <n>', 'its runs', parseCount('--runs', 1, 1000), 5)
    .option('--out <file>', 'the simulation to write, a .sim file; standard output when left out')
    .option('--json', 'the distances as JSON')
    .addHelpText(
      'after',
      examples([
        [
          'surety fit incidents.csv.gz --map simulations/uci.map.json --contract contracts/mst.plan --out ours.sim',
          'a workload like that of a log, and how like it is',
        ],
        [
          'surety fit incidents.csv.gz --map simulations/uci.map.json --contract contracts/mst.plan --weeks odd',
          'held against the weeks that it has not seen',
        ],
      ]),
    )
    .action(
      act(async (around, log: string, options: FitOptions) => {
        const { out: path, contract } = options;
        if (path !== undefined && !path.endsWith('.sim')) {
          throw new UsageError(`--out ${path}: what is written is a simulation`, 'name a .sim file');
        }
        const plan = await loadPlanFile(contract, around);
        if (plan === null) return EXIT.findings;
        const checked = await readMapping(options, log, around);
        if (checked.kind === 'refused') return checked.exit;
        const { file: map, mapping } = checked;
        const read = await readHistory(await openLog(log), mapping);
        const failure = read.kind === 'failure' ? read.failure : noneUsable(read.history);
        if (read.kind === 'failure' || failure !== null) {
          throw new UsageError(`${log}: ${failure?.message ?? ''}`, failure?.help ?? null);
        }
        const { history } = read;
        const engine = loadPlan(plan, RUNTIME_ZONES);
        const plans = (options.plan ?? []).map((name) => planNamed(plan, name));
        const fitted = fitTickets(history, plan);
        if (fitted.kind === 'problems') return refuseMapping(map, fitted.problems, around);
        const { tickets: ofLog } = fitted;
        const weeks = chooseWeeks(ofLog, mapping, plan, options);
        const severities = plan.severities.map(({ name }) => name);
        const metrics = mapping.stops.map(({ metric }) => metric);
        const holidays = options.holidays ?? [];
        const write = (fit: Workload): string =>
          laidOut(
            workloadText(fit, {
              title: `after ${basename(log)}`,
              contract: relative(path === undefined ? '.' : dirname(path), contract),
              plans: plans.length > 0 ? plans : plan.plans.map(({ name }) => name),
              severities,
              holidays,
              seed: options.seed,
              runs: options.runs,
              comment: commentOf(log, map, fit),
            }),
          );
        const load = (text: string) => loadSimulationFrom(createSourceFile(path ?? 'fitted.sim', text));
        let workload = fitWorkload(ofLog, metrics, severities, weeks);
        if (workload.tickets === 0) {
          throw new UsageError(`${log}: no ticket is opened in the weeks taken`, 'name other dates or weeks');
        }
        if (workload.steps.length === 0) {
          throw new UsageError(`${log}: no ticket has a stop`, `say in ${map} what stops the clocks`);
        }
        if (holidays.length > 0) {
          // Which dates a set has is the language's to say: it is asked by a first cut of the simulation.
          const first = await load(write(workload));
          if (reportErrors(first, around) || first.simulation === null) return EXIT.findings;
          const days = first.simulation.arrivals.flatMap(({ quiet }) => quiet.flatMap((each) => each.days));
          const dates = new Set(days.map(({ date }) => epochDayOfDate(date)));
          workload = fitWorkload(ofLog, metrics, severities, weeks, dates);
        }
        const text = write(workload);
        const loaded = await load(text);
        if (loaded.simulation === null) {
          throw new Error(
            `what was fitted has errors: ${loaded.diagnostics.map(({ message }) => message).join('; ')}`,
          );
        }
        const told = new Set(workload.streams.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
        const leftOut = mapping.facts.map(({ fact }) => fact).filter((fact) => !told.has(fact));
        const comparison = compare(history, loaded.simulation, loaded.plan(), weeks, basename(log));
        if (path !== undefined) await writeAtomically(path, text);
        const report =
          options.json === true
            ? `${JSON.stringify(fitJson(basename(log), workload, leftOut, comparison), null, 2)}\n`
            : fitText(basename(log), workload, comparison, {
                width: Math.max(80, Math.min(around.out.columns, 120)),
                palette: around.outPalette,
                leftOut,
              });
        if (path === undefined && options.json !== true) {
          around.out.write(text);
          around.err.write(report);
        } else around.out.write(report);
        return EXIT.fine;

        function compare(
          of: History,
          simulation: Parameters<typeof simulate>[0],
          compiled: Parameters<typeof simulate>[1],
          taken: Weeks,
          name: string,
        ): FitComparison {
          const played = loadPlan(compiled, RUNTIME_ZONES);
          const others = leftOver(taken);
          const tickets = of.tickets.filter(({ opened }) => {
            const at = hourOfWeek(others, opened);
            return at !== null && isTaken(others, at.week);
          });
          const replayed = replayHistory({
            history: { ...of, tickets },
            engine,
            plans: simulation.plans,
            log: name,
          });
          if (replayed.kind === 'problems')
            throw new Error('the mapping was held against the contract before');
          return compareFit(replayed.outcome, simulate(simulation, compiled, played), taken, ofLog);
        }
      }),
    );
};

function laidOut(text: string): string {
  const result = format(text);
  if (result.kind === 'formatted') return result.text;
  throw new Error(`what was fitted cannot be laid out: ${JSON.stringify(result.obstacles[0])}`);
}

function commentOf(log: string, map: string, { tickets, weeks }: Workload): readonly string[] {
  return [
    `Fitted by \`surety fit\` to ${counted(tickets, 'ticket')} of ${basename(log)}, read by ${basename(map)}: when they were opened, of which`,
    `kind, and how long it took until each promise was met or not${weeks.take === 'all' ? '' : `, in every other week`}.`,
  ];
}

function fitJson(
  log: string,
  workload: Workload,
  factsLeftOut: readonly string[],
  comparison: FitComparison,
): object {
  const { weeks, tickets } = workload;
  return {
    schemaVersion: 1,
    log,
    tickets,
    zone: weeks.zone.zone,
    weeks: weeks.take,
    factsLeftOut,
    ...comparison,
  };
}
