import type { Item } from '../declare.ts'
import { aboveDegreeRatio, aboveDegreeTeachers } from './above-degree-teachers.ts'
import { backboneTeachers } from './backbone-teachers.ts'
import { computers } from './computers.ts'
import { libraryBooks } from './library-books.ts'
import { midRankTeachers } from './mid-rank-teachers.ts'
import { multimediaRooms } from './multimedia-rooms.ts'
import { peArtsTeachers } from './pe-arts-teachers.ts'
import { sportsArea, sportsArea2012 } from './sports-area.ts'
import { teacherPupilRatio } from './teacher-pupil-ratio.ts'
import { teachingArea, teachingArea2012 } from './teaching-area.ts'
import { teachingEquipment, teachingEquipment2012 } from './teaching-equipment.ts'

/** The seven items of 2017 in the order of the form. */
export const items2017: readonly Item[] = [aboveDegreeTeachers, backboneTeachers, peArtsTeachers, teachingArea, sportsArea, teachingEquipment, multimediaRooms]

/** The eight items of 2012 in the order of the published tables. */
export const items2012: readonly Item[] = [teachingArea2012, sportsArea2012, teachingEquipment2012, computers, libraryBooks, teacherPupilRatio, aboveDegreeRatio, midRankTeachers]

/** All fifteen items, 2017 first. */
export const items: readonly Item[] = [...items2017, ...items2012]
