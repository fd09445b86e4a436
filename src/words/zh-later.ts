import { allotZh } from './allot.zh.ts'
import { dataZh } from './data.zh.ts'
import { fileZh } from './file.zh.ts'
import { helpZh } from './help.zh.ts'
import { historyZh } from './history.zh.ts'
import { officialZh } from './official.zh.ts'
import { picturesZh } from './pictures.zh.ts'
import { schoolsZh } from './schools.zh.ts'
import { shareZh } from './share.zh.ts'
import { sheetsZh } from './sheets.zh.ts'

/** Interface words in Chinese of everything that opens later. */
export const words = { ...dataZh, ...allotZh, ...fileZh, ...helpZh, ...historyZh, ...officialZh, ...picturesZh, ...schoolsZh, ...shareZh, ...sheetsZh }
