import { database } from './autosave.ts'
import { ground, type Draft } from './draft.ts'

/** A scenario kept in this browser, and nowhere else: its settings and name. What is written down about schools stays with their county. */
export type KeptDraft = Omit<Draft, 'notes' | 'entered' | 'elsewhere'>
export interface KeptScenario {
  readonly draft: KeptDraft
  readonly when: number
}

/** Scenarios that are kept; of more, those kept longest ago go. */
export const mostKept = 12

/** Another shape than this is of another edition, and not read. */
const shape = 1
const place = 'kept'

const bare = ({ notes: _, entered: __, elsewhere: ___, ...rest }: Draft): KeptDraft => rest

const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

/** What a scenario decides and is called, in one order: a link names timetables that nobody set, and levers by policy, not as they were moved. */
function essence({ county, seed, years: { from, to }, replicates, behaviour, levers, timing, name }: Draft): string {
  const set = sorted(timing).filter(([, one]) => one.from !== from + 1 || one.ramp !== 1 || one.to !== undefined || one.where !== undefined)
  return JSON.stringify([county, seed, from, to, replicates, sorted(behaviour), sorted(levers).map(([policy, one]) => [policy, sorted(one)]), set, name?.title, name?.arm])
}

/** Whether two drafts are one scenario: the same settings under the same name. */
export const sameScenario = (a: Draft, b: Draft): boolean => essence(a) === essence(b)

/** Whether anything is decided in a draft. */
export const isDecided = ({ levers, timing, behaviour }: Draft): boolean => [levers, timing, behaviour].some((one) => Object.keys(one).length > 0)

/** Whether a draft that is about to be left would be missed: something is decided in it, and it is not just what a file or link had opened. */
const wouldBeMissed = (draft: Draft): boolean => isDecided(draft) && draft.name?.of !== ground(draft)

function read(record: unknown): readonly KeptScenario[] {
  if (typeof record !== 'object' || record === null || !('shape' in record) || record.shape !== shape || !('list' in record)) return []
  return record.list as readonly KeptScenario[]
}

/** Changes the list in one go: another tab may hold it too. False if this browser stores nothing. */
async function revise(change: (list: readonly KeptScenario[]) => readonly KeptScenario[]): Promise<boolean> {
  try {
    const transaction = (await database()).transaction('drafts', 'readwrite')
    const before = read(await transaction.store.get(place))
    await transaction.store.put({ shape, list: change(before) }, place)
    await transaction.done
    return true
  } catch {
    return false
  }
}

const without = (list: readonly KeptScenario[], draft: Draft) => list.filter((one) => !sameScenario(one.draft, draft))

/** The kept scenarios, newest first; none if this browser stores nothing. */
export async function keptScenarios(): Promise<readonly KeptScenario[]> {
  try {
    return read(await (await database()).get('drafts', place))
  } catch {
    return []
  }
}

/** Keeps a scenario; one that is there already becomes the newest. */
export const keepScenario = (draft: Draft, when = Date.now()): Promise<boolean> => revise((list) => [{ draft: bare(draft), when }, ...without(list, draft)].slice(0, mostKept))

/** Keeps what is about to be left, if it would be missed. */
export const putAside = async (draft: Draft): Promise<boolean> => !wouldBeMissed(draft) || keepScenario(draft)

/** Forgets a kept scenario. */
export const forgetScenario = (draft: Draft): Promise<boolean> => revise((list) => without(list, draft))

/** Forgets every kept scenario of these counties. */
export const forgetScenariosOf = (gone: (county: string) => boolean): Promise<boolean> => revise((list) => list.filter(({ draft }) => !gone(draft.county)))
