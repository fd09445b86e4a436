import { blockInGrade } from '../county/cohorts.ts'
import { cohorts } from '../county/county.ts'
import { fillCohort } from './cohort-entry.ts'
import { defineProcess } from './declare.ts'
import { demographyParameters } from './demography-parameters.ts'
import { familyMoves } from './family-moves.ts'

/*
 * Demography. The leavers of last June go, every grade moves up, and the six-year-olds of each place arrive.
 * Who decides: births of six and seven years ago, and families who move towards the county town with their children.
 * What it ignores: deaths, moves out of the county in the middle of schooling, moves back to the countryside.
 */

export const demography = defineProcess({
  id: 'demography',
  text: {
    name: { en: 'Demography', zh: '人口变动' },
    summary: {
      en: 'Leavers go, grades move up, children of each place enter grade 1, some families move townwards.',
      zh: '毕业生离校，各年级升级，各地适龄儿童入学，部分家庭进城进镇。',
    },
  },
  parameters: demographyParameters,
  streams: ['demography.rounding', 'demography.background', 'demography.early', 'demography.origin', 'demography.mobility', 'demography.turn', 'demography.where', 'demography.straight'],
  reads: ['places.kind', 'places.births', 'places.growth', 'places.migrants', 'places.leftBehind', 'places.background', 'places.readiness', 'places.township', 'places.primaryZone', 'places.juniorZone', 'sections.open', 'sections.firstSlot', 'sections.slots', 'slots.section', 'sections.roll'],
  touches: ['blocks.grade', 'blocks.entry', 'blocks.size', 'pupils.id', 'pupils.home', 'pupils.slot', 'pupils.standing', 'pupils.since', 'pupils.mobility', 'pupils.background', 'pupils.early', 'pupils.durable', 'pupils.input', 'classes.size', 'classes.scores', 'classes.background', 'sections.rollLastOctober'],
  bind(county) {
    const { blocks, sections } = county
    const moveFamilies = familyMoves(county)
    return (now) => {
      for (let s = 0; s < sections.count; s++) sections.rollLastOctober[s] = sections.roll[s]
      const leaving = blockInGrade(county, 9)
      for (let b = 0; b < cohorts; b++) if (b !== leaving && blocks.grade[b] > 0) blocks.grade[b]++
      blocks.grade[leaving] = 1
      fillCohort(county, leaving, now.year, now)
      moveFamilies(now)
    }
  },
})

