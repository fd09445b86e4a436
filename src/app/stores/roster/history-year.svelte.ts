import { yearIn, type Source } from '../../../roster/index.ts'
import type { RosterImport } from './import.svelte.ts'

/** A roster of one year: its own import, so that every year is read, checked and undone by itself. */
export class HistoryYear {
  readonly id: number
  readonly roster: RosterImport
  /** Name of the file chosen, until it is open. */
  readonly #chosen: string
  /** What somebody typed, and of which sheet of which file: another is of another year. */
  #typed = $state.raw<{ readonly year: number | null; readonly of: readonly [Source | null, string | undefined] } | null>(null)

  constructor(id: number, roster: RosterImport, chosen = '') {
    this.id = id
    this.roster = roster
    this.#chosen = chosen
  }

  get #of(): readonly [Source | null, string | undefined] {
    const { file, source } = this.roster
    return [file ? source : null, file?.sheet]
  }

  /** School year that it describes: as typed, otherwise as the file’s name says; null = neither does. */
  get year(): number | null {
    const of = this.#of
    const typed = this.#typed
    // typed while the file is still being read, it is that file's
    if (typed && (typed.of[0] === null || typed.of.every((one, k) => one === of[k]))) return typed.year
    return yearIn(this.roster.file?.name ?? this.#chosen)
  }
  set year(year: number | null) {
    this.#typed = { year, of: this.#of }
  }
}
