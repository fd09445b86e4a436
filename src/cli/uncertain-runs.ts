import { behaviourGroups, countyColumn, countySeries, parameterSets, policies, replicateNumbers, shortSet, uncertaintyOf, withParameterSet, type Bilingual, type Problem, type Scenario, type UncertainResult } from '../engine/index.ts'
import type { ReplicateResult, Runner } from '../runner/runner.ts'
import { uncertaintyWords, type UncertaintyWord } from '../words/cli-uncertainty.ts'
import { fill } from '../words/fill.ts'
import { formatMoney, formatPercent, formatShort } from '../words/format.ts'
import type { Talk } from './io.ts'
import { textTable } from './text-table.ts'

/*
 * How much of a result’s spread is luck and how much is knowledge: the runs over parameter sets that `uncertainty` and `run --sets` share.
 */

/** What a planner asks first: the seven gaps at both levels, the level of learning, the gap between town and village, the bill. */
export const usual = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7']
  .flatMap((item) => [`${item}.cv.primary`, `${item}.cv.junior`])
  .concat(['score-mean.primary', 'score-mean.junior', 'score-gap.primary', 'score-gap.junior', 'cost'])
  .filter((id) => countyColumn(id) >= 0)

/** What is asked: how many sets and runs of each, and which results of which school year. */
export interface UncertainChoice {
  readonly sets: number
  readonly replicates: number
  readonly year: number
  readonly columns: readonly string[]
}

type Slots = Readonly<Record<string, string | number>>
/** A word of these commands with its slots filled. */
export const said = (talk: Pick<Talk, 'language'>, key: UncertaintyWord, slots: Slots = {}): string => fill(uncertaintyWords[key][talk.language], slots)

/** Both languages of it, for problems. */
export const bothSaid = (key: UncertaintyWord, slots: Slots = {}): Bilingual => ({ en: fill(uncertaintyWords[key].en, slots), zh: fill(uncertaintyWords[key].zh, slots) })

/** Runs every parameter set with the same replicates; a problem if a run failed or was stopped. */
async function runSets(scenario: Scenario, choice: Pick<UncertainChoice, 'sets' | 'replicates'>, runner: Runner, talk: Talk, signal?: AbortSignal): Promise<ReplicateResult[][] | Problem> {
  const results: ReplicateResult[][] = []
  for (const set of parameterSets(shortSet, { processes: behaviourGroups, policies }, choice.sets, scenario.seed)) {
    const informed = withParameterSet(scenario, set)
    const outcome = await runner.run({ runId: `uncertainty-${set.number}`, scenario: informed, replicates: replicateNumbers(informed, choice.replicates) }, signal ? { signal } : {})
    if (outcome.status === 'failed') return outcome.problem
    if (outcome.status === 'cancelled') return { path: '--sets', text: bothSaid('stopped', { done: results.length, all: choice.sets }) }
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
    formatPercent(spread.knowledgeShare, 0),
    said(talk, 'above', { above, runs }),
  ])
  return `${head}\n${textTable([heads, ...rows])}`
}

/** Simulates a scenario over parameter sets and takes the spread of its results apart; a problem if a run failed or was stopped. */
export async function uncertainResults(scenario: Scenario, choice: UncertainChoice, runner: Runner, talk: Talk, signal?: AbortSignal): Promise<readonly UncertainResult[] | Problem> {
  const results = await runSets(scenario, choice, runner, talk, signal)
  return Array.isArray(results) ? uncertaintyOf(results, { columns: choice.columns, columnAt: countyColumn, width: countySeries.length, year: choice.year }) : results
}

/** The tables of all arms, with what luck and knowledge mean. */
export function uncertaintyText(scenario: Scenario, found: readonly UncertainResult[], { sets, replicates }: UncertainChoice, talk: Talk): string {
  const arms = scenario.arms.map(({ id }) => armText(scenario, found.filter((one) => one.arm === id), talk))
  return `${arms.join('\n')}\n${said(talk, 'foot', { sets, replicates })}\n`
}
