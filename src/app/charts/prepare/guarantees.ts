import { countyGovernment2012, governmentItems, judgeChecklist, qualityItems, type ChecklistItem, type Series } from '../../../engine/index.ts'
import { countyCell, countyMiddle, type Frame, type Standard } from './frame.ts'

/** One item of the government or quality list in a year. */
export interface OfficialRow {
  readonly item: ChecklistItem
  /** Runs that pass, of those that can be judged; null where nothing judges it: entered by hand, or not modelled. */
  readonly runs: { readonly passes: number; readonly of: number } | null
  /** Middle values of the columns it rests on. */
  readonly values: readonly { readonly column: string; readonly value: number; readonly level?: 'primary' | 'junior'; readonly limit: number; readonly atLeast: boolean }[]
}

/** The lists beside the resource items, as the model can judge them. */
export const officialItems = {
  government: governmentItems,
  quality: qualityItems,
  // read when it is asked for: in the page’s files the list of 2012 may be made after this one
  get county() {
    return countyGovernment2012
  },
}
export type OfficialList = keyof typeof officialItems

/** Which lists a standard has beside its resource items. */
export const officialLists: Readonly<Record<Standard, readonly OfficialList[]>> = { 'balance-2017': ['government', 'quality'], 'balance-2012': ['county'] }

/** Judges a list in every run of a year. What nobody computes stays open and is never counted as passed. */
export function officialRows(frame: Frame, list: OfficialList, runs: readonly Series[], year: number): readonly OfficialRow[] {
  const items = officialItems[list]
  const verdicts = runs.map((run) => judgeChecklist(items, (column) => countyCell(frame, run, year, column)))
  return items.map((item, k) => {
    const mine = verdicts.map((verdict) => verdict[k]!)
    const open = mine.some((one) => one.outcome === 'open')
    const judged = mine.filter((one) => one.outcome === 'passes' || one.outcome === 'fails')
    const parts = mine[0]?.parts ?? []
    return {
      item,
      runs: open || judged.length === 0 ? null : { passes: judged.filter((one) => one.outcome === 'passes').length, of: judged.length },
      values: parts.map((part) => ({
        column: part.column,
        value: countyMiddle(frame, runs, year, part.column),
        ...(part.level === undefined ? {} : { level: part.level }),
        limit: 'atLeast' in part.threshold ? part.threshold.atLeast : part.threshold.atMost,
        atLeast: 'atLeast' in part.threshold,
      })),
    }
  })
}

/** Items of a list that the model can judge and that most runs miss. */
export const missed = (rows: readonly OfficialRow[]): readonly OfficialRow[] => rows.filter((row) => row.runs !== null && row.runs.passes * 2 < row.runs.of)

/** How many items of a list can be judged, and how many of them at least half of the runs pass. */
export function officialCount(rows: readonly OfficialRow[]): { readonly passed: number; readonly judged: number } {
  const judged = rows.filter((row) => row.runs !== null)
  return { passed: judged.filter((row) => row.runs!.passes * 2 >= row.runs!.of).length, judged: judged.length }
}
