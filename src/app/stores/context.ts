import { getContext, setContext } from 'svelte'
import type { AppState } from './app-state.svelte.ts'

const key = Symbol('app')

/** Called once, by App.svelte. */
export const provideApp = (app: AppState): AppState => setContext(key, app)

/** The stores of the app a component stands in. A test provides its own. */
export const useApp = (): AppState => getContext<AppState>(key)
