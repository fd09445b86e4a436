import { groundOf, type CountyState, type Engine, type Scenario, type Series } from '../../src/engine/index.ts'

/** What a fake engine does besides counting. */
export interface Mischief {
  /** Throws in this year of this replicate. */
  readonly failAt?: { readonly replicate: number; readonly year: number }
  /** Never comes back from this replicate. */
  readonly hangIn?: number
  /** Told when its county is built, and when it is given one. */
  readonly onCounty?: (how: 'built' | 'given') => void
  /** Told of every simulated year. */
  readonly onYear?: (replicate: number, arm: string, year: number) => void
}

const yearsOf = ({ years }: Scenario): number[] => Array.from({ length: years.to - years.from + 1 }, (_, i) => years.from + i)

/**
 * An engine without a county: one section, one column, whose value is seed length × 1000 + replicate × 10 + arm + year / 10000,
 * so that every number of a result can be told by hand.
 */
export function createFakeEngine({ failAt, hangIn, onYear, onCounty }: Mischief = {}): Engine {
  return {
    state(scenario) {
      onCounty?.('built')
      return { ground: groundOf(scenario) } as CountyState
    },
    adopt: () => onCounty?.('given'),
    facts: () => [],
    *explain(scenario, replicate, arm) {
      for (const year of yearsOf(scenario)) {
        if (failAt?.replicate === replicate && failAt.year === year) throw new Error(`no arm ${arm}`)
        yield { arm, year }
      }
      return []
    },
    yearsIn: (scenario) => scenario.arms.length * yearsOf(scenario).length,
    *replicate(scenario, replicate) {
      const all: Series[] = []
      for (const [a, arm] of scenario.arms.entries()) {
        const years = yearsOf(scenario)
        const values = Float64Array.from(years, (year) => fakeValue(scenario, replicate, a, year))
        for (const year of years) {
          if (failAt?.replicate === replicate && failAt.year === year) throw new Error('pupils placed: expected 412, got 411')
          while (hangIn === replicate);
          onYear?.(replicate, arm.id, year)
          yield { arm: arm.id, year }
        }
        all.push({ arm: arm.id, replicate, years, sectionCount: 1, sections: values, county: values.slice(), ledger: new Float64Array(0) })
      }
      return all
    },
  }
}

/** The value a fake engine gives one arm in one year. */
export const fakeValue = (scenario: Scenario, replicate: number, arm: number, year: number): number =>
  scenario.seed.length * 1000 + replicate * 10 + arm + year / 10000
