import type { CountyDescription, Problem } from '../../../engine/index.ts'
import { countyName, renamed, yearIn, type OpenedFile, type Snapshot } from '../../../roster/index.ts'
import { assumedNumbers, withAssumed } from './county-assumptions.ts'
import type { RosterImport } from './import.svelte.ts'

/**
 * What is entered about the county of a roster. It outlives the step: going back to the table loses nothing, and what was
 * entered is put on the county again when the table has changed. A file read anew begins anew.
 */
export class CountyForm {
  /** Filled from the file until somebody writes it (`isNamed`). */
  name = $state('')
  /** Somebody wrote or confirmed the name. */
  isNamed = $state(false)
  /** Assumed numbers that were changed, by path. */
  entered = $state.raw<Readonly<Record<string, number>>>({})
  /** Constants of the model that were changed, by id. */
  model = $state.raw<Readonly<Record<string, number>>>({})
  /** What keeps the roster from making a county. */
  problems = $state.raw<readonly Problem[]>([])
  /** The question was stopped or failed: it can be asked again. */
  stopped = $state(false)
  /** The county as the roster makes it; null while another is asked for. */
  #made = $state.raw<CountyDescription | null>(null)
  #file: OpenedFile | null = null
  /** What the answer is of, or the question under way. */
  #of: { readonly snapshot: Snapshot | null; readonly year: number | null } | null = null
  #asked = 0

  /** Takes up what was entered about a file, or begins anew. */
  open(file: OpenedFile | null): void {
    if (file === this.#file) return
    this.#file = file
    this.#forget()
    this.name = countyName(file?.name ?? '')
    this.isNamed = false
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
    // the county before is of another table or year: nobody may simulate it as this one
    const mine = this.#forget()
    this.#of = { snapshot, year }
    const name = countyName(this.#file?.name ?? '')
    const made = await roster.ask('computing', (service) => service.county({ name, ...(year === null ? {} : { year }) }))
    if (mine !== this.#asked) return
    if (!made) {
      this.#of = null
      this.stopped = true
    } else if ('schools' in made) this.#made = made
    else this.problems = made
  }

  /** Forgets the county; an answer to an earlier question comes too late. */
  #forget(): number {
    this.#of = null
    this.#made = null
    this.problems = []
    this.stopped = false
    return ++this.#asked
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
