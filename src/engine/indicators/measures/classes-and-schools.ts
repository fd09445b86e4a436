import { levelCode, type SeenCounty } from '../../county/county.ts'
import { schoolForms } from '../../county/schools.ts'
import { cite, type Level } from '../../declare.ts'
import { caps2017 } from '../../norms/government-items.ts'
import { defineMeasure } from '../declare.ts'
import { counts, quotient } from './over-sections.ts'

/*
 * Government items 3 to 5: music and art rooms, school size, class size. A campus with a primary stage counts once, at the
 * primary level, so the two levels add up to the county.
 */

const combined = schoolForms.map((form) => form === 'nine-year' || form === 'twelve-year')

/** Counts campuses of a level, or of both, for which a test of (pupils, classes, campus row) holds. */
function campuses({ sections, schools }: SeenCounty, level: Level | undefined, test: (pupils: number, classes: number, school: number) => boolean): number {
  const { school, level: stage, roll, classes, open } = sections
  const pupils = new Int32Array(schools.count)
  const groups = new Int32Array(schools.count)
  const first = new Int8Array(schools.count).fill(2)
  const n = sections.count
  for (let s = 0; s < n; s++) {
    if (open[s] === 0 || roll[s] === 0) continue
    const k = school[s]
    pupils[k] += roll[s]
    groups[k] += classes[s]
    if (stage[s] < first[k]) first[k] = stage[s]
  }
  const code = level === undefined ? -1 : levelCode(level)
  let found = 0
  for (let k = 0; k < first.length; k++) if (first[k] < 2 && (code < 0 || first[k] === code) && test(pupils[k], groups[k], k)) found++
  return found
}

function shortOfRooms(county: SeenCounty, level?: Level): number {
  const { musicRooms, artRooms } = county.schools
  return campuses(county, level, (_, classes, k) => {
    const needed = Math.ceil(classes / caps2017.classesPerSpecialRoom)
    return musicRooms[k] < needed || artRooms[k] < needed
  })
}

const oversize = (county: SeenCounty, level?: Level): number =>
  campuses(county, level, (pupils, _, k) => pupils > (combined[county.schools.form[k]] ? caps2017.combinedSchool : caps2017.school))

function oversizeClassesOf(county: SeenCounty, level?: Level): number {
  const { sections } = county
  let sum = 0
  for (let s = 0; s < sections.count; s++)
    if (counts(county, s, level === undefined ? sections.level[s] : levelCode(level))) sum += sections.oversize[s]
  return sum
}

/** G3: schools short of music or art rooms. */
export const specialRooms = defineMeasure({
  id: 'G3-special-rooms',
  standing: 'official',
  text: {
    name: { en: 'Schools short of music or art rooms', zh: '音乐、美术专用教室不足的学校数' },
    reading: { en: 'One music room and one art room of qualifying size for every 12 classes, rounded up; each kind on its own.', zh: '每12个班级配备音乐、美术专用教室各1间以上（面积达标），两类分别核算。' },
  },
  unit: 'count',
  better: 'lower',
  formula: { en: 'schools with music rooms < ⌈classes ÷ 12⌉ or art rooms < ⌈classes ÷ 12⌉', zh: '音乐教室数 < ⌈班级数 ÷ 12⌉ 或美术教室数 < ⌈班级数 ÷ 12⌉ 的学校数' },
  source: cite('balance-form-2017', { en: 'government item 3: one music and one art room per 12 classes, 96 and 90 m² or more', zh: '政府保障程度第3项：每12个班配备音乐、美术专用教室各1间，面积分别不小于96和90平方米' }, 'high'),
  thresholds: { primary: { atMost: 0 }, junior: { atMost: 0 } },
  measure: (county, level) => shortOfRooms(county, level),
  wholeCounty: (county) => shortOfRooms(county),
})

/** G4: oversize schools. */
export const oversizeSchools = defineMeasure({
  id: 'G4-oversize-schools',
  standing: 'official',
  text: {
    name: { en: 'Oversize schools', zh: '超规模学校数' },
    reading: { en: 'Primary and junior schools over 2,000 pupils; nine- and twelve-year schools over 2,500 in compulsory grades.', zh: '小学、初中超过2000人，九年一贯制、十二年一贯制学校义务教育阶段超过2500人的学校数。' },
  },
  unit: 'count',
  better: 'lower',
  formula: { en: 'schools with pupils in compulsory grades > cap', zh: '义务教育阶段学生数超过规模上限的学校数' },
  source: cite('balance-form-2017', { en: 'government item 4', zh: '政府保障程度第4项' }, 'high'),
  thresholds: { primary: { atMost: 0 }, junior: { atMost: 0 } },
  measure: (county, level) => oversize(county, level),
  wholeCounty: (county) => oversize(county),
})

/** G5: oversize classes. */
export const oversizeClasses = defineMeasure({
  id: 'G5-oversize-classes',
  standing: 'official',
  text: {
    name: { en: 'Oversized classes', zh: '大班额班数' },
    reading: { en: 'Primary classes over 45 and junior classes over 50 pupils.', zh: '小学超过45人、初中超过50人的班级数。' },
  },
  unit: 'count',
  better: 'lower',
  formula: { en: 'classes with pupils > 45 (primary) or > 50 (junior)', zh: '学生数超过45人（小学）或50人（初中）的班级数' },
  source: cite('balance-form-2017', { en: 'government item 5', zh: '政府保障程度第5项' }, 'high'),
  thresholds: { primary: { atMost: 0 }, junior: { atMost: 0 } },
  measure: (county, level) => oversizeClassesOf(county, level),
  wholeCounty: (county) => oversizeClassesOf(county),
})

/** Pupils per class. */
export const classSize = defineMeasure({
  id: 'class-size',
  standing: 'research',
  text: {
    name: { en: 'Pupils per class', zh: '平均班额' },
    reading: { en: 'All pupils ÷ all classes.', zh: '在校生数与班级数之比。' },
  },
  unit: 'pupils',
  better: 'neither',
  formula: { en: 'pupils ÷ classes', zh: '在校生数 ÷ 班级数' },
  source: cite('balance-form-2017', { en: 'class sizes as the form counts them', zh: '班额口径与填报表一致' }, 'medium'),
  thresholds: {},
  measure: (county, level) => quotient(county, level, 'roll', 'classes'),
})
