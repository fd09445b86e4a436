import type { Finding, Occurrence, Snapshot } from '../../../roster/index.ts'

/** One place with something to see to. */
export interface Spot {
  readonly finding: Finding
  readonly place: Occurrence
  /** Position of the finding in the list. */
  readonly index: number
}

/** The places of a table with something to see to, and which of them is looked at. */
export class Spots {
  /** Where the cursor stands in the list; −1 = nowhere. */
  at = $state(-1)
  readonly #snapshot: () => Snapshot | null
  readonly list: readonly Spot[] = $derived.by(() => (this.#snapshot()?.findings ?? []).flatMap((finding, index) => finding.at.map((place) => ({ finding, place, index }))))
  /** Those that a person should see to: the first ones of the list. */
  readonly open: number = $derived.by(() => {
    const { must = 0, look = 0 } = this.#snapshot()?.counts ?? {}
    return must + look
  })
  readonly current: Spot | null = $derived.by(() => this.list[this.at] ?? null)

  constructor(snapshot: () => Snapshot | null) {
    this.#snapshot = snapshot
  }

  /** Goes to the next place (or the one before) that needs a person, round and round. */
  next(by: 1 | -1 = 1): void {
    if (this.open === 0) return
    const from = this.at < 0 || this.at >= this.open ? (by === 1 ? -1 : this.open) : this.at
    this.at = (from + by + this.open) % this.open
  }

  /** The table has changed: what was settled is gone from the list, and the next place has moved up to where the cursor stood. */
  stay(): void {
    if (this.at >= 0) this.at = this.open === 0 ? -1 : Math.min(this.at, this.open - 1)
  }
}
