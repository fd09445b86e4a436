import type { Command } from 'commander'
import type { Problem, Scenario } from '../engine/index.ts'
import { replicateNumbers } from '../engine/index.ts'
import {
  backcastScenario,
  chinaItemSet,
  compareBackcast,
  countsOf,
  countyName,
  countyFromRoster,
  isClear,
  openRoster,
  recordOf,
  review,
  yearIn,
  type Backcast,
  type Table,
} from '../roster/index.ts'
import { createInlineRunner } from '../runner/inline.ts'
import { RunnerError } from '../runner/problems.ts'
import { formatCoefficient, formatPercent } from '../words/format.ts'
import { filesNamed } from './files.ts'
import { withExamples } from './help.ts'
import { withFixes } from './import-choices.ts'
import { exit, fail, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { OptionReader } from './options.ts'
import type { Surroundings } from './program.ts'
import { bothWords, readBytes, rosterWord } from './roster-files.ts'
import { textTable } from './text-table.ts'

interface BackcastFlags {
  readonly json?: boolean
  readonly replicates?: string
  readonly fix?: readonly string[]
}

const usualRuns = 20

/** A checked table, its file and the school year it describes. */
interface YearTable {
  readonly file: string
  readonly year: number
  readonly table: Table
}

/** A checked table and its year, or what keeps the file from being used. */
async function yearTable(file: string, fixes: readonly string[]): Promise<YearTable | Problem[]> {
  const year = yearIn(file.replace(/^.*[/\\]/, ''))
  if (year === null) return [{ path: file, text: bothWords('noYear'), hint: bothWords('noYearHint') }]
  const bytes = readBytes(file)
  if (!(bytes instanceof Uint8Array)) return [bytes]
  const opened = await openRoster(bytes, file, { set: chinaItemSet })
  if (!opened.draft) return [...opened.problems]
  // a fix that one year needs and another does not is no mistake
  const draft = fixes.reduce((so, fix) => {
    const next = withFixes(so, [fix])
    return Array.isArray(next) ? so : next
  }, opened.draft)
  const { table, findings } = review(draft)
  return isClear(findings) ? { file, year, table } : [{ path: file, text: bothWords('notClearFile', { count: countsOf(findings).must }) }]
}

function changeLines({ opened, closed, renamed, recoded }: Backcast['changes'], say: (key: Parameters<typeof rosterWord>[1], slots?: Readonly<Record<string, string | number>>) => string): string[] {
  return [
    ...(opened.length > 0 ? [say('openedHead', { names: opened.join(', ') })] : []),
    ...(closed.length > 0 ? [say('closedHead', { names: closed.join(', ') })] : []),
    ...(renamed.length > 0 ? [say('renamedHead', { names: renamed.map((one) => `${one.before} → ${one.after}`).join(', ') })] : []),
    ...(recoded.length > 0 ? [say('recodedHead', { names: recoded.map((one) => `${one.name} ${one.before} → ${one.after}`).join(', ') })] : []),
  ]
}

function reportText(backcast: Backcast, { from, to }: Scenario['years'], runs: number, talk: Talk): string {
  const say = (key: Parameters<typeof rosterWord>[1], slots = {}): string => rosterWord(talk, key, slots)
  const { language } = talk
  const percent = (x: number): string => formatPercent(x)
  const where = { inside: 'inside', above: 'above', below: 'belowBand' } as const
  const rows = backcast.cells.map((cell) => [
    String(cell.year),
    cell.level,
    cell.item,
    formatCoefficient(cell.first),
    formatCoefficient(cell.recorded),
    [cell.low, cell.median, cell.high].map((x) => formatCoefficient(x)).join(' / '),
    say(where[cell.where]),
  ])
  const lines = [
    say('backcastHead', { from, to, runs, inside: backcast.inside, of: backcast.cells.length }),
    say('errorsHead', {
      model: formatCoefficient(backcast.coefficients.model),
      standstill: formatCoefficient(backcast.coefficients.standstill),
      rolls: backcast.rolls.of,
      rollModel: percent(backcast.rolls.model),
      rollStandstill: percent(backcast.rolls.standstill),
    }),
    ...changeLines(backcast.changes, say),
    say(backcast.calibration.allowed ? 'mayCalibrate' : 'refusedHead'),
    ...backcast.calibration.reasons.map((reason) => `  ${reason[language]}`),
  ]
  return `${textTable([[say('yearHead'), '', say('itemHead'), String(from), say('recordedHead'), say('bandHead'), say('whereHead')], ...rows])}\n${lines.map((line) => `${line}\n`).join('')}\n${word(talk, 'disclaimer')}\n`
}

/** Runs from the first roster and shows model against record. */
export async function backcast(files: readonly string[], flags: BackcastFlags, talk: Talk): Promise<ExitCode> {
  const read = new OptionReader()
  const runs = read.whole('--replicates', flags.replicates, 2, 1000) ?? usualRuns
  if (read.problems.length > 0) return refuse(talk, 'backcast', read.problems)
  const tables: YearTable[] = []
  const problems: Problem[] = []
  for (const file of files.flatMap(filesNamed)) {
    const one = await yearTable(file, flags.fix ?? [])
    if (Array.isArray(one)) problems.push(...one)
    else if (tables.some(({ year }) => year === one.year)) problems.push({ path: file, text: bothWords('yearTwice', { year: one.year }) })
    else tables.push(one)
  }
  if (problems.length > 0) return refuse(talk, 'backcast', problems)
  tables.sort((a, b) => a.year - b.year)
  const [first] = tables as [YearTable]
  // the name seeds the county: that of the first year, in whatever order the files are given
  const name = countyName(first.file)
  const years = tables.map(({ year }) => year)
  const scenario = backcastScenario(countyFromRoster(first.table, { name, year: first.year }), years, name, runs)
  if (!('arms' in scenario)) return refuse(talk, 'backcast', scenario)
  try {
    const compared = await compare(scenario, tables)
    if (talk.json) putJson(talk.io, { ok: true, years: scenario.years, runs, ...compared })
    else talk.io.out(reportText(compared, scenario.years, runs, talk))
    return exit.done
  } catch (error) {
    if (error instanceof RunnerError) return fail(talk, [error.problem])
    throw error
  }
}

/** Runs the scenario and holds it against the records; throws what keeps it from being run. */
async function compare(scenario: Scenario, tables: readonly YearTable[]): Promise<Backcast> {
  const runner = createInlineRunner()
  const outcome = await runner.run({ runId: 'backcast', scenario, replicates: replicateNumbers(scenario) })
  if (outcome.status === 'failed') throw new RunnerError(outcome.problem)
  return compareBackcast(tables.map(({ table, year }) => recordOf(table, year)), outcome.results, await runner.facts(scenario))
}

/** Registers `hengtu backcast`. */
export function addBackcast(program: Command, surroundings: Surroundings): void {
  const say = (key: Parameters<typeof rosterWord>[1]): string => rosterWord(surroundings, key)
  const command = program.command('backcast').description(say('backcastAbout')).argument('<rosters...>', say('argRosters'))
  command
    .option('--json', word(surroundings, 'optJson'))
    .option('--lang <language>', word(surroundings, 'optLang'))
    .option('--replicates <n>', say('optRuns'))
    .option('--fix <check=fix>', say('optFix'), (text: string, before: readonly string[] | undefined) => [...(before ?? []), text])
    .action(async (files: string[], flags: BackcastFlags) =>
      surroundings.finish(
        await backcast(files, flags, { io: surroundings.io, language: surroundings.language, json: flags.json === true }),
      ),
    )
  withExamples(command, surroundings.language, [
    'backcast roster-2024.xlsx roster-2025.xlsx',
    'backcast 学校2024.csv 学校2025.csv 学校2026.csv --replicates 50 --json',
  ])
}
