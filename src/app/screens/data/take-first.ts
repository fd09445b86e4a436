import type { AppState } from '../../stores/app-state.svelte.ts'
import type { RosterImport } from '../../stores/roster/import.svelte.ts'
import { tellUnread } from '../../stores/said/tell-unread.ts'

/** Reads the first of the files given to a job that reads one table at a time; of the others it is said that they were not. */
export async function takeFirst(app: AppState, roster: RosterImport, files: readonly File[]): Promise<void> {
  const [file] = files
  if (!file) return
  void tellUnread(app, file, files)
  performance.mark('roster-chosen')
  await roster.take(file)
  performance.mark('roster-ready')
}
