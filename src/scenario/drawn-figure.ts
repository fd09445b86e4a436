import { items, type CountyDescription, type Level } from '../engine/index.ts'
import { figureOf } from './drawn-items.ts'

/** Whether a school’s figure behind an item is drawn; `schoolId` is its place in the roster, from 1. Never in a county without a roster. */
export function isDrawn({ roster }: CountyDescription, schoolId: number, level: Level, itemId: string): boolean {
  const school = roster?.[schoolId - 1]
  return school !== undefined && figureOf(school, level, items.find(({ id }) => id === itemId)!) === null
}
