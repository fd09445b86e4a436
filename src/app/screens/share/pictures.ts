import type { Component } from 'svelte'
import type { CountyDescription } from '../../../engine/index.ts'
import type { Speech } from '../../charts/prepare/doors.ts'
import { isLocated } from '../../charts/prepare/school-map.ts'
import type { Selection } from '../../stores/view/selection.svelte.ts'
import BarsSlot from '../explore/BarsSlot.svelte'
import ChanceSlot from '../explore/ChanceSlot.svelte'
import CvSlot from '../explore/CvSlot.svelte'
import MapSlot from '../explore/MapSlot.svelte'
import SwarmSlot from '../explore/SwarmSlot.svelte'
import Admission from '../schools/Admission.svelte'
import FlowArcs from '../schools/FlowArcs.svelte'
import FlowSankey from '../schools/FlowSankey.svelte'
import LorenzSlot from '../schools/LorenzSlot.svelte'

/** A picture that can be taken away, and what its card is given. */
interface Offered {
  readonly component: Component<Record<string, unknown>>
  readonly props: (selection: Selection) => Readonly<Record<string, unknown>>
}
const offered = (component: unknown, props: Offered['props'] = () => ({})): Offered => ({ component: component as Offered['component'], props })

/** Every picture of Explore and of Schools. */
export const pictures = {
  cv: offered(CvSlot),
  swarm: offered(SwarmSlot, () => ({ wide: true })),
  year: offered(SwarmSlot),
  passing: offered(BarsSlot, () => ({ view: 'passing' })),
  gap: offered(BarsSlot, () => ({ view: 'gap' })),
  chance: offered(ChanceSlot),
  cost: offered(BarsSlot, () => ({ view: 'cost' })),
  map: offered(MapSlot, () => ({ view: 'map' })),
  grid: offered(MapSlot, () => ({ view: 'grid' })),
  // on Explore those of the school pinned last, on Schools those of the school that is open
  arcs: offered(FlowArcs, ({ screen }) => ({ slot: screen !== 'schools' })),
  places: offered(FlowSankey),
  lorenz: offered(LorenzSlot),
  admission: offered(Admission),
} as const satisfies Readonly<Record<string, Offered>>
export type Picture = keyof typeof pictures

/** What the pictures are called, in the order in which they are offered. */
export const pictureNames = ({ t }: Pick<Speech, 't'>, year: number): Readonly<Record<Picture, string>> => ({
  cv: t('slotA.cv'),
  swarm: t('slotA.swarm'),
  year: t('share.figure.year', { year }),
  passing: t('slotA.passing'),
  gap: t('slotA.gap'),
  chance: t('slotA.chance'),
  cost: t('slotA.cost'),
  map: t('slotB.map'),
  grid: t('slotB.grid'),
  arcs: t('flows.tab.schools'),
  places: t('flows.tab.places'),
  lorenz: t('share.figure.lorenz'),
  admission: t('share.figure.admission', { year }),
})

/** The pictures that a county has, with their names: no map where nobody said where its schools lie. */
export const picturesOf = (speech: Pick<Speech, 't'>, year: number, county: Pick<CountyDescription, 'roster'>): readonly (readonly [string, string])[] =>
  Object.entries(pictureNames(speech, year)).filter(([one]) => one !== 'map' || isLocated(county))

const ofTab: Readonly<Partial<Record<Selection['schools']['tab'], Picture>>> = { distribution: 'lorenz', flows: 'places', admission: 'admission' }

/** The picture that somebody is looking at. */
export const pictureOf = ({ screen, schools, slotA }: Pick<Selection, 'screen' | 'schools' | 'slotA'>): Picture => (screen === 'schools' ? ofTab[schools.tab] : undefined) ?? slotA
