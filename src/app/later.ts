import { learnLater } from './stores/spoken.svelte.ts'

/*
 * What the first picture does without. Each part is asked for when somebody opens it, and all of them once the page is at rest,
 * so that opening one does not wait for the network.
 */
const withWords =
  <Part>(load: () => Promise<Part>) =>
  async (): Promise<Part> => {
    const [part] = await Promise.all([load(), learnLater()])
    return part
  }

export const later = {
  swarm: () => import('./screens/explore/SwarmSlot.svelte'),
  bars: () => import('./screens/explore/BarsSlot.svelte'),
  strip: () => import('./screens/explore/MiniStrip.svelte'),
  level: () => import('./screens/explore/LevelStrip.svelte'),
  chance: () => import('./screens/explore/ChanceSlot.svelte'),
  directions: () => import('./screens/explore/Directions.svelte'),
  assumptionRows: () => import('./screens/explore/AssumptionRows.svelte'),
  assumptions: () => import('./screens/explore/AssumptionSheet.svelte'),
  official: () => import('./screens/explore/OfficialPanel.svelte'),
  map: () => import('./screens/explore/MapSlot.svelte'),
  flows: withWords(() => import('./screens/schools/FlowArcs.svelte')),
  schools: withWords(() => import('./screens/schools/Schools.svelte')),
  leverSheet: () => import('./screens/explore/LeverSheet.svelte'),
  why: () => import('./screens/explore/WhyPanel.svelte'),
  door: () => import('./controls/DoorCard.svelte'),
  help: () => import('./controls/HelpDialog.svelte'),
  share: withWords(() => import('./screens/share/ShareDialog.svelte')),
  older: withWords(() => import('./screens/share/OlderModel.svelte')),
  about: withWords(() => import('./controls/AboutDialog.svelte')),
  reader: () => import('./reader/Reader.svelte'),
  data: withWords(() => import('./screens/data/Data.svelte')),
} as const

/** Fetches every later part, one after the other. A part that does not come now is asked for again when it is opened. */
export async function fetchLater(): Promise<void> {
  await learnLater().catch(() => undefined)
  for (const load of Object.values(later)) await load().catch(() => undefined)
}
