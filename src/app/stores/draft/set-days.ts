import type { Draft } from './draft.ts'

/** When a setting was made or a figure entered, and what it came with, unless somebody did it at this screen. Without a day nobody wrote it down. */
export interface SetOn {
  /** As `2026-11-27`, by the calendar of whoever did it. */
  readonly day?: string
  readonly came?: 'file' | 'link' | 'code'
}

/** By name: `process.parameter`, `policy.lever` or `item.part`. */
export type SetDays = Readonly<Record<string, SetOn>>

type Values = Readonly<Record<string, unknown>>

/** Values of two levels by name. */
export const byName = (tree: Readonly<Record<string, Values>> = {}): Values =>
  Object.fromEntries(Object.entries(tree).flatMap(([group, values]) => Object.entries(values).map(([own, value]) => [`${group}.${own}`, value])))

function daysOf(before: Values, now: Values, days: SetDays = {}, on: (name: string) => SetOn): SetDays | undefined {
  const all = Object.keys(now).flatMap((name) => {
    const set = JSON.stringify(now[name]) === JSON.stringify(before[name]) ? days[name] : on(name)
    return set ? [[name, set] as const] : []
  })
  return all.length > 0 ? Object.fromEntries(all) : undefined
}

const settings = ({ behaviour, levers }: Pick<Draft, 'behaviour' | 'levers'>): Values => ({ ...behaviour, ...byName(levers) })

/** A draft with the day of everything that differs from `before`; what is as it was keeps its own, and what is back at its default has none. */
export function dated(before: Draft, { days: _, enteredDays: __, ...next }: Draft, on: (name: string) => SetOn): Draft {
  const days = daysOf(settings(before), settings(next), before.days, on)
  const enteredDays = daysOf(byName(before.entered), byName(next.entered), before.enteredDays, on)
  return { ...next, ...(days && { days }), ...(enteredDays && { enteredDays }) }
}
