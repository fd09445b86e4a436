import { allotEn } from './allot.en.ts'
import { allotZh } from './allot.zh.ts'
import { fileEn } from './file.en.ts'
import { fileZh } from './file.zh.ts'
import { historyEn } from './history.en.ts'
import { historyZh } from './history.zh.ts'
import type { Language, LateWords } from './index.ts'

/** Words that come with the Data screen. */
export const dataScreenWords: Readonly<Record<Language, LateWords>> = { zh: { ...allotZh, ...historyZh, ...fileZh }, en: { ...allotEn, ...historyEn, ...fileEn } }
