import type { Bilingual } from '../declare.ts'
import { expectThat } from '../kernel/expect.ts'

/** Who pays. */
export const payers = ['central', 'province', 'city', 'county', 'family'] as const
export type Payer = (typeof payers)[number]

/** What payers are called. */
export const payerNames: Readonly<Record<Payer, Bilingual>> = {
  central: { en: 'central government', zh: '中央' },
  province: { en: 'province', zh: '省级' },
  city: { en: 'prefecture or city', zh: '市级' },
  county: { en: 'county', zh: '县级' },
  family: { en: 'families', zh: '家庭' },
}

/** What for. */
export const purposes = ['public-funds', 'staff', 'allowance', 'equipment', 'capital', 'transport', 'boarding', 'training', 'management', 'support', 'reward'] as const
export type Purpose = (typeof purposes)[number]

/**
 * The only way money moves. Every yuan has a payer, a section and a purpose, and is stamped with whoever is acting.
 *
 * Amounts are whole yuan, so sums are exact in any order. The ledger never refuses: overspending is a result.
 */
export class Ledger {
  /** Yuan of this year: [actor][purpose][payer], row-major. */
  readonly entries: Float64Array
  /** Yuan of this year by section and purpose, row-major. */
  readonly bySection: Float64Array
  private actor = -1

  constructor(
    readonly actors: readonly string[],
    sections: number,
  ) {
    this.entries = new Float64Array(actors.length * purposes.length * payers.length)
    this.bySection = new Float64Array(sections * purposes.length)
  }

  /** Starts a year with nothing spent. */
  reset(): void {
    this.entries.fill(0)
    this.bySection.fill(0)
  }

  /** Everything spent from now on is charged to this process or policy. Called by the engine, never by the actor. */
  charge(actor: string): void {
    this.actor = this.actors.indexOf(actor)
    expectThat(this.actor >= 0, `ledger: unknown actor ${actor}`)
  }

  /** Spends `yuan` (rounded to whole yuan; negative = saved) on a section; `section` −1 = the county as a whole. */
  spend(purpose: Purpose, section: number, yuan: number, payer: Payer = 'county'): void {
    const whole = Math.round(yuan)
    expectThat(whole - whole === 0, () => `ledger: ${yuan} yuan for ${purpose}`)
    const p = purposes.indexOf(purpose)
    this.entries[(this.actor * purposes.length + p) * payers.length + payers.indexOf(payer)] += whole
    if (section >= 0) this.bySection[section * purposes.length + p] += whole
  }

  /** Yuan spent this year on a purpose, by all payers or one, by all actors or one. */
  spent(purpose: Purpose, payer?: Payer, actor?: string): number {
    const p = purposes.indexOf(purpose)
    let sum = 0
    this.actors.forEach((name, a) => {
      if (actor !== undefined && actor !== name) return
      payers.forEach((who, y) => {
        if (payer === undefined || payer === who) sum += this.entries[(a * purposes.length + p) * payers.length + y]
      })
    })
    return sum
  }
}
