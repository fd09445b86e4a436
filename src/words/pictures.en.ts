import type { PicturesWords } from './pictures.zh.ts'

/** What stands behind whole pictures, in English. */
export const picturesEn = {
  'about.cv': 'Blue: the item chosen, median of the runs; grey: the other items; short dashes: baseline; long dashes: limit. ',
  'about.swarm': 'A dot is a school, its shape and hue the kind of place, hollow under 85% of the standard; long dashes: standard, dots: 85% of it; above a torn line schools are beyond the scale.',
  'about.map': 'A mark is a school, its position schematic, its shape and hue the kind of place; the badge tells how it stands, a nine-year school has one for each stage.',
  'about.chance': 'A dot is a junior school; those with fewer than 10 leavers do not count for the range.',
  'about.years': 'Line: scenario, median of the runs; band: about the middle four fifths of them; short dashes: baseline of the same seeds.',
  'about.cost': 'Colours: policy groups, below zero what is saved; line across: total of the year; upright line: about the middle four fifths of the runs.',
  'about.lorenz': 'Pupils in order of what their school has of the item, least first: across, their share of all pupils; up, their share of the item.',
  'about.flows': 'Width counts moves of teachers; somebody who moves twice counts twice.',
  'about.standard': '{level} standard {standard}, 85% of it {floor}',
  'about.standard.none': 'this standard sets no value for each school',
  'about.model': 'from the model, person by person; rules and parameters are in its description',
  'caution.none': 'No school is assessed ({level}): the verdict says nothing of that stage.',
  'caution.few': 'Only {count} {count:school is|schools are} assessed ({level}): CVs are judged by the limit all the same, but one teacher more or less may change the result.',
  'caution.one': 'Only one school is assessed ({level}): there is nothing to compare it with, the CV is always 0 and says nothing of balance.',
  'caution.missing': 'No figures, so not judged and not counted as met: {items}',
  'caution.zero': 'None in the whole county, so no CV and not counted as met: {items}',
  'caution.mend': 'Add them in Data',
  'lorenz.none': '{item}, {year}: no curve, as no school is assessed or there is none of it',
  'lorenz.title': '{item} in {year}: the schools with least, where 20% of pupils go, have {share} of the county’s ({before} in {first})',
  'lorenz.subtitle': '{level}, cumulative by pupils; nearer to the diagonal is more even. Dashed: first year. Run 1',
  'lorenz.point': '{year}: the schools with least, where {pupils} of pupils go, have {share} of {item}',
  'lorenz.pupils': 'Share of pupils, least first',
} as const satisfies PicturesWords
