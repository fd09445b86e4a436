import { dirname, join } from 'node:path'
import { replicateNumbers, type Problem, type Scenario } from '../engine/index.ts'
import { createInlineRunner } from '../runner/inline.ts'
import { createNodePool } from '../runner/node-pool.ts'
import { RunnerError } from '../runner/problems.ts'
import type { Progress, Runner, RunOutcome } from '../runner/runner.ts'
import { notesOf } from '../scenario/notes.ts'
import { drawnItems } from '../scenario/drawn-items.ts'
import { sayDrawn } from '../scenario/say-drawn.ts'
import { ownRegistry } from '../scenario/own-registry.ts'
import { readScenario, type LoadCounty } from '../scenario/parse.ts'
import { reportOf } from '../scenario/results/report.ts'
import type { RunReport } from '../scenario/results/report-shape.ts'
import type { Days } from '../scenario/days.ts'
import type { Stamp } from '../scenario/schema.ts'
import { countiesBeside, readTextFile } from './files.ts'
import { exit, fail, problemLines, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { countyInstead } from './kinds.ts'
import { inTheWay, staleTables } from './earlier-run.ts'
import { writeResults, type Format } from './output.ts'
import { reportText } from './run-text.ts'
import { uncertainResults, uncertaintyText, usual } from './uncertain-runs.ts'

/** Flags of `run`. */
export interface RunChoices {
  readonly replicates?: number
  readonly seed?: string
  /** Worker threads; 0 = in this thread; one per core if absent. */
  readonly workers?: number
  readonly out?: string
  readonly formats: readonly Format[]
  readonly bom: boolean
  /** Whether files that are there may be replaced though no run of this scenario left them. */
  readonly overwrite: boolean
  /** Parameter sets over which luck and knowledge are told apart after the run; none if absent. */
  readonly sets?: number
}

interface Read {
  readonly scenario: Scenario
  readonly stamp: Stamp | undefined
  readonly days: Days | undefined
  /** What may differ from what was saved. */
  readonly notes: readonly Problem[]
  /** Whether seed and number of runs are those of the file: only then can its digest come out again. */
  readonly asSaved: boolean
  /** The files that were read. */
  readonly files: readonly string[]
}
type Opened = Read | { readonly problems: readonly Problem[] }

/** Reads a scenario file with what the command line puts in place of its seed and number of runs. */
function open(file: string, { seed, replicates }: RunChoices): Opened {
  const read = readTextFile(file)
  if ('problem' in read) return { problems: [read.problem] }
  const county = countyInstead(read.text)
  if (county) return { problems: [county] }
  const files = [file]
  const load = countiesBeside(file)
  const loadCounty: LoadCounty = (from, digest) => (files.push(join(dirname(file), from)), load(from, digest))
  const parsed = readScenario(read.text, { registry: ownRegistry, loadCounty })
  if (parsed.scenario === undefined) return { problems: parsed.problems }
  const { scenario: saved, stamp, days, notes } = parsed
  const scenario = { ...saved, seed: seed ?? saved.seed, replicates: replicates ?? saved.replicates }
  return { stamp, days, notes, scenario, asSaved: scenario.seed === saved.seed && scenario.replicates === saved.replicates, files }
}

/** Progress on standard error, in simulated years: one line rewritten on a terminal, a line per quarter elsewhere. */
function progressOn(talk: Talk): (progress: Progress) => void {
  let quarter = 0
  return ({ yearsDone: done, yearsInAll: all }) => {
    const text = word(talk, 'progress', { done, all })
    if (talk.io.terminal) {
      talk.io.err(`\r${text}${done === all ? '\n' : ''}`)
      return
    }
    const reached = Math.floor((done * 4) / all)
    if (reached > quarter) talk.io.err(`${text}\n`)
    quarter = Math.max(quarter, reached)
  }
}

/** Does something that Ctrl-C stops at the next simulated year. */
async function interruptible<T>(talk: Talk, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const deaf = talk.io.onInterrupt(() => {
    talk.io.err(`${talk.io.terminal ? '\n' : ''}${word(talk, 'cancelling')}\n`)
    controller.abort()
  })
  try {
    return await work(controller.signal)
  } finally {
    deaf()
  }
}

const simulate = (runner: Runner, scenario: Scenario, talk: Talk): Promise<RunOutcome> =>
  interruptible(talk, (signal) => runner.run({ runId: `run-${scenario.id}`, scenario, replicates: replicateNumbers(scenario) }, { signal, onProgress: progressOn(talk) }))

function sayUnfinished(outcome: Exclude<RunOutcome, { status: 'done' }>, scenario: Scenario, talk: Talk): ExitCode {
  const done = outcome.results.length
  if (outcome.status === 'cancelled') {
    if (talk.json) putJson(talk.io, { ok: false, status: 'cancelled', runsDone: done, runsInAll: scenario.replicates })
    talk.io.err(`${word(talk, 'cancelled', { done, all: scenario.replicates })}\n`)
    return exit.failed
  }
  return fail(talk, [outcome.problem])
}

/** Writes tables if a folder was named; what went wrong is a problem of the input. */
async function writeOut(
  outcome: Extract<RunOutcome, { status: 'done' }>,
  report: RunReport,
  runner: Runner,
  { scenario, days }: Pick<Read, 'scenario' | 'days'>,
  choices: RunChoices,
  talk: Talk,
): Promise<ExitCode> {
  const { out: folder, formats, bom } = choices
  if (folder === undefined) return exit.done
  const sections = await runner.facts(scenario)
  const stale = staleTables({ folder, formats })
  const written = writeResults(
    { scenario, ...(days && { days }), registry: ownRegistry, report: { ...report, ...drawnJson(scenario) }, replicates: outcome.results, sections },
    { folder, formats, bom, language: talk.language, stale },
  )
  if (!Array.isArray(written)) return refuse({ ...talk, json: false }, folder, [written as Problem])
  if (stale.length > 0) talk.io.err(`${word(talk, 'removed', { folder })} ${stale.join(', ')}\n`)
  talk.io.err(`${word(talk, 'written', { folder })} ${written.join(', ')}\n`)
  return exit.done
}

/** How this run compares with the one whose digest the file carries; null where it carries none, or other runs were asked for. */
function comparisonWith({ stamp, asSaved }: Read, { digest, numbers }: RunReport): Saved | null {
  if (stamp?.result === undefined || !asSaved) return null
  return { ...stamp, result: stamp.result, same: stamp.result === digest, comparable: stamp.numbers === numbers }
}

interface Saved {
  readonly engine: string
  readonly numbers: number
  readonly result: string
  readonly same: boolean
  readonly comparable: boolean
}

const savedText = (saved: Saved | null, talk: Talk): string =>
  saved === null
    ? ''
    : `${word(talk, saved.same ? 'savedSame' : 'savedOther', { digest: saved.result, engine: saved.engine, numbers: saved.numbers })}\n`

/** What a roster lacks of the seven items; empty for other counties. */
function drawnText({ county }: Scenario, { language }: Talk): string {
  const drawn = drawnItems('balance-2017', county)
  return drawn.length === 0 ? '' : `${sayDrawn(drawn)[language]}\n`
}

/** The same as data. */
function drawnJson({ county }: Scenario): object {
  const drawn = drawnItems('balance-2017', county)
  return drawn.length === 0 ? {} : { drawn: drawn.map(({ item, level, missing, all }) => ({ item: item.id, level, missing, all })) }
}

/** Runs of each parameter set: with fewer than two, luck cannot be told from knowledge. */
const runsPerSet = 4

interface Spread {
  readonly text: string
  readonly json: object
  readonly problems: readonly Problem[]
}

/** How much of the spread in the last year is luck and how much is knowledge, where `--sets` asks for it. What keeps it from being found takes nothing from the run before. */
async function spreadOf(scenario: Scenario, { sets }: RunChoices, runner: Runner, talk: Talk): Promise<Spread> {
  if (sets === undefined) return { text: '', json: {}, problems: [] }
  const choice = { sets, replicates: runsPerSet, year: scenario.years.to, columns: usual }
  const asked = { sets, replicates: runsPerSet, year: choice.year }
  const found = await interruptible(talk, (signal) => uncertainResults(scenario, choice, runner, talk, signal)).catch((error: unknown) => {
    if (error instanceof RunnerError) return error.problem
    throw error
  })
  if (!Array.isArray(found)) return { text: '', json: { uncertainty: { ...asked, problems: [found] } }, problems: [found as Problem] }
  return { text: `\n${uncertaintyText(scenario, found, choice, talk)}`, json: { uncertainty: { ...asked, results: found } }, problems: [] }
}

/** Simulates a scenario, prints verdicts, costs and digests, and writes tables where asked. */
export async function run(file: string, choices: RunChoices, talk: Talk): Promise<ExitCode> {
  const opened = open(file, choices)
  if ('problems' in opened) return refuse(talk, file, opened.problems)
  const { scenario, stamp, files } = opened
  const taken = choices.out === undefined ? null : inTheWay({ folder: choices.out, formats: choices.formats, id: scenario.id, overwrite: choices.overwrite }, files)
  if (taken) return refuse(talk, file, [taken])
  const notes = [...opened.notes, ...notesOf(scenario, ownRegistry, stamp)]
  talk.io.err(problemLines(notes, talk.language))
  const runner = choices.workers === 0 ? createInlineRunner() : createNodePool(choices.workers)
  try {
    const outcome = await simulate(runner, scenario, talk)
    if (outcome.status !== 'done') return sayUnfinished(outcome, scenario, talk)
    const report = reportOf(scenario, outcome.results, ownRegistry)
    const code = await writeOut(outcome, report, runner, opened, choices, talk)
    const saved = comparisonWith(opened, report)
    // what is done is on the screen before anything else is begun
    if (!talk.json) talk.io.out(reportText(report, talk) + drawnText(scenario, talk) + savedText(saved, talk))
    const spread = await spreadOf(scenario, choices, runner, talk)
    if (talk.json) putJson(talk.io, { ...report, ...drawnJson(scenario), notes, saved, ...spread.json })
    else talk.io.out(spread.text)
    if (spread.problems.length === 0) return code
    talk.io.err(problemLines(spread.problems, talk.language))
    return exit.failed
  } catch (error) {
    if (!(error instanceof RunnerError)) throw error
    return fail(talk, [error.problem])
  } finally {
    runner.dispose()
  }
}
