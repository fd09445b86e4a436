import type { YearRecord } from './year-record.ts'

/** What happened to schools between two years. */
export interface SchoolChanges {
  readonly opened: readonly string[]
  readonly closed: readonly string[]
  readonly renamed: readonly { readonly before: string; readonly after: string }[]
  /** The same name under another code: perhaps one school whose code was changed. */
  readonly recoded: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

/** Matches the schools of two years by their codes. */
export function schoolChanges(before: YearRecord, after: YearRecord): SchoolChanges {
  const there = new Map(before.schools.map(({ school, name }) => [school, name]))
  const here = new Map(after.schools.map(({ school, name }) => [school, name]))
  const gone = before.schools.filter(({ school }) => !here.has(school))
  const fresh = after.schools.filter(({ school }) => !there.has(school))
  const recoded = gone.flatMap(({ school, name }) => {
    const same = fresh.filter((one) => one.name === name)
    return same.length === 1 ? [{ name, before: school, after: same[0]!.school }] : []
  })
  const isRecoded = (name: string): boolean => recoded.some((one) => one.name === name)
  return {
    opened: fresh.filter(({ name }) => !isRecoded(name)).map(({ name }) => name),
    closed: gone.filter(({ name }) => !isRecoded(name)).map(({ name }) => name),
    renamed: after.schools.flatMap(({ school, name }) => {
      const was = there.get(school)
      return was !== undefined && was !== name ? [{ before: was, after: name }] : []
    }),
    recoded,
  }
}
