import { replicateNumbers, type Problem } from '../../../engine/index.ts'
import { backcastScenario, compareBackcast, countyName, schoolChanges, yearsProblem, type Backcast, type SchoolChanges, type Snapshot, type YearRecord } from '../../../roster/index.ts'
import { problemOf } from '../../../runner/problems.ts'
import { runName } from '../../../runner/run-name.ts'
import type { Runner } from '../../../runner/runner.ts'
import { drawnFigures } from './county-assumptions.ts'
import { HistoryYear } from './history-year.svelte.ts'
import type { ChosenFile, RosterImport } from './import.svelte.ts'

/** A comparison that was run, and of what. */
export interface HistoryResult {
  readonly backcast: Backcast
  readonly records: readonly YearRecord[]
  readonly runs: number
  /** Stocks that the first roster does not have: drawn, so the runs rest on them. */
  readonly drawn: ReturnType<typeof drawnFigures>
  /** What it was made of: another snapshot of any year makes it old. */
  readonly of: readonly (Snapshot | null)[]
  readonly years: readonly (number | null)[]
}

/** A year as it stood when something was asked about it. */
interface FixedYear {
  readonly roster: RosterImport
  readonly year: number | null
  readonly of: Snapshot | null
}

/** A year whose thread was ended or broke; what broke it is said of that year. */
const unasked: Problem = {
  path: '',
  text: { zh: '有一年的明细表未能读出，对照未进行。', en: 'The table of one year could not be read: nothing was compared.' },
  hint: { zh: '请再试一次；仍不行时，请移除该年的文件后重新选择。', en: 'Try again; if it fails again, remove the file of that year and choose it anew.' },
}

/** Rosters of several years against the model: run from the first, held against the others. */
export class RosterHistory {
  years = $state<HistoryYear[]>([])
  /** The year whose columns and problems are on the screen; null = the list of years. */
  opened = $state.raw<RosterImport | null>(null)
  runs = $state(20)
  /** Share of the runs done; null = none under way. */
  progress = $state<number | null>(null)
  problems = $state.raw<readonly Problem[]>([])
  result = $state.raw<HistoryResult | null>(null)
  /** Schools of the last year against the first, as soon as both can be read. */
  changes = $state.raw<SchoolChanges | null>(null)

  readonly ordered: readonly HistoryYear[] = $derived.by(() => this.years.slice().sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || a.id - b.id))
  /** Why it cannot be run yet. */
  readonly lacking: 'years' | 'year' | 'twice' | 'check' | null = $derived.by(() => {
    const numbers = this.years.map((one) => one.year)
    if (this.years.length < 2) return 'years'
    if (numbers.includes(null)) return 'year'
    if (new Set(numbers).size < numbers.length) return 'twice'
    return this.years.every((one) => one.roster.snapshot?.clear) ? null : 'check'
  })
  readonly stale: boolean = $derived.by(() => {
    const { result } = this
    return result !== null && (result.of.length !== this.ordered.length || this.ordered.some((one, k) => one.roster.snapshot !== result.of[k] || one.year !== result.years[k]))
  })

  readonly #create: () => RosterImport
  #next = 1
  #matches = 0
  #abort: AbortController | null = null

  constructor(create: () => RosterImport) {
    this.#create = create
  }

  /** Reads a further year. Files wait for each other, so that the page stays fast. */
  async add(file: ChosenFile): Promise<void> {
    const roster = this.#create()
    this.years.push(new HistoryYear(this.#next++, roster, file.name))
    await roster.take(file)
  }

  /** Takes the table of the other job as one of the years: the same import, not a copy. */
  adopt(roster: RosterImport): void {
    if (!this.years.some((one) => one.roster === roster)) this.years.push(new HistoryYear(this.#next++, roster))
  }

  /** Forgets a year; `ends` = its thread is nobody else’s. */
  remove(id: number, ends: boolean): void {
    const gone = this.years.find((one) => one.id === id)
    this.years = this.years.filter((one) => one.id !== id)
    if (gone && ends) gone.roster.end()
  }

  /** Compares the schools of the first and the last year that are in order. To be called whenever a year or its table is another. */
  async match(): Promise<void> {
    const mine = ++this.#matches
    const records = await this.#records(this.#fixed().filter(({ year, of }) => year !== null && of?.clear))
    // the years are others meanwhile: the later comparison says what holds
    if (mine !== this.#matches) return
    const last = records?.at(-1)
    this.changes = records && last && records.length >= 2 ? schoolChanges(records[0]!, last) : null
  }

  /** The years as they stand now. */
  #fixed(): readonly FixedYear[] {
    return this.ordered.map(({ roster, year }) => ({ roster, year, of: roster.snapshot }))
  }

  /** What the years say; null if one could not be asked. */
  async #records(years: readonly FixedYear[]): Promise<readonly YearRecord[] | null> {
    const found: YearRecord[] = []
    for (const { roster, year } of years) {
      const record = await roster.ask('computing', (service) => service.record(year!))
      if (!record) return null
      found.push(record)
    }
    return found
  }

  /** Runs the county of the first year to the last and holds it against the records. What is changed meanwhile is of the next comparison. */
  async run(runner: Runner): Promise<void> {
    const fixed = this.#fixed()
    const lacking = yearsProblem(fixed.flatMap(({ year }) => year ?? []), '')
    this.problems = lacking ? [lacking] : []
    if (lacking || fixed.some(({ year, of }) => year === null || !of?.clear)) return
    this.#abort = new AbortController()
    this.progress = 0
    try {
      this.result = (await this.#compared(runner, fixed, this.runs, this.#abort.signal)) ?? this.result
    } catch (error) {
      this.problems = [problemOf(error)]
    } finally {
      this.progress = null
      this.#abort = null
    }
  }

  /** The comparison; null if it was given up or cannot be made, and then it has been said. */
  async #compared(runner: Runner, fixed: readonly FixedYear[], runs: number, signal: AbortSignal): Promise<HistoryResult | null> {
    const [first] = fixed
    const years = fixed.map(({ year }) => year!)
    const name = countyName(first!.roster.file?.name ?? '')
    const records = await this.#records(fixed)
    const county = records && (await first!.roster.ask('computing', (service) => service.county({ name, year: years[0]! })))
    if (signal.aborted) return null
    if (!county) return this.#refuse([unasked])
    const scenario = backcastScenario(county, years, name, runs)
    if (!('arms' in scenario)) return this.#refuse(scenario)
    const outcome = await runner.run(
      { runId: runName('backcast'), scenario, replicates: replicateNumbers(scenario) },
      { signal, onProgress: ({ yearsDone, yearsInAll }) => (this.progress = yearsInAll > 0 ? yearsDone / yearsInAll : 0) },
    )
    if (outcome.status === 'failed') return this.#refuse([outcome.problem])
    if (outcome.status !== 'done') return null
    const backcast = compareBackcast(records, outcome.results, await runner.facts(scenario))
    return { backcast, records, runs, drawn: drawnFigures(scenario.county), of: fixed.map(({ of }) => of), years }
  }

  #refuse(problems: readonly Problem[]): null {
    this.problems = problems
    return null
  }

  cancel(): void {
    this.#abort?.abort()
  }
}
