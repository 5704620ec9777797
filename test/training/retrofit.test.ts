import { describe, expect, it } from 'vitest'
import { mainAxes } from '../../src/training/principal-axes.js'
import { retrofit } from '../../src/training/retrofit.js'
import { dot, scaleToUnit, type Vector } from '../../src/training/vector.js'

const vectors = new Map<string, Vector>([
  ['react', scaleToUnit(Float64Array.of(1, 0.3, 0))],
  ['respond', scaleToUnit(Float64Array.of(0.2, 1, 0.3))],
  ['support', scaleToUnit(Float64Array.of(0, 1, 1))],
  ['oppos', scaleToUnit(Float64Array.of(0, 1, 0.8))],
])
const both = (a: string, b: string) =>
  new Map([
    [a, new Set([b])],
    [b, new Set([a])],
  ])
const likeness = (of: ReadonlyMap<string, Vector>, a: string, b: string): number =>
  dot(of.get(a) ?? new Float64Array(), of.get(b) ?? new Float64Array())

describe('retrofit', () => {
  const fitted = retrofit(vectors, {
    near: both('react', 'respond'),
    far: new Map(),
    opposite: both('support', 'oppos'),
  })

  it('draws synonyms together', () => {
    expect(likeness(fitted, 'react', 'respond')).toBeGreaterThan(likeness(vectors, 'react', 'respond'))
  })

  it('pushes opposites apart, which texts use alike', () => {
    expect(likeness(fitted, 'support', 'oppos')).toBeLessThan(likeness(vectors, 'support', 'oppos'))
  })
})

describe('mainAxes', () => {
  it('finds the direction of the widest spread first', () => {
    const points = [-3, -1, 1, 3].map((far, at) => Float64Array.of(far, far, at % 2 ? 0.1 : -0.1))
    const [widest = new Float64Array()] = mainAxes(points)
    expect(Math.abs(dot(widest, scaleToUnit(Float64Array.of(1, 1, 0))))).toBeCloseTo(1)
  })
})
