import { policies } from '../../engine/index.ts'
import type { Days } from '../../scenario/days.ts'
import type { Draft } from '../stores/draft/draft.ts'
import { byName, dated, type SetOn } from '../stores/draft/set-days.ts'
import { bare } from '../stores/kept/written-down.ts'

/** Levers with which a policy is decided: nobody need say on what day, as of an assumption such as a price or an effect. */
const decisions: ReadonlySet<string> = new Set(policies.flatMap(({ id, neutral, levers }) => [...Object.keys(neutral), ...levers].map((lever) => `${id}.${lever}`)))

/** Days of the assumptions and figures of a draft, as a file of it holds them; undefined where none is known: then editions before 0.8.0 open it too. */
export function daysToWrite({ behaviour, levers, entered, days, enteredDays }: Draft): Days | undefined {
  const names = Object.keys({ ...behaviour, ...byName(levers), ...byName(entered) })
  const known = names.filter((name) => !decisions.has(name)).sort().flatMap((name) => {
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
