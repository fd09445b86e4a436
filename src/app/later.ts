import { untrack } from 'svelte'
import { learnLater } from './stores/said/spoken.svelte.ts'

/*
 * What the first picture does without. Each part is asked for when somebody opens it, and all of them once the page is at rest,
 * so that opening one does not wait for the network.
 */

const said = new WeakSet<object>()
/** Whether nobody need be told of an error: the place where the part was to stand says so, or nobody has asked for it yet. */
export const isSaid = (error: object): boolean => said.has(error)

/** A part whose place says so if it does not come. */
export function saidThere<Part>(part: Promise<Part>): Promise<Part> {
  part.catch((error: object) => said.add(error))
  return part
}

const once = <Part>(load: () => Promise<Part>): (() => Promise<Part>) => {
  let part: Promise<Part> | undefined
  return () => {
    // one promise for good: a screen is not made anew because somebody asked again, or because other words have come
    part ??= untrack(load)
    part.catch(() => (part = undefined))
    return part
  }
}

const withWords = <Part>(load: () => Promise<Part>): (() => Promise<Part>) => once(async () => (await Promise.all([load(), learnLater()]))[0])

/** The parts, by name; each gives the same promise every time it is asked for, and a new one after a failure. */
export const later = {
  save: once(() => import('./charts/save.ts')),
  table: withWords(() => import('./charts/save-table.ts')),
  swarm: once(() => import('./screens/explore/SwarmSlot.svelte')),
  bars: once(() => import('./screens/explore/BarsSlot.svelte')),
  strip: once(() => import('./screens/explore/MiniStrip.svelte')),
  costWords: once(() => import('./charts/prepare/cost-words.ts')),
  costBars: once(() => import('./screens/explore/CostBars.svelte')),
  level: once(() => import('./screens/explore/LevelStrip.svelte')),
  chance: once(() => import('./screens/explore/ChanceSlot.svelte')),
  directions: once(() => import('./screens/explore/Directions.svelte')),
  assumptionRows: once(() => import('./screens/explore/AssumptionRows.svelte')),
  assumptions: withWords(() => import('./screens/explore/AssumptionSheet.svelte')),
  official: withWords(() => import('./screens/explore/OfficialPanel.svelte')),
  verdictNotes: withWords(() => import('./screens/explore/VerdictNotes.svelte')),
  enteredLine: withWords(() => import('./screens/explore/EnteredLine.svelte')),
  notes: withWords(() => import('./screens/explore/NotesRead.svelte')),
  map: once(() => import('./screens/explore/MapSlot.svelte')),
  flows: withWords(() => import('./screens/schools/FlowArcs.svelte')),
  flowsTab: withWords(() => import('./screens/schools/Flows.svelte')),
  schoolSheet: once(() => import('./screens/schools/SchoolSheet.svelte')),
  schools: withWords(() => import('./screens/schools/Schools.svelte')),
  leverSheet: withWords(() => import('./screens/explore/LeverSheet.svelte')),
  why: once(() => import('./screens/explore/WhyPanel.svelte')),
  door: withWords(() => import('./controls/DoorCard.svelte')),
  help: withWords(() => import('./controls/HelpDialog.svelte')),
  share: withWords(() => import('./screens/share/ShareDialog.svelte')),
  older: withWords(() => import('./screens/share/OlderModel.svelte')),
  examples: withWords(() => import('./controls/ExamplesDialog.svelte')),
  about: withWords(() => import('./controls/AboutDialog.svelte')),
  reader: withWords(() => import('./reader/Reader.svelte')),
  data: withWords(() => import('./screens/data/Data.svelte')),
} as const

/** Fetches every later part, one after the other. A part that does not come now is asked for again when it is opened. */
export async function fetchLater(): Promise<void> {
  await import('./stores/kept/closed-tabs.ts').then(({ keepClosed }) => keepClosed()).catch(() => undefined)
  for (const load of [learnLater, ...Object.values(later)]) await saidThere<unknown>(load()).catch(() => undefined)
}
