import type { Bilingual } from '../engine/index.ts'

/** What a scenario is called whose settings were changed after it was named. In both languages at once: a file and a link carry both. */
export const changedFrom = ({ zh, en }: Bilingual): Bilingual => ({ zh: `改自“${zh}”`, en: `changed from “${en}”` })
