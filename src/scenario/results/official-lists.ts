import { countyColumn, governmentItems, judgeChecklist, middle, qualityItems, unjudgedColumns, type Handling } from '../../engine/index.ts'

/** An official item of the government or quality list in one year. */
export interface OfficialReport {
  /** How this tool treats it; what is entered by hand or not modelled stays open and is never counted as passed. */
  readonly handling: Handling
  /** Runs in which it passes, of those in which it can be judged; null where it is open. */
  readonly runs: { readonly passes: number; readonly of: number } | null
  /** Medians of what its text asks without a number, by county column: `runs` does not rest on them. Absent where there is none. */
  readonly beside?: Readonly<Record<string, number | null>>
}

/**
 * Judges the government and quality lists of 2017 in one year.
 *
 * @param value number of a county column in a run; undefined columns give NaN
 */
export function officialLists(runs: number, value: (run: number, column: number) => number): Readonly<Record<string, OfficialReport>> {
  const list = [...governmentItems, ...qualityItems]
  const read = (run: number) => (id: string) => {
    const column = countyColumn(id)
    return column < 0 ? NaN : value(run, column)
  }
  const every = Array.from({ length: runs }, (_, run) => read(run))
  const verdicts = every.map((one) => judgeChecklist(list, one))
  const median = (id: string): number | null => {
    const found = middle(every.map((one) => one(id)))
    return Number.isNaN(found) ? null : found
  }
  return Object.fromEntries(
    list.map((item, i) => {
      const outcomes = verdicts.map((verdict) => verdict[i]!.outcome)
      const decided = outcomes.filter((outcome) => outcome === 'passes' || outcome === 'fails')
      const open = outcomes.includes('open')
      const beside = unjudgedColumns(item)
      return [
        item.id,
        {
          handling: item.handling,
          runs: open ? null : { passes: decided.filter((outcome) => outcome === 'passes').length, of: decided.length },
          ...(beside.length === 0 ? {} : { beside: Object.fromEntries(beside.map((id) => [id, median(id)])) }),
        },
      ]
    }),
  )
}
