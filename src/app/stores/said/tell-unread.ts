import type { AppState } from '../app-state.svelte.ts'
import { learnLater } from './spoken.svelte.ts'

/** Names of files in one notice. */
const mostNamed = 5

/** Says which of several files given at once were not read, where one is read at a time. */
export async function tellUnread(app: AppState, read: Pick<File, 'name'>, files: readonly Pick<File, 'name'>[]): Promise<void> {
  const others = files.filter((one) => one !== read).map(({ name }) => name)
  if (others.length === 0) return
  // words that do not come now are asked for again by the next part that needs them
  await learnLater().catch(() => undefined)
  const { t } = app.language
  const names = () => others.slice(0, mostNamed).join(t('mark.list')) + (others.length > mostNamed ? '…' : '')
  app.notices.tell({ id: 'unread', text: () => t('data.unread', { file: read.name, count: others.length, files: names() }) })
}
