import type { Command } from 'commander'
import { countyColumn, type Problem, type Scenario, type UncertainResult } from '../engine/index.ts'
import { createInlineRunner } from '../runner/inline.ts'
import { createNodePool } from '../runner/node-pool.ts'
import { ownRegistry } from '../scenario/own-registry.ts'
import { readScenario } from '../scenario/parse.ts'
import type { UncertaintyWord } from '../words/cli-uncertainty.ts'
import { countiesBeside, readTextFile } from './files.ts'
import { withExamples } from './help.ts'
import { exit, fail, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { countyInstead } from './kinds.ts'
import { OptionReader } from './options.ts'
import type { Surroundings } from './program.ts'
import { bothSaid, said, uncertainResults, uncertaintyText, usual } from './uncertain-runs.ts'

const standard = { sets: 16, replicates: 4 } as const
/** Most that an option may ask for. */
export const most = { sets: 1024, replicates: 1000, workers: 256 } as const

interface Flags {
  readonly json?: boolean
  readonly sets?: string
  readonly replicates?: string
  readonly year?: string
  readonly columns?: string
  readonly workers?: string
}

/** Everything the options ask for, or all problems. */
function choose(flags: Flags, scenario: Scenario) {
  const read = new OptionReader()
  const { from, to } = scenario.years
  const sets = read.whole('--sets', flags.sets, 2, most.sets) ?? standard.sets
  const replicates = read.whole('--replicates', flags.replicates, 2, most.replicates) ?? standard.replicates
  const workers = read.whole('--workers', flags.workers, 0, most.workers)
  const year = flags.year === undefined ? to : Number(flags.year)
  const problems: Problem[] = [...read.problems]
  if (!Number.isInteger(year) || year < from || year > to) problems.push({ path: '--year', text: bothSaid('badYear', { year: flags.year ?? '' }), hint: bothSaid('yearHint', { from, to }) })
  const columns = flags.columns === undefined ? usual : flags.columns.split(',').map((one) => one.trim())
  for (const column of columns) {
    if (countyColumn(column) < 0) problems.push({ path: '--columns', text: bothSaid('unknownColumn', { column }), hint: bothSaid('columnHint', { names: usual.slice(-5).join(', ') }) })
  }
  return { problems, sets, replicates, workers, year, columns }
}

/** Simulates a scenario over parameter sets and says how much of each result’s spread is luck and how much is knowledge. */
async function uncertainty(file: string, flags: Flags, talk: Talk): Promise<ExitCode> {
  const read = readTextFile(file)
  const unread = 'problem' in read ? read.problem : countyInstead(read.text)
  if ('problem' in read || unread) return refuse(talk, file, [unread!])
  const { scenario, problems } = readScenario(read.text, { registry: ownRegistry, loadCounty: countiesBeside(file) })
  if (scenario === undefined) return refuse(talk, file, problems)
  const choice = choose(flags, scenario)
  if (choice.problems.length > 0) return refuse(talk, 'uncertainty', choice.problems)
  const runner = choice.workers === 0 ? createInlineRunner() : createNodePool(choice.workers)
  try {
    const found = await uncertainResults(scenario, choice, runner, talk)
    if (!Array.isArray(found)) return fail(talk, [found as Problem])
    if (talk.json) putJson(talk.io, { ok: true, sets: choice.sets, replicates: choice.replicates, year: choice.year, results: found })
    else talk.io.out(uncertaintyText(scenario, found as readonly UncertainResult[], choice, talk))
    return exit.done
  } finally {
    runner.dispose()
  }
}

/** Adds the command to the program. */
export function addUncertainty(program: Command, surroundings: Surroundings): void {
  const { io, language } = surroundings
  const say = (key: UncertaintyWord): string => said(surroundings, key)
  const command = program
    .command('uncertainty')
    .description(say('about'))
    .argument('<scenario>', say('argScenario'))
    .option('--sets <n>', say('optSets'))
    .option('--replicates <n>', say('optReplicates'))
    .option('--year <year>', say('optYear'))
    .option('--columns <ids>', say('optColumns'))
    .option('--workers <n>', say('optWorkers'))
    .option('--json', word(surroundings, 'optJson'))
    .option('--lang <language>', word(surroundings, 'optLang'))
  withExamples(command, language, ['uncertainty scenarios/all-three.json', 'uncertainty scenarios/teacher-rotation.json --sets 32 --year 2032 --columns Q2.cv.primary,score-mean.primary --json']).action(
    async (file: string, flags: Flags) => surroundings.finish(await uncertainty(file, flags, { io, language, json: flags.json === true })),
  )
}
