import type { Speech } from './prepare/doors.ts'
import { explained } from './prepare/explained.ts'
import { csvOf, type Twin } from './prepare/twin.ts'
import { saveText, type Caption } from './save.ts'

/** Offers the numbers of a picture as CSV, with what their columns mean. */
export const saveTable = (speech: Pick<Speech, 't'>, twin: Twin, { subtitle, source }: Pick<Caption, 'subtitle' | 'source'>, file: string): void =>
  saveText(csvOf(explained(speech, twin, subtitle), source), `${file}.csv`, 'text/csv')
