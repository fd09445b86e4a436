import type { Citation } from '../../../engine/index.ts'

/** What stands behind a number: how it is computed, with its own values, and on what ground. */
export interface Door {
  readonly title: string
  /** The number as printed. */
  readonly shown: string
  readonly formula: string
  /** The formula with this number’s values. */
  readonly here: string
  readonly unit: string
  /** Runs and year. */
  readonly basis: string
  /** Where the scenario sets it: to what, who did and when. Stands before the sources of its default. */
  readonly set?: string
  readonly sources: readonly Citation[]
  /** What the number means, a sentence. */
  readonly reading?: string
}

/** The card behind the number last clicked: first its formula, then its source. */
export class Doors {
  open = $state.raw<Door | null>(null)
  face = $state<'formula' | 'source'>('formula')
  anchor = $state.raw<DOMRect | null>(null)
  #from: HTMLElement | null = null

  /** A click on a number: opens its formula; on the same number again, its source. */
  knock(door: Door, from: HTMLElement): void {
    if (this.open !== null && this.#from === from) {
      this.face = this.face === 'formula' ? 'source' : 'formula'
      return
    }
    this.#from = from
    this.anchor = from.getBoundingClientRect()
    this.face = 'formula'
    this.open = door
  }

  /** Closes the card; the focus goes back to the number it is of. */
  close(): void {
    if (this.open === null) return
    const from = this.#from
    this.leave()
    from?.focus()
  }

  /** Closes the card for somebody who has turned to something else. */
  leave(): void {
    this.open = null
    this.#from = null
  }
}
