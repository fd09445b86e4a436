import { levels, type Level, type PlaceKind } from '../../../engine/index.ts'
import { editions, type Edition, type Standard } from '../../charts/prepare/frame.ts'
import { languages, type Language } from '../../../words/index.ts'
import { readSchoolsView, writeSchoolsView, type SchoolsView } from './schools-view.ts'

export const screens = ['explore', 'schools', 'data'] as const
export type Screen = (typeof screens)[number]
export const slotAViews = ['cv', 'swarm', 'passing', 'gap', 'chance', 'cost'] as const
export type SlotA = (typeof slotAViews)[number]
export const slotBViews = ['map', 'grid', 'flows'] as const
export type SlotB = (typeof slotBViews)[number]

/** Schools that can be pinned at a time. */
export const pinLimit = 5

/** What is being looked at: everything a link must restore besides the scenario. */
export interface View {
  readonly screen: Screen
  readonly year: number
  readonly level: Level
  readonly standard: Standard
  /** How the text of 2017 is read: as it stands, or with the relaxations of the working rules. */
  readonly edition: Edition
  readonly item: string
  readonly slotA: SlotA
  readonly slotB: SlotB
  /** Section numbers, up to `pinLimit`. */
  readonly pinned: readonly number[]
  /** Section whose drawer is open on the Schools screen; −1 = none. */
  readonly school: number
  readonly language: Language
  /** Filters of the Schools screen. */
  readonly place: string
  readonly status: string
  readonly schools: SchoolsView
  /** Large letters and fewer pictures, for a room. */
  readonly projector: boolean
  /** Schools go under codes. */
  readonly hideNames: boolean
}

/** Filters of the Schools screen: everything, or schools of a place, or by how they stand. */
const places: readonly ('all' | PlaceKind)[] = ['all', 'county-town', 'township', 'rural']
const statuses = ['all', 'passing', 'not-passing', 'below']
/** `below` an item’s 85%: an item of the standard that has such, beside `below` that of any. */
const ofItem = /^below\.Q[1-7]$/

const standards: readonly Standard[] = ['balance-2017', 'balance-2012']

/** A view as the fragment of an address: short keys, only what differs from `usual`. */
export function writeView(view: View, usual: View): string {
  const parts = new URLSearchParams()
  if (view.screen !== usual.screen) parts.set('s', view.screen)
  if (view.year !== usual.year) parts.set('y', String(view.year))
  if (view.level !== usual.level) parts.set('l', view.level)
  if (view.standard !== usual.standard) parts.set('n', view.standard)
  if (view.edition !== usual.edition) parts.set('d', view.edition)
  if (view.item !== usual.item) parts.set('i', view.item)
  if (view.slotA !== usual.slotA) parts.set('a', view.slotA)
  if (view.slotB !== usual.slotB) parts.set('b', view.slotB)
  if (view.pinned.length > 0) parts.set('p', view.pinned.join('.'))
  if (view.school >= 0) parts.set('k', String(view.school))
  if (view.language !== usual.language) parts.set('g', view.language)
  if (view.place !== usual.place) parts.set('w', view.place)
  if (view.status !== usual.status) parts.set('t', view.status)
  writeSchoolsView(view.schools, parts)
  if (view.projector) parts.set('m', '1')
  if (view.hideNames) parts.set('h', '1')
  return parts.toString()
}

const oneOf = <T extends string>(all: readonly T[], text: string | null, usual: T): T => all.find((one) => one === text) ?? usual

/** Items a standard has begin with its letter; another’s item is none of it. */
const itemLetter: Readonly<Record<Standard, string>> = { 'balance-2017': 'Q', 'balance-2012': 'B' }

/** The item asked for, if the standard has it; else the usual one, or the standard’s first. */
function itemIn(standard: Standard, asked: string, usual: string): string {
  const belongs = (item: string) => item.startsWith(itemLetter[standard])
  return belongs(asked) ? asked : belongs(usual) ? usual : `${itemLetter[standard]}1`
}

/** Reads a fragment; whatever is missing or unknown stays as usual. */
export function readView(text: string, usual: View): View {
  const parts = new URLSearchParams(text)
  const year = Number(parts.get('y') ?? NaN)
  const standard = oneOf(standards, parts.get('n'), usual.standard)
  const pinned = (parts.get('p') ?? '').split('.').filter((id) => /^\d+$/.test(id)).map(Number)
  return {
    screen: oneOf(screens, parts.get('s'), usual.screen),
    year: Number.isInteger(year) ? year : usual.year,
    level: oneOf(levels, parts.get('l'), usual.level),
    standard,
    edition: oneOf(editions, parts.get('d'), usual.edition),
    item: itemIn(standard, parts.get('i') ?? usual.item, usual.item),
    slotA: oneOf(slotAViews, parts.get('a'), usual.slotA),
    slotB: oneOf(slotBViews, parts.get('b'), usual.slotB),
    pinned: pinned.slice(0, pinLimit),
    school: /^\d+$/.test(parts.get('k') ?? '') ? Number(parts.get('k')) : -1,
    language: oneOf(languages, parts.get('g'), usual.language),
    place: oneOf<string>(places, parts.get('w'), usual.place),
    status: ofItem.test(parts.get('t') ?? '') ? parts.get('t')! : oneOf(statuses, parts.get('t'), usual.status),
    schools: readSchoolsView(parts),
    projector: parts.get('m') === '1',
    hideNames: parts.get('h') === '1',
  }
}
