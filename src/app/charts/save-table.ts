import type { Speech } from './prepare/doors.ts'
import { explained } from './prepare/explained.ts'
import type { Twin } from './prepare/twin.ts'
import { csvOf } from './prepare/twin-files.ts'
import { saveText } from './save.ts'
import type { CardCaption } from './sheet.ts'

/** Offers the numbers of a picture as CSV, with what their columns mean. */
export const saveTable = (speech: Pick<Speech, 't'>, twin: Twin, { measure, source }: Pick<CardCaption, 'measure' | 'source'>, file: string): void =>
  saveText(csvOf(explained(speech, twin, measure), source), `${file}.csv`, 'text/csv')
