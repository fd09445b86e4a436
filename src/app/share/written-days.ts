import type { Days } from '../../scenario/days.ts'
import type { Draft } from '../stores/draft.ts'
import { byName, dated, type SetOn } from '../stores/set-days.ts'
import { bare } from '../stores/written-down.ts'

/** Days of what is set and entered in a draft, as a file of it holds them; undefined where none is known. */
export function daysToWrite({ behaviour, levers, entered, days, enteredDays }: Draft): Days | undefined {
  const names = Object.keys({ ...behaviour, ...byName(levers), ...byName(entered) })
  const known = names.sort().flatMap((name) => {
    const day = (days?.[name] ?? enteredDays?.[name])?.day
    return day === undefined ? [] : [[name, day] as const]
  })
  return known.length > 0 ? Object.fromEntries(known) : undefined
}

/** A draft that came with something, and the days written there. What stands as in `here` already is nothing that came. */
export function cameWith(draft: Draft, came: NonNullable<SetOn['came']>, days: Days = {}, here?: Draft): Draft {
  const nothing: Draft = { ...bare(draft), behaviour: {}, levers: {} }
  return dated(here ?? nothing, draft, (name) => ({ came, ...(days[name] === undefined ? {} : { day: days[name] }) }))
}
