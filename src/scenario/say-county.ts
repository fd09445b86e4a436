/*
 * Why a county cannot be built, in both languages.
 */
import type { Bilingual, Level } from '../engine/index.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })
const names: Readonly<Record<Level, Bilingual>> = { primary: both('primary', '小学'), junior: both('junior secondary', '初中') }

export const sayCounty = {
  yearOutside: (year: number, first: number, last: number): Bilingual =>
    both(
      `Figures of ${year} cannot be used: funding norms are on record from ${first}, and counties can be built up to ${last}.`,
      `${year}年的数据不能使用：经费标准自${first}年起有记录，最晚可建${last}年的县。`,
    ),
  yearOutsideHint: both('Use figures of a later or earlier year, and say so in the sources.', '请换用相近年份的数据，并在来源中说明。'),
  manySchools: (schools: number, most: number): Bilingual =>
    both(`${schools} schools are more than the ${most} that a county can have.`, `学校共${schools}所，超过一个县最多${most}所的限度。`),
  manySchoolsHint: both('Check “count”; leave out points without pupils.', '请核对“count”，没有学生的教学点不必列入。'),
  oddRolls: (junior: number, primary: number): Bilingual =>
    both(`${junior} junior pupils do not go with ${primary} primary pupils.`, `初中在校生${junior}人与小学在校生${primary}人不相称。`),
  oddRollsHint: ({ least, most }: { readonly least: number; readonly most: number }): Bilingual =>
    both(
      `Three grades to six: usually about half, at least ${least} and at most ${most} times. Perhaps the two are swapped.`,
      `三个年级对六个年级，一般约为一半，应在${least}至${most}倍之间；请核对两项是否填反。`,
    ),

  notOne: (all: number): Bilingual => both(`The shares add up to ${all} instead of 1.`, `各项比例之和为${all}，应为1。`),
  notOneFrom: (year: number, all: number): Bilingual =>
    both(`From ${year} on the shares add up to ${all} instead of 1.`, `自${year}年起各项比例之和为${all}，应为1。`),
  notOneHint: both('Correct one of them so that the sum is 1.', '请修改其中一项，使合计为1。'),

  noVillages: both('There are rural children or schools, but no villages.', '设有乡村学校或乡村儿童，却没有村庄。'),
  noVillagesHint: both(
    'Give “villages” at least 1, or leave rural schools and children out.',
    '请将“villages”设为1以上，或去掉乡村学校和儿童。',
  ),

  noSchools: (level: Level): Bilingual => both(`No school teaches the ${names[level].en} stage.`, `没有开设${names[level].zh}的学校。`),
  noSchoolsHint: (forms: readonly string[]): Bilingual =>
    both(`Add schools of one of these forms: ${forms.join(', ')}.`, `请加入以下类型的学校：${forms.join('、')}。`),
  onlyPrivate: (level: Level): Bilingual =>
    both(`All schools of the ${names[level].en} stage are private.`, `${names[level].zh}全部为民办学校。`),
  onlyPrivateHint: both('Nearby enrolment needs at least one public school.', '就近入学至少需要一所公办学校。'),
  largePrivate: (level: Level, share: number): Bilingual =>
    both(
      `Private schools of this size would take ${share} times all ${names[level].en} pupils.`,
      `按此规模，民办学校将招收相当于全部${names[level].zh}学生${share}倍的学生。`,
    ),
  largePrivateHint: (most: number): Bilingual =>
    both(
      `“size” is relative to a mean public school; together at most ${most}.`,
      `“size”是相对公办学校平均规模的倍数，合计不超过${most}。`,
    ),
  fewPupils: (level: Level, pupils: number, sections: number): Bilingual =>
    both(
      `${pupils} ${names[level].en} pupils are fewer than one per grade in ${sections} schools.`,
      `${names[level].zh}在校生${pupils}人，分到${sections}所学校，每个年级不足1人。`,
    ),
  fewPupilsHint: (least: number): Bilingual => both(`At least ${least} pupils, or fewer schools.`, `在校生至少${least}人，或减少学校数。`),

  fewRooms: (level: Level, classes: number, rooms: number, size: number): Bilingual =>
    both(
      `More classes than rooms: ${names[level].en} needs at least ${classes} classes, and the teaching area holds ${rooms} rooms of ${size} m².`,
      `班级多于教室：${names[level].zh}至少需要${classes}个班，教学及辅助用房面积只够${rooms}间${size}平方米的教室。`,
    ),
  fewRoomsHint: (least: number): Bilingual =>
    both(
      `At least ${least} m² per pupil are needed; check the unit (m² per pupil).`,
      `生均面积至少需要${least}平方米；请核对单位（平方米/生）。`,
    ),

  fewTeachers: (level: Level, teachers: number, classes: number): Bilingual =>
    both(
      `${teachers} ${names[level].en} teachers are fewer than the ${classes} classes that need one.`,
      `${names[level].zh}专任教师${teachers}人，少于至少需要的${classes}个班。`,
    ),
  manyTeachers: (level: Level, teachers: number, posts: number, times: number): Bilingual =>
    both(
      `More teachers than posts: ${teachers} ${names[level].en} teachers, and ${times} times the approved staffing is ${posts}.`,
      `教师多于岗位：${names[level].zh}专任教师${teachers}人，核定编制的${times}倍为${posts}人。`,
    ),
  teachersHint: both('Check the unit: teachers per 100 pupils, typically 5 to 9.', '请核对单位：每百名学生拥有专任教师数，一般为5至9人。'),

  partOver: (part: number, all: number): Bilingual =>
    both(`${part} per 100 pupils is more than all teachers, ${all} per 100.`, `每百名学生${part}人，超过全部专任教师的${all}人。`),
  partOverHint: both('Check both figures; they count the same teachers.', '请核对两项数据，二者统计的是同一批教师。'),

  cvOfNothing: both('The mean is 0, so there is nothing to be dispersed.', '均值为0，不存在差异系数。'),
  cvOfNothingHint: both('Write 0 here, or give the mean.', '请将此处改为0，或补充均值。'),
  cvTooWide: (cv: number, widest: number, sections: number): Bilingual =>
    both(
      `${sections} schools cannot differ by ${cv}; if one had everything the coefficient would be ${widest}.`,
      `${sections}所学校的差异系数不可能达到${cv}；即使全部集中在一所学校，也只有${widest}。`,
    ),
  cvTooWideHint: both('Dispersion coefficients are mostly between 0.1 and 0.9; 35% is 0.35.', '差异系数一般在0.1至0.9之间，35%写作0.35。'),

  manySeats: (seats: number, general: number): Bilingual =>
    both(
      `Key schools take ${seats} of the junior leavers, all general schools only ${general}.`,
      `优质普通高中招生比例合计${seats}，超过普通高中招生比例${general}。`,
    ),
  manySeatsHint: both('Lower the shares of seats, or raise “generalShare”.', '请调低各校招生比例，或调高“generalShare”。'),
  overAll: (share: number): Bilingual =>
    both(`Migrant and left-behind children together are ${share} of all children.`, `随迁子女与留守儿童之和为全部儿童的${share}。`),
  overAllHint: both('The two groups do not overlap; the sum is at most 1.', '两类儿童不重叠，合计不超过1。'),
}
