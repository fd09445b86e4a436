/** Sums that grow with observations, from which a regression is solved; pools observations over years and replicates. */
export class LeastSquares {
  /** Cross products of the regressors, then of regressors with the outcome; row-major. */
  private readonly xx: Float64Array
  private readonly xy: Float64Array
  private yy = 0
  private sumY = 0
  private weight = 0

  /** @param size number of regressors, a constant included where one is wanted */
  constructor(readonly size: number) {
    this.xx = new Float64Array(size * size)
    this.xy = new Float64Array(size)
  }

  /** Adds one observation. */
  add(x: readonly number[], y: number, weight = 1): void {
    for (let i = 0; i < this.size; i++) {
      for (let j = 0; j < this.size; j++) this.xx[i * this.size + j] += weight * x[i] * x[j]
      this.xy[i] += weight * x[i] * y
    }
    this.yy += weight * y * y
    this.sumY += weight * y
    this.weight += weight
  }

  /** Coefficients, by Gaussian elimination with pivoting; NaN where the regressors are collinear. */
  solve(): Float64Array {
    const n = this.size
    const a = Array.from({ length: n }, (_, i) => [...this.xx.subarray(i * n, i * n + n), this.xy[i]])
    for (let k = 0; k < n; k++) {
      let pivot = k
      for (let i = k + 1; i < n; i++) if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i
      if (Math.abs(a[pivot][k]) < 1e-12) return new Float64Array(n).fill(NaN)
      ;[a[k], a[pivot]] = [a[pivot], a[k]]
      for (let i = 0; i < n; i++) {
        if (i === k) continue
        const factor = a[i][k] / a[k][k]
        for (let j = k; j <= n; j++) a[i][j] -= factor * a[k][j]
      }
    }
    return Float64Array.from(a, (row, k) => row[n] / row[k])
  }

  /** Share of the outcome’s variance about its mean that the regressors explain. */
  explained(): number {
    const b = this.solve()
    let fitted = 0
    for (let i = 0; i < this.size; i++) fitted += b[i] * this.xy[i]
    const centre = (this.sumY * this.sumY) / this.weight
    return (fitted - centre) / (this.yy - centre)
  }
}
