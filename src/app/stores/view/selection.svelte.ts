import type { Level } from '../../../engine/index.ts'
import type { Edition, Standard } from '../../charts/prepare/frame.ts'
import { usualSchoolsView, type SchoolsView } from './schools-view.ts'
import { pinLimit, type Screen, type SlotA, type SlotB, type View } from './view.ts'

/** What is being looked at. One object for every screen, so that a choice made in one picture holds in all. */
export class Selection {
  screen = $state<Screen>('explore')
  year = $state(0)
  level = $state<Level>('primary')
  standard = $state<Standard>('balance-2017')
  edition = $state<Edition>('strict')
  item = $state('Q2')
  slotA = $state<SlotA>('cv')
  slotB = $state<SlotB>('map')
  pinned = $state.raw<readonly number[]>([])
  school = $state(-1)
  place = $state('all')
  status = $state('all')
  schools = $state.raw<SchoolsView>(usualSchoolsView)
  /** What is typed to find a school. Not part of a link, which carries no school data. */
  find = $state('')
  /** Section under the pointer or focus; −1 = none. Not part of a link. */
  hovered = $state(-1)
  /** Section that the keyboard held last, on the map or in the swarm; −1 = none yet. Not part of a link. */
  focused = $state(-1)

  constructor(first: View) {
    this.restore(first)
  }

  restore(view: View): void {
    this.screen = view.screen
    this.year = view.year
    this.level = view.level
    this.standard = view.standard
    this.edition = view.edition
    this.item = view.item
    this.slotA = view.slotA
    this.slotB = view.slotB
    this.pinned = view.pinned
    this.school = view.school
    this.place = view.place
    this.status = view.status
    this.schools = view.schools
    this.find = ''
    // what lay under a pointer is not there any more
    this.hovered = -1
  }

  /** What a link restores of it. */
  get shown(): Omit<View, 'language' | 'projector' | 'hideNames'> {
    const { screen, year, level, standard, edition, item, slotA, slotB, pinned, school, place, status, schools } = this
    return { screen, year, level, standard, edition, item, slotA, slotB, pinned, school, place, status, schools }
  }

  /** Changes what the Schools screen shows. */
  showSchools(change: Partial<SchoolsView>): void {
    this.schools = { ...this.schools, ...change }
  }

  /** Lets go of every filter of the Schools screen. */
  clearFilters(): void {
    this.place = 'all'
    this.status = 'all'
    this.find = ''
  }

  /** Lets go of the schools of a county that leaves the screen. */
  leaveSchools(): void {
    this.pinned = []
    this.school = -1
    this.hovered = -1
    this.focused = -1
    this.find = ''
  }

  /** Pins a school or lets it go; with as many pinned as may be the oldest goes. */
  pin(section: number): void {
    this.pinned = this.pinned.includes(section) ? this.pinned.filter((one) => one !== section) : [...this.pinned, section].slice(-pinLimit)
  }
}
