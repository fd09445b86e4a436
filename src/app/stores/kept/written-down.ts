import { besides, type Besides, type Draft } from '../draft/draft.ts'

/** A draft without what was written down about schools: its settings and name. */
export type BareDraft = Omit<Draft, 'notes' | 'entered' | 'enteredDays' | 'elsewhere'>

/** What was written down, by county. */
export type WrittenDown = Readonly<Record<string, Besides>>

export const bare = ({ notes: _, entered: __, enteredDays: ___, elsewhere: ____, ...rest }: Draft): BareDraft => rest

const isEmpty = (record: object): boolean => Object.keys(record).length === 0

/** What a draft holds of its county and of those before it. */
export function writtenDown(draft: Draft): WrittenDown {
  const mine = besides(draft)
  return { ...draft.elsewhere, ...(isEmpty(mine) ? {} : { [draft.county]: mine }) }
}

/** A draft with what was written down in place of what it held. */
export function withWrittenDown(draft: BareDraft, { [draft.county]: mine = {}, ...elsewhere }: WrittenDown): Draft {
  return { ...bare(draft), ...mine, ...(isEmpty(elsewhere) ? {} : { elsewhere }) }
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What has changed from `before` to `after`, done to what is `stored`, where others may have written meanwhile; undefined if nothing is left. */
export function mergedInto(stored: unknown, before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return stored
  const [old, now, there] = [before ?? {}, after ?? {}, isTree(stored) ? stored : {}]
  if (!isTree(old) || !isTree(now)) return after
  const keys = [...new Set([there, old, now].flatMap(Object.keys))]
  const left = keys.map((key) => [key, mergedInto(there[key], old[key], now[key])] as const).filter(([, value]) => value !== undefined)
  return left.length > 0 ? Object.fromEntries(left) : undefined
}
