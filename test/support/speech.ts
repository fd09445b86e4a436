import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { fill } from '../../src/words/fill.ts'
import { catalogues, type Language } from '../../src/words/index.ts'

/** What pictures need to speak, in a language. */
export const speechIn = (language: Language): Speech => ({ language, t: (key, slots) => fill(catalogues[language][key], slots ?? {}) })
