import type { SetOn } from '../../stores/draft/set-days.ts'
import type { Speech } from './doors.ts'

/** Who set something and when: “set by the user on 2026-11-27”, “from the file that was opened, day not recorded”. */
export function setText({ t }: Pick<Speech, 't'>, { day, came }: SetOn = {}): string {
  if (day === undefined) return t(came ? `set.${came}` : 'set.unknown')
  return t(came ? 'set.file.day' : 'set.here', { day })
}

/** When a figure was entered by hand: its day, and whether it came with a file. */
export function enteredOn({ t }: Pick<Speech, 't'>, { day = t('set.no-day'), came }: SetOn = {}): string {
  return came ? day + t('mark.bracketed', { what: t('set.from-file') }) : day
}
