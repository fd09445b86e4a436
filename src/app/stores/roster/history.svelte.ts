import { replicateNumbers, type Problem } from '../../../engine/index.ts'
import { backcastScenario, compareBackcast, countyName, schoolChanges, yearIn, yearsProblem, type Backcast, type SchoolChanges, type Snapshot, type YearRecord } from '../../../roster/index.ts'
import { problemOf } from '../../../runner/problems.ts'
import type { Runner } from '../../../runner/runner.ts'
import { drawnFigures } from './county-assumptions.ts'
import type { ChosenFile, RosterImport } from './import.svelte.ts'

/** A roster of one year: its own import, so that every year is read, checked and undone by itself. */
export interface HistoryYear {
  readonly id: number
  readonly roster: RosterImport
  /** School year that it describes; null = the name says none. */
  year: number | null
}

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
    this.years.push({ id: this.#next++, roster, year: yearIn(file.name) })
    await roster.take(file)
    await this.match()
  }

  /** Takes the table of the other job as one of the years: the same import, not a copy. */
  async adopt(roster: RosterImport): Promise<void> {
    if (this.years.some((one) => one.roster === roster)) return
    this.years.push({ id: this.#next++, roster, year: yearIn(roster.file?.name ?? '') })
    await this.match()
  }

  /** Forgets a year; `ends` = its thread is nobody else’s. */
  async remove(id: number, ends: boolean): Promise<void> {
    const gone = this.years.find((one) => one.id === id)
    this.years = this.years.filter((one) => one.id !== id)
    if (gone && ends) gone.roster.end()
    await this.match()
  }

  /** Compares the schools of the first and the last year that are in order. */
  async match(): Promise<void> {
    const mine = ++this.#matches
    const records = await this.#records()
    // the years are others meanwhile: the later comparison says what holds
    if (mine !== this.#matches) return
    const last = records.at(-1)
    this.changes = records.length >= 2 && last ? schoolChanges(records[0]!, last) : null
  }

  async #records(): Promise<YearRecord[]> {
    const found: YearRecord[] = []
    for (const { roster, year } of this.ordered) {
      if (year === null || !roster.snapshot?.clear) continue
      const record = await roster.ask('computing', (service) => service.record(year))
      if (record) found.push(record)
    }
    return found
  }

  /** Runs the county of the first year to the last and holds it against the records. */
  async run(runner: Runner): Promise<void> {
    const { ordered } = this
    const years = ordered.flatMap((one) => one.year ?? [])
    const [first] = ordered
    this.problems = []
    const lacking = yearsProblem(years, '')
    if (!first || first.year === null || lacking) {
      this.problems = lacking ? [lacking] : []
      return
    }
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.progress = 0
    const of = ordered.map((one) => one.roster.snapshot)
    try {
      const records = await this.#records()
      const { year } = first
      const name = countyName(first.roster.file?.name ?? '')
      const county = await first.roster.ask('computing', (service) => service.county({ name, year }))
      if (!county || signal.aborted) return
      const scenario = backcastScenario(county, years, name, this.runs)
      if (!('arms' in scenario)) {
        this.problems = scenario
        return
      }
      const outcome = await runner.run(
        { runId: `backcast-${Date.now()}`, scenario, replicates: replicateNumbers(scenario) },
        { signal, onProgress: ({ yearsDone, yearsInAll }) => (this.progress = yearsInAll > 0 ? yearsDone / yearsInAll : 0) },
      )
      if (outcome.status === 'failed') this.problems = [outcome.problem]
      if (outcome.status !== 'done') return
      const backcast = compareBackcast(records, outcome.results, await runner.facts(scenario))
      this.result = { backcast, records, runs: this.runs, drawn: drawnFigures(scenario.county), of, years: ordered.map((one) => one.year) }
    } catch (error) {
      this.problems = [problemOf(error)]
    } finally {
      this.progress = null
      this.#abort = null
    }
  }

  cancel(): void {
    this.#abort?.abort()
  }
}
