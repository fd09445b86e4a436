import type { AnyPolicy, Arm, Bilingual, CountyDescription, Entered, EnteredValue, NumberParameter, Parameter, PolicyUse, Scenario, Scope } from '../../../engine/index.ts'
import type { SetDays } from './set-days.ts'
import { titlesOf } from './titles.ts'

/** When and where a policy acts in the draft. */
export interface Timing {
  readonly from: number
  readonly to?: number
  readonly ramp: number
  readonly where?: Scope
}

/** What a scenario is called. */
export interface Name {
  readonly title: Bilingual
  /** Of the future opened, where the file named it apart. */
  readonly arm?: Bilingual
  /** The settings it was given to (`ground`): with others the name is of something else. */
  readonly of: string
}

/** What the person at the screen is composing: everything the plan arm is made of. Replaced at every change, never edited. */
export interface Draft {
  /** Id of a shipped county, or of one that came with a file. */
  readonly county: string
  readonly seed: string
  readonly years: { readonly from: number; readonly to: number }
  readonly replicates: number
  readonly behaviour: Readonly<Record<string, number | string>>
  /** Values by policy and lever; a lever not named stands at its baseline. */
  readonly levers: Readonly<Record<string, Readonly<Record<string, number | string>>>>
  /** Timetables that differ from “from the first policy year, at once”. */
  readonly timing: Readonly<Record<string, Timing>>
  /** Absent until a file, a link or somebody at the screen names it. */
  readonly name?: Name
  /** What somebody wrote down about schools, by school id. Kept in the scenario file, never in a link. */
  readonly notes?: Readonly<Record<string, string>>
  /** Official items entered by hand. Kept in the scenario file, never in a link. */
  readonly entered?: Entered
  /** When settings were made, where it is known. Kept in the scenario file, never in a link. */
  readonly days?: SetDays
  /** When figures were entered. */
  readonly enteredDays?: SetDays
  /** The same of counties that were on the screen before, by county: they come back with it. Kept in this browser only. */
  readonly elsewhere?: Readonly<Record<string, Besides>>
}

/** What was written down beside the settings: it belongs to a county and decides no result. */
export type Besides = Pick<Draft, 'notes' | 'entered' | 'enteredDays'>

const planArm = 'plan'
const baselineArm = 'status-quo'

export const isNumber = (parameter: Parameter): parameter is NumberParameter => parameter.unit !== 'choice'

const neutralOf = (policy: AnyPolicy) => policy.neutral as Readonly<Record<string, number | string | undefined>>
const parametersOf = (policy: AnyPolicy) => policy.parameters as Readonly<Record<string, Parameter>>

/** Figures that a county already has of its own, by policy and lever: where the lever stands when nothing is decided. */
const ownFigures: Readonly<Record<string, (county: CountyDescription) => number>> = {
  'enrolment-quota.share': (county) => county.quota.share,
}

/** Where a lever stands when nothing is decided: its neutral value, else the county’s own figure, else its default. */
export function baselineOf(policy: AnyPolicy, lever: string, county: CountyDescription): number | string {
  return neutralOf(policy)[lever] ?? ownFigures[`${policy.id}.${lever}`]?.(county) ?? parametersOf(policy)[lever]!.default
}

/** Where a lever stands in a draft. */
export const leverValue = (draft: Draft, policy: AnyPolicy, lever: string, county: CountyDescription): number | string =>
  draft.levers[policy.id]?.[lever] ?? baselineOf(policy, lever, county)

/** Choices that keep a policy out of force at their neutral value and whose default brings it in: “as set here”. */
const switchesOf = (policy: AnyPolicy): readonly string[] =>
  Object.entries(parametersOf(policy))
    .filter(([id, parameter]) => !isNumber(parameter) && neutralOf(policy)[id] !== undefined && neutralOf(policy)[id] !== parameter.default)
    .map(([id]) => id)

/** Switches follow a lever that the county has a figure for: moved, the policy’s own value holds; back, the county’s. */
function switched(policy: AnyPolicy, levers: Readonly<Record<string, number | string>>): Readonly<Record<string, number | string>> {
  const moved = Object.keys(levers).some((lever) => `${policy.id}.${lever}` in ownFigures)
  const switches = switchesOf(policy)
  const kept = Object.fromEntries(Object.entries(levers).filter(([id]) => !switches.includes(id)))
  return moved ? { ...kept, ...Object.fromEntries(switches.map((id) => [id, parametersOf(policy)[id]!.default])) } : kept
}

/** The draft with one lever moved; a lever back at its baseline is forgotten. */
export function withLever(draft: Draft, policy: AnyPolicy, lever: string, value: number | string, county: CountyDescription): Draft {
  const { [lever]: _, ...rest } = draft.levers[policy.id] ?? {}
  const moved = value === baselineOf(policy, lever, county) ? rest : { ...rest, [lever]: value }
  const mine = `${policy.id}.${lever}` in ownFigures ? switched(policy, moved) : moved
  const { [policy.id]: __, ...others } = draft.levers
  return { ...draft, levers: Object.keys(mine).length > 0 ? { ...others, [policy.id]: mine } : others }
}

/** The draft with a policy’s timetable or scope changed. */
export const withTiming = (draft: Draft, policy: string, timing: Timing): Draft => ({ ...draft, timing: { ...draft.timing, [policy]: timing } })

/** The draft with a note on a school; an empty one is forgotten. */
export function withNote(draft: Draft, schoolId: number, text: string): Draft {
  const { [String(schoolId)]: _, ...others } = draft.notes ?? {}
  const notes = text.trim() === '' ? others : { ...others, [String(schoolId)]: text }
  const { notes: __, ...rest } = draft
  return Object.keys(notes).length > 0 ? { ...rest, notes } : rest
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0

/** A record with a key set, or without it; undefined if nothing is left. */
function withKey<T>(record: Readonly<Record<string, T>> | undefined, key: string, value: T | undefined): Readonly<Record<string, T>> | undefined {
  const { [key]: _, ...others } = record ?? {}
  const next = value === undefined ? others : { ...others, [key]: value }
  return isEmpty(next) ? undefined : next
}

/** A figure of an official item: for the county, or for schools by id. */
export type Figure = EnteredValue | Readonly<Record<string, EnteredValue>>

/** The draft with a part of an official item entered, or without it. */
export function withEntered(draft: Draft, item: string, part: string, figure: Figure | undefined): Draft {
  const { entered: before, ...rest } = draft
  const given = typeof figure === 'object' && isEmpty(figure) ? undefined : figure
  const entered = withKey(before, item, withKey<Figure>(before?.[item], part, given))
  return entered === undefined ? rest : { ...rest, entered }
}

/** What was written down about the county of a draft. */
export const besides = ({ notes, entered, enteredDays }: Besides): Besides => ({ ...(notes && { notes }), ...(entered && { entered }), ...(enteredDays && { enteredDays }) })

/** Settings taken up where `here` was: each county keeps what was written down about it, and what there is of this one comes back unless the settings carry their own. */
export function keepingNotes(here: Draft, next: Draft): Draft {
  const { [here.county]: _, ...others } = here.elsewhere ?? {}
  const mine = besides(here)
  const all = isEmpty(mine) ? others : { ...others, [here.county]: mine }
  const { [next.county]: back = {}, ...elsewhere } = all
  return { ...next, ...back, ...besides(next), ...(isEmpty(elsewhere) ? {} : { elsewhere }) }
}

/** Keys in one order, at every level: for `JSON.stringify`. */
export const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value

/** What of a draft decides results, as text: everything but its name, what is written down about schools, what is entered by hand, and days. */
export const ground = ({ name: _, notes: __, entered: ___, elsewhere: ____, days: _____, enteredDays: ______, ...rest }: Draft): string => JSON.stringify(rest)

/** Whether two drafts decide the same results. */
export const sameSettings = (a: Draft, b: Draft): boolean => a === b || ground(a) === ground(b)

/** The draft under another name. */
export const named = (draft: Draft, name: Omit<Name, 'of'>): Draft => ({ ...draft, name: { ...name, of: ground(draft) } })

/** The draft without a name. */
export function unnamed({ name: _, ...rest }: Draft): Draft {
  return rest
}

/** First school year in which a policy can act: the year after the first shown. */
export const timingOf = (draft: Draft, policy: string): Timing => draft.timing[policy] ?? { from: draft.years.from + 1, ramp: 1 }

/** Whether any lever with a neutral value stands away from it: only then does the policy act. */
export function acts(draft: Draft, policy: AnyPolicy, county: CountyDescription): boolean {
  const neutral = neutralOf(policy)
  return Object.keys(neutral).some((lever) => leverValue(draft, policy, lever, county) !== neutral[lever])
}

/** Whether a policy has a timetable or scope of its own; one that was moved and moved back is as if nobody had set it. */
export function isTimed({ timing, years }: Draft, policy: string): boolean {
  const { from, to, ramp, where } = timing[policy] ?? { from: years.from + 1, ramp: 1 }
  return from !== years.from + 1 || ramp !== 1 || to !== undefined || where !== undefined
}

/** Whether anything is set for a policy, though it may not act: a price, a timetable. */
export const isSet = (draft: Draft, policy: string): boolean => draft.levers[policy] !== undefined || isTimed(draft, policy)

/** Which policies a scenario holds: those that act, as it is run; or every one for which anything is set, as it is handed on. */
export type Held = 'acting' | 'set'

/** The policies of a draft, in the order of the registry, every value written out. Those that do not act change no result. */
export function usesOf(draft: Draft, policies: readonly AnyPolicy[], county: CountyDescription, held: Held = 'acting'): readonly PolicyUse[] {
  return policies
    .filter((policy) => acts(draft, policy, county) || (held === 'set' && isSet(draft, policy.id)))
    .map((policy) => {
      const timing = timingOf(draft, policy.id)
      const set = Object.fromEntries(Object.keys(parametersOf(policy)).map((lever) => [lever, leverValue(draft, policy, lever, county)]))
      return {
        use: policy.id,
        from: timing.from,
        ...(timing.to === undefined ? {} : { to: timing.to }),
        ...(timing.ramp > 1 ? { ramp: timing.ramp } : {}),
        ...(timing.where === undefined ? {} : { where: timing.where }),
        set,
      }
    })
}

/** What a scenario is called while nobody has named it. */
export const usualName: Bilingual = { zh: '我的方案', en: 'My scenario' }

/** A scenario with the arms asked for. Arms share their draws, so an arm run alone equals the same arm run in a pair. */
export function scenarioOf(draft: Draft, county: CountyDescription, policies: readonly AnyPolicy[], arms: readonly ('plan' | 'baseline')[], held: Held = 'acting'): Scenario {
  const { name, notes, entered } = draft
  const { title, plan } = name ? titlesOf(name, name.of === ground(draft)) : { title: usualName, plan: usualName }
  const all: Readonly<Record<'plan' | 'baseline', Arm>> = {
    baseline: { id: baselineArm, policies: [] },
    plan: { id: planArm, title: plan, policies: usesOf(draft, policies, county, held) },
  }
  return {
    id: 'my-scenario',
    title,
    seed: draft.seed,
    years: draft.years,
    replicates: draft.replicates,
    county,
    behaviour: draft.behaviour,
    ...(notes && { notes }),
    ...(entered && { entered }),
    arms: arms.map((arm) => all[arm]),
  }
}
