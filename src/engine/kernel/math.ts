/*
 * Portable elementary functions: only + - * /, sqrt and exact bit access, so that every JavaScript engine gives the same
 * bits. `Math.exp`, `Math.log` and friends are left to each implementation and do differ (7 to 10% of arguments).
 * Method: fdlibm's exp and log; normal quantile by Wichura's AS 241 (PPND16, 1988).
 */

const bits = new Float64Array(1)
const words = new Int32Array(bits.buffer)
const high = ((): number => {
  bits[0] = 1
  return words[1] === 0 ? 0 : 1
})()

const ln2High = 6.93147180369123816490e-1
const ln2Low = 1.90821492927058770002e-10
const log2e = 1.442695040888963387

/** 2^k for k = −1022 … 1023, at index k + 1022; exact. */
const powersOfTwo = new Float64Array(2046)
{
  let power = 1
  for (let k = 0; k <= 1023; k++, power *= 2) powersOfTwo[1022 + k] = power
  power = 1
  for (let k = 0; k >= -1022; k--, power /= 2) powersOfTwo[1022 + k] = power
}

/** Natural logarithm of a normal positive number; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  let k = 0
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984
    k = -54
  }
  bits[0] = x
  const exponent = (words[high] >> 20) - 1023
  k += exponent
  let m = exponent === 1023 ? x * powersOfTwo[0] * 0.5 : x * powersOfTwo[1022 - exponent]
  if (m > 1.4142135623730951) {
    m *= 0.5
    k++
  }
  const f = m - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const half = 0.5 * f * f
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const t2 = z * (6.666666666666735130e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  return k * ln2High - (half - (s * (half + (t1 + t2)) + k * ln2Low) - f)
}

/** e^x; 0 below −708 and ∞ above 709.7 (the engine has no use for subnormal results). */
export function exp(x: number): number {
  if (x !== x) return x
  if (x < -708) return 0
  if (x > 709.782712893384) return Infinity
  const k = Math.floor(x * log2e + 0.5)
  const hi = x - k * ln2High
  const lo = k * ln2Low
  const r = hi - lo
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t * (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (lo - (r * c) / (2 - c) - hi)
  return k > 1023 ? y * 2 * powersOfTwo[2045] : y * powersOfTwo[k + 1022]
}

/** 1 / (1 + e^−x). */
export const logistic = (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)))

/** x raised to any power, x > 0; by exp and log, so a last digit may differ from a correctly rounded power. */
export const power = (x: number, y: number): number => exp(y * log(x))

const polynomial = (x: number, coefficients: readonly number[]): number => {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]
  return sum
}

const centre = [
  [3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3],
  [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3],
]
const shoulder = [
  [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4],
  [1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9],
]
const tail = [
  [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
  [1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588550e-7, 2.04426310338993978564e-15],
]

/** Standard normal quantile for 0 < p < 1 (AS 241, about 16 digits). */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(r, centre[0])) / polynomial(r, centre[1])
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p))
  const [top, bottom] = r <= 5 ? shoulder : tail
  const z = polynomial(r <= 5 ? r - 1.6 : r - 5, top) / polynomial(r <= 5 ? r - 1.6 : r - 5, bottom)
  return q < 0 ? -z : z
}

/** Standard normal density. */
export const normalDensity = (z: number): number => exp(-0.5 * z * z) * 0.3989422804014327
