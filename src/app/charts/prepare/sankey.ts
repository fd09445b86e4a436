/*
 * Two columns of nodes and bands between them, as wide as what flows. Our own small layout: d3-sankey settles many layers by
 * relaxation, while here both columns have a fixed order that means something (town, township, countryside).
 */

/** A flow between a node on the left and one on the right. */
export interface SankeyLink<N extends string> {
  readonly from: N
  readonly to: N
  readonly teachers: number
}

/** A node with its place on the vertical axis. */
export interface SankeyNode<N extends string> {
  readonly id: N
  readonly total: number
  readonly top: number
  readonly height: number
}

/** A band: the middle of each end and its width. */
export interface SankeyBand<L> {
  readonly link: L
  readonly left: number
  readonly right: number
  readonly width: number
}

/** Where nodes and bands lie; pixels. */
export interface SankeyLayout<N extends string, L> {
  readonly left: readonly SankeyNode<N>[]
  readonly right: readonly SankeyNode<N>[]
  readonly bands: readonly SankeyBand<L>[]
  /** Pixels per unit of flow. */
  readonly scale: number
}

function column<N extends string>(order: readonly N[], totals: ReadonlyMap<N, number>, scale: number, gap: number, height: number): SankeyNode<N>[] {
  const there = order.filter((id) => (totals.get(id) ?? 0) > 0)
  const used = there.reduce((sum, id) => sum + totals.get(id)! * scale, 0) + Math.max(0, there.length - 1) * gap
  let top = (height - used) / 2
  return there.map((id) => {
    const node = { id, total: totals.get(id)!, top, height: totals.get(id)! * scale }
    top += node.height + gap
    return node
  })
}

/**
 * Lays links out in a height of pixels.
 *
 * @param order order of the nodes of each side, top to bottom; nodes without flow are left out
 * @param gap   pixels between nodes
 */
export function sankeyLayout<N extends string, L extends SankeyLink<N>>(links: readonly L[], order: { readonly left: readonly N[]; readonly right: readonly N[] }, height: number, gap: number): SankeyLayout<N, L> {
  const totals = (side: 'from' | 'to') => {
    const sums = new Map<N, number>()
    for (const link of links) sums.set(link[side], (sums.get(link[side]) ?? 0) + link.teachers)
    return sums
  }
  const [outward, inward] = [totals('from'), totals('to')]
  const all = links.reduce((sum, link) => sum + link.teachers, 0)
  const gaps = Math.max(0, Math.max(outward.size, inward.size) - 1) * gap
  const scale = all > 0 ? Math.max(0, height - gaps) / all : 0
  const left = column(order.left, outward, scale, gap, height)
  const right = column(order.right, inward, scale, gap, height)
  const [usedLeft, usedRight] = [new Map<N, number>(), new Map<N, number>()]
  const place = (nodes: readonly SankeyNode<N>[], used: Map<N, number>, id: N, width: number): number => {
    const before = used.get(id) ?? 0
    used.set(id, before + width)
    return (nodes.find((node) => node.id === id)?.top ?? 0) + before + width / 2
  }
  const by = (a: L, b: L) => order.left.indexOf(a.from) - order.left.indexOf(b.from) || order.right.indexOf(a.to) - order.right.indexOf(b.to)
  const bands = [...links].sort(by).map((link) => {
    const width = link.teachers * scale
    return { link, left: place(left, usedLeft, link.from, width), right: place(right, usedRight, link.to, width), width }
  })
  return { left, right, bands, scale }
}

/** The outline of a band between two verticals. */
export function bandPath({ left, right, width }: SankeyBand<unknown>, x0: number, x1: number): string {
  const half = Math.max(width, 1) / 2
  const middle = (x0 + x1) / 2
  return `M${x0},${left - half}C${middle},${left - half} ${middle},${right - half} ${x1},${right - half}V${right + half}C${middle},${right + half} ${middle},${left + half} ${x0},${left + half}Z`
}
