import { blockInGrade, firstPupil } from '../county/cohorts.ts'
import { optionsPerPlace } from '../county/pupils.ts'
import type { County } from '../county/county.ts'
import { listOptions } from './choice-sets.ts'
import { choiceParameters, type ChoiceYear as Now } from './choice-parameters.ts'
import { choiceLoops } from './choice-ranking.ts'
import { defineProcess } from './declare.ts'

/*
 * School choice. Families of children who enter grade 1 or 7 list up to three schools they may and can reach.
 * Who decides: the family. About half take the zone school; the others trade distance against the mean score they believe in.
 * What it ignores: brothers and sisters, prices of housing, true value added (families do not see it).
 */

/** Base utility of every option this year, without the family’s own part. */
export function baseUtilities(county: County, now: Now, level: 0 | 1, base: Float64Array): void {
  const { places, options, sections, schools } = county
  const { set, rules } = now
  for (let v = 0; v < places.count; v++) {
    const m = (level * places.capacity + v) * optionsPerPlace
    for (let k = 0; k < optionsPerPlace && options.section[m + k] >= 0; k++) {
      const s = options.section[m + k]
      const owner = schools.owner[sections.school[s]]
      const boards = level === 1 && schools.boarding[sections.school[s]] === 1
      const km = boards && options.km[m + k] > 4 ? 4 + 0.25 * (options.km[m + k] - 4) : options.km[m + k]
      const pooled = rules.county.zonePooling > 0 && k <= 2 && owner === 0
      const away = k === 0 || pooled ? 0 : owner === 2 ? set.privateCost : set.outOfZone - rules.county.choiceCurb
      base[m + k] = set.distance * km + set.believedMean * (sections.belief[s] + rules.sections.repute[s]) + set.valueAdded * sections.valueAdded[s] + away
    }
  }
}

export const schoolChoice = defineProcess({
  id: 'school-choice',
  text: {
    name: { en: 'School choice', zh: '择校意愿' },
    summary: {
      en: 'Families of entrants rank the schools in reach by distance, by the mean score they believe in, and by chances of a key senior high.',
      zh: '新生家庭按距离、认知中的学校成绩和升学机会对可选学校排序。',
    },
  },
  parameters: choiceParameters,
  streams: ['school-choice.taste', 'school-choice.rule', 'school-choice.motive'],
  reads: ['blocks.grade', 'blocks.size', 'pupils.id', 'pupils.home', 'pupils.background', 'places.x', 'places.y', 'places.primaryZone', 'places.juniorZone', 'sections.id', 'sections.school', 'sections.level', 'sections.open', 'sections.kind', 'sections.belief', 'sections.valueAdded', 'sections.keyChance', 'schools.owner', 'schools.boarding', 'schools.x', 'schools.y', 'rules.zonePooling', 'rules.choiceCurb', 'rules.repute'],
  touches: ['pupils.wishes', 'options.section', 'options.km', 'places.listed'],
  bind(county) {
    const loops = choiceLoops(county)
    const choose = (now: Now, level: 0 | 1): void => {
      const block = blockInGrade(county, level === 0 ? 1 : 7)
      if (block < 0) return
      baseUtilities(county, now, level, loops.base)
      loops.prepare(now, level)
      loops.rankAll(firstPupil(county, block), county.blocks.size[block], level, now.set.simpleRule, level === 1 ? now.set.strategic : 0, now.set.chance)
    }
    return (now) => {
      listOptions(county)
      choose(now, 0)
      choose(now, 1)
    }
  },
})
