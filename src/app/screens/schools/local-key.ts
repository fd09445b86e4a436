import type { SectionFacts } from '../../../engine/index.ts'
import type { AppState } from '../../stores/app-state.svelte.ts'

/** What trials for a school hang on: the school, the year and standard it is looked at by, and all that decides results. */
export const localKey = (app: Pick<AppState, 'year' | 'standardKey' | 'groundKey'>, { section }: Pick<SectionFacts, 'section'>): string => `${section}|${app.year}|${app.standardKey}|${app.groundKey}`
