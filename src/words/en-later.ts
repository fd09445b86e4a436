import { allotEn } from './allot.en.ts'
import { dataEn } from './data.en.ts'
import { fileEn } from './file.en.ts'
import { helpEn } from './help.en.ts'
import { historyEn } from './history.en.ts'
import { officialEn } from './official.en.ts'
import { picturesEn } from './pictures.en.ts'
import { schoolsEn } from './schools.en.ts'
import { shareEn } from './share.en.ts'
import { sheetsEn } from './sheets.en.ts'

/** Interface words in English of everything that opens later. */
export const words = { ...dataEn, ...allotEn, ...fileEn, ...helpEn, ...historyEn, ...officialEn, ...picturesEn, ...schoolsEn, ...shareEn, ...sheetsEn }
