import { blockInGrade, countRolls } from '../county/cohorts.ts'
import { admissionParameters } from './admission-parameters.ts'
import { defineProcess } from './declare.ts'
import { placementLoops } from './placement.ts'
import { tally } from './standings.ts'

/*
 * Admission to grades 1 and 7. Each school takes those with the best claim until it is full: children of its zone first, then
 * by lottery; who is refused tries the next wish; who is refused everywhere is placed in the zone school, which must take him.
 * Who decides: zones, capacity, lottery numbers.
 * What it ignores: illegal selection. Classes of the new grade are formed evenly.
 */

export const admission = defineProcess({
  id: 'admission',
  text: {
    name: { en: 'Admission', zh: '招生录取' },
    summary: { en: 'Zones first, then lottery, within capacity; new classes are formed evenly.', zh: '先片内后摇号，按学位容量录取，新生均衡编班。' },
  },
  parameters: admissionParameters,
  streams: ['admission.lottery', 'admission.boards'],
  reads: ['blocks.grade', 'blocks.size', 'pupils.id', 'pupils.home', 'pupils.wishes', 'pupils.background', 'pupils.durable', 'pupils.input', 'places.primaryZone', 'places.juniorZone', 'options.section', 'sections.id', 'sections.school', 'sections.level', 'sections.firstSlot', 'sections.slots', 'sections.classesPerGrade', 'schools.owner', 'schools.boarding', 'slots.section', 'places.x', 'places.y', 'schools.x', 'schools.y', 'rules.places', 'rules.zonePooling'],
  touches: ['pupils.slot', 'pupils.since', 'pupils.standing', 'classes.size', 'classes.scores', 'classes.background', 'sections.roll', 'sections.classes', 'sections.oversize', 'sections.largestClass', 'sections.intake', 'sections.boarders', 'sections.migrants', 'sections.leftBehind', 'sections.zoned'],
  bind(county) {
    const loops = placementLoops(county)
    return (now) => {
      county.sections.intake.fill(0)
      for (const [level, grade] of [[0, 1], [1, 7]] as const) {
        const block = blockInGrade(county, grade)
        if (block >= 0) loops.place(now, block, level)
      }
      countRolls(county)
      tally(county)
    }
  },
})
