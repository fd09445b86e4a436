import type { Command } from 'commander'
import { behaviourGroups, countyColumn, countySeries, parameterSets, policies, replicateNumbers, shortSet, uncertaintyOf, withParameterSet, type Problem, type Scenario, type UncertainResult } from '../engine/index.ts'
import { createInlineRunner } from '../runner/inline.ts'
import { createNodePool } from '../runner/node-pool.ts'
import type { ReplicateResult, Runner } from '../runner/runner.ts'
import { ownRegistry } from '../scenario/own-registry.ts'
import { readScenario } from '../scenario/parse.ts'
import { uncertaintyWords, type UncertaintyWord } from '../words/cli-uncertainty.ts'
import { fill } from '../words/fill.ts'
import { formatMoney, formatPercent, formatShort } from '../words/format.ts'
import { countiesBeside, readTextFile } from './files.ts'
import { withExamples } from './help.ts'
import { exit, problemLines, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { OptionReader } from './options.ts'
import type { Surroundings } from './program.ts'
import { textTable } from './text-table.ts'

const standard = { sets: 16, replicates: 4 } as const
const most = { sets: 1024, replicates: 1000, workers: 256 } as const

/** What a planner asks first: the seven gaps at both levels, the level of learning, the gap between town and village, the bill. */
const usual = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7']
  .flatMap((item) => [`${item}.cv.primary`, `${item}.cv.junior`])
  .concat(['score-mean.primary', 'score-mean.junior', 'score-gap.primary', 'score-gap.junior', 'cost'])
  .filter((id) => countyColumn(id) >= 0)

interface Flags {
  readonly json?: boolean
  readonly sets?: string
  readonly replicates?: string
  readonly year?: string
  readonly columns?: string
  readonly workers?: string
}

type Slots = Readonly<Record<string, string | number>>
const said = (talk: Pick<Talk, 'language'>, key: UncertaintyWord, slots: Slots = {}): string => fill(uncertaintyWords[key][talk.language], slots)
const bothSaid = (key: UncertaintyWord, slots: Slots = {}) => ({ en: fill(uncertaintyWords[key].en, slots), zh: fill(uncertaintyWords[key].zh, slots) })

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

type Choice = ReturnType<typeof choose>

/** Runs every parameter set with the same replicates; throws what a runner throws. */
async function runSets(scenario: Scenario, choice: Choice, runner: Runner, talk: Talk): Promise<ReplicateResult[][] | Problem> {
  const results: ReplicateResult[][] = []
  for (const set of parameterSets(shortSet, { processes: behaviourGroups, policies }, choice.sets, scenario.seed)) {
    const informed = withParameterSet(scenario, set)
    const outcome = await runner.run({ runId: `uncertainty-${set.number}`, scenario: informed, replicates: replicateNumbers(informed, choice.replicates) })
    if (outcome.status === 'failed') return outcome.problem
    results.push([...outcome.results])
    talk.io.err(`${talk.io.terminal ? '\r' : ''}${said(talk, 'progress', { done: set.number + 1, all: choice.sets })}${talk.io.terminal && set.number + 1 < choice.sets ? '' : '\n'}`)
  }
  return results
}

const titleOf = (scenario: Scenario, id: string, talk: Talk): string => scenario.arms.find((arm) => arm.id === id)?.title?.[talk.language] ?? id

const shown = (value: number, column: string, talk: Talk): string =>
  countySeries[countyColumn(column)]!.unit.startsWith('yuan') ? formatMoney(value, talk.language) : formatShort(value, 4)

function armText(scenario: Scenario, results: readonly UncertainResult[], talk: Talk): string {
  const [first] = results
  const reference = titleOf(scenario, scenario.arms[0]!.id, talk)
  const head = first!.isDifference
    ? said(talk, 'armDifference', { arm: titleOf(scenario, first!.arm, talk), reference, year: first!.year })
    : said(talk, 'armReference', { arm: reference, year: first!.year })
  const heads = (['headResult', 'headMean', 'headRange', 'headLuck', 'headKnowledge', 'headShare', 'headAbove'] as const).map((key) => said(talk, key))
  const rows = results.map(({ column, spread, low, high, above, runs }) => [
    countySeries[countyColumn(column)]!.text[talk.language],
    shown(spread.mean, column, talk),
    `${shown(low, column, talk)} … ${shown(high, column, talk)}`,
    shown(Math.sqrt(spread.luck), column, talk),
    shown(Math.sqrt(spread.knowledge), column, talk),
    formatPercent(spread.knowledgeShare, talk.language, 0),
    said(talk, 'above', { above, runs }),
  ])
  return `${head}\n${textTable([heads, ...rows])}`
}

/** Simulates a scenario over parameter sets and says how much of each result’s spread is luck and how much is knowledge. */
async function uncertainty(file: string, flags: Flags, talk: Talk): Promise<ExitCode> {
  const read = readTextFile(file)
  if ('problem' in read) return refuse(talk, file, [read.problem])
  const { scenario, problems } = readScenario(read.text, { registry: ownRegistry, loadCounty: countiesBeside(file) })
  if (scenario === undefined) return refuse(talk, file, problems)
  const choice = choose(flags, scenario)
  if (choice.problems.length > 0) return refuse(talk, 'uncertainty', choice.problems)
  const runner = choice.workers === 0 ? createInlineRunner() : createNodePool(choice.workers)
  try {
    const results = await runSets(scenario, choice, runner, talk)
    if (!Array.isArray(results)) {
      if (talk.json) putJson(talk.io, { ok: false, status: 'failed', problems: [results] })
      talk.io.err(problemLines([results], talk.language))
      return exit.failed
    }
    const found = uncertaintyOf(results, { columns: choice.columns, columnAt: countyColumn, width: countySeries.length, year: choice.year })
    if (talk.json) putJson(talk.io, { ok: true, sets: choice.sets, replicates: choice.replicates, year: choice.year, results: found })
    else {
      const arms = scenario.arms.map(({ id }) => armText(scenario, found.filter((one) => one.arm === id), talk))
      talk.io.out(`${arms.join('\n')}\n${said(talk, 'foot', { sets: choice.sets, replicates: choice.replicates })}\n`)
    }
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
