import { tick } from 'svelte'
import type { AppState } from '../stores/app-state.svelte.ts'
import { tellUnread } from '../stores/said/tell-unread.ts'
import { textOfFile } from './file-text.ts'

/** Opens a scenario or county dropped on the page, alone of the files dropped with it; what keeps it from being opened is said where such files are opened. */
export async function openDropped(app: AppState, file: Pick<File, 'name' | 'size' | 'arrayBuffer'>, all: readonly Pick<File, 'name'>[] = [file]): Promise<void> {
  void tellUnread(app, file, all)
  const read = await textOfFile(file)
  const problems = 'text' in read ? await app.open(read.text) : [read.problem]
  // the box shows what was refused when it is opened
  app.panels.share = false
  if (problems.length === 0) return
  app.refused = { text: 'text' in read ? read.text : '', problems }
  await tick()
  app.panels.share = true
}
