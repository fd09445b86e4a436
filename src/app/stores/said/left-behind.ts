import type { AppState } from '../app-state.svelte.ts'
import { learnLater } from './spoken.svelte.ts'

/** Says that another window has moved to a newer build; it takes the place of the word that there is one, as there is nothing to decide any more. */
export async function tellLeftBehind({ notices, language: { t } }: AppState): Promise<void> {
  await learnLater()
  notices.tell({ id: 'newer', text: () => t('newer.elsewhere'), action: { label: () => t('status.reload'), run: () => location.reload() }, later: () => t('status.later') })
}
