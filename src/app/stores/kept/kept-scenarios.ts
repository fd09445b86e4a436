import { database } from './autosave.ts'
import { ground, inOrder, isTimed, type Draft } from '../draft/draft.ts'
import { bare, type BareDraft } from './written-down.ts'

/** A scenario kept in this browser, and nowhere else: its settings and name. What is written down about schools stays with their county. */
export type KeptDraft = BareDraft
export interface KeptScenario {
  readonly draft: KeptDraft
  readonly when: number
}

/** Scenarios that are kept; of more, those kept longest ago go. */
export const mostKept = 12

/** Another shape than this is of another edition, and not read. */
const shape = 1
const place = 'kept'

const timetables = (draft: Draft) => Object.entries(draft.timing).filter(([policy]) => isTimed(draft, policy))

/** What a scenario decides and is called, in one order: a link names timetables that nobody set, levers by policy, not as they were moved, and languages and scopes in an order of its own. */
function essence(draft: Draft): string {
  const { county, seed, years: { from, to }, replicates, behaviour, levers, name } = draft
  return JSON.stringify([county, seed, from, to, replicates, behaviour, levers, Object.fromEntries(timetables(draft)), name?.title, name?.arm], inOrder)
}

/** Whether two drafts are one scenario: the same settings under the same name. */
export const sameScenario = (a: Draft, b: Draft): boolean => essence(a) === essence(b)

/** Whether anything is decided in a draft. */
export const isDecided = (draft: Draft): boolean => [Object.keys(draft.levers), Object.keys(draft.behaviour), timetables(draft)].some((one) => one.length > 0)

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

/** Keeps a scenario as of a time; one that is there already takes that time. Under a new name it takes the place of itself as it was `before`. */
export const keepScenario = (draft: Draft, when = Date.now(), before = draft): Promise<boolean> =>
  revise((list) => [{ draft: bare(draft), when }, ...without(without(list, draft), before)].sort((a, b) => b.when - a.when).slice(0, mostKept))

/** Keeps what is about to be left, or was at a time, if it would be missed. */
export const putAside = async (draft: Draft, when?: number): Promise<boolean> => !wouldBeMissed(draft) || keepScenario(draft, when)

/** Forgets a kept scenario. */
export const forgetScenario = (draft: Draft): Promise<boolean> => revise((list) => without(list, draft))

/** Forgets every kept scenario of these counties. */
export const forgetScenariosOf = (gone: (county: string) => boolean): Promise<boolean> => revise((list) => list.filter(({ draft }) => !gone(draft.county)))
