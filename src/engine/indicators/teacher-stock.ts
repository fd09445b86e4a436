import type { SeenCounty } from '../county/county.ts'

/** The columns of a section that official items count teachers in. */
export type TeacherStock = 'staff' | 'aboveDegree' | 'midRank' | 'backbone' | 'peArts'

/** The parts of an item that counts teachers of a section. */
export const teacherStock = (teachers: TeacherStock) => ({
  counts: { teachers },
  stock: (county: SeenCounty, section: number): number => county.sections[teachers][section],
})
