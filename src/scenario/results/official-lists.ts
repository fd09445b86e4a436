import { countyColumn, governmentItems, judgeChecklist, qualityItems, type Handling } from '../../engine/index.ts'

/** An official item of the government or quality list in one year. */
export interface OfficialReport {
  /** How this tool treats it; what is entered by hand or not modelled stays open and is never counted as passed. */
  readonly handling: Handling
  /** Runs in which it passes, of those in which it can be judged; null where it is open. */
  readonly runs: { readonly passes: number; readonly of: number } | null
}

/**
 * Judges the government and quality lists of 2017 in one year.
 *
 * @param value number of a county column in a run; undefined columns give NaN
 */
export function officialLists(runs: number, value: (run: number, column: number) => number): Readonly<Record<string, OfficialReport>> {
  const list = [...governmentItems, ...qualityItems]
  const verdicts = Array.from({ length: runs }, (_, run) =>
    judgeChecklist(list, (id) => {
      const column = countyColumn(id)
      return column < 0 ? NaN : value(run, column)
    }),
  )
  return Object.fromEntries(
    list.map((item, i) => {
      const outcomes = verdicts.map((verdict) => verdict[i]!.outcome)
      const decided = outcomes.filter((outcome) => outcome === 'passes' || outcome === 'fails')
      const open = outcomes.includes('open')
      return [
        item.id,
        {
          handling: item.handling,
          runs: open ? null : { passes: decided.filter((outcome) => outcome === 'passes').length, of: decided.length },
        },
      ]
    }),
  )
}
