import type { CountyDescription, Problem } from '../../../engine/index.ts'
import { countyName, renamed, yearIn, type OpenedFile, type Snapshot } from '../../../roster/index.ts'
import { assumedNumbers, withAssumed } from './county-assumptions.ts'
import type { RosterImport } from './import.svelte.ts'

/**
 * What is entered about the county of a roster. It outlives the step: going back to the table loses nothing, and what was
 * entered is put on the county again when the table has changed. A file read anew begins anew.
 */
export class CountyForm {
  name = $state('')
  /** Assumed numbers that were changed, by path. */
  entered = $state.raw<Readonly<Record<string, number>>>({})
  /** Constants of the model that were changed, by id. */
  model = $state.raw<Readonly<Record<string, number>>>({})
  /** What keeps the roster from making a county. */
  problem = $state.raw<Problem | null>(null)
  /** The county as the roster makes it. */
  #made = $state.raw<CountyDescription | null>(null)
  #file: OpenedFile | null = null
  #of: { readonly snapshot: Snapshot | null; readonly year: number | null } | null = null
  #asked = 0

  /** Takes up what was entered about a file, or begins anew. */
  open(file: OpenedFile | null): void {
    if (file === this.#file) return
    this.#file = file
    // an answer about the file before comes too late
    this.#asked++
    this.#of = null
    this.#made = null
    this.problem = null
    this.name = countyName(file?.name ?? '')
    this.entered = {}
    this.model = {}
  }

  /** School year of the roster: of the name, or of the file’s. */
  get year(): number | null {
    return yearIn(this.name) ?? yearIn(this.#file?.name ?? '')
  }

  /** Asks for the county of the table as it stands; once, until the table or its year is another. */
  async follow(roster: RosterImport): Promise<void> {
    const { year } = this
    const { snapshot } = roster
    if (this.#of?.snapshot === snapshot && this.#of.year === year) return
    const mine = ++this.#asked
    const name = countyName(this.#file?.name ?? '')
    const made = await roster.ask('computing', (service) => service.county({ name, ...(year === null ? {} : { year }) }))
    if (!made || mine !== this.#asked) return
    this.#of = { snapshot, year }
    this.problem = 'path' in made ? made : null
    this.#made = 'path' in made ? null : made
  }

  /** The county under its name, with what was entered. */
  county(unnamed: string): CountyDescription | null {
    if (!this.#made) return null
    const county = assumedNumbers(this.#made)
      .filter(({ path }) => path in this.entered)
      .reduce((so, one) => withAssumed(so, one, this.entered[one.path]!), this.#made)
    return renamed(county, this.name.trim() || unnamed)
  }
}
