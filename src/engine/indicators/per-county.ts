import type { SeenCounty } from '../county/county.ts'

/**
 * A reader of counties whose loops are bound once to each county. What it returns is overwritten by the next reading of the same one.
 *
 * @param bind makes the gauge of a county, with the function that fills it
 */
export function perCounty<Gauge extends { readonly read: () => void }>(bind: (county: SeenCounty) => Gauge): (county: SeenCounty) => Gauge {
  const bound = new WeakMap<SeenCounty, Gauge>()
  return (county) => {
    let gauge = bound.get(county)
    if (gauge === undefined) {
      gauge = bind(county)
      bound.set(county, gauge)
    }
    gauge.read()
    return gauge
  }
}
