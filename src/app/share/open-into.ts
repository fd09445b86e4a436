import type { Problem } from '../../engine/index.ts'
import { unloaded } from '../../words/unloaded.ts'
import type { AppState } from '../stores/app-state.svelte.ts'

/** Fetches what opening needs, which the first screen does without, and opens a text if it is still wanted then; the problems if it cannot. */
export async function openInto(app: AppState, text: string, wanted = () => true): Promise<readonly Problem[]> {
  const parts = await Promise.all([import('./open-read.ts'), app.fetchCounties()]).catch(() => null)
  if (!wanted()) return []
  return parts ? parts[0].openRead(app, text) : [unloaded]
}
