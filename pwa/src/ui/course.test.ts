import { expect, test } from 'vitest'
import { apart } from './course'

test('marks do not cover each other, and stay on the map', () => {
  const points = [500, 510, 515, 515, 700].map((x) => ({ x, y: 320 }))
  const placed = apart(points, 42)
  expect(placed[0]?.lift).toBe(0)
  expect(placed[4]?.lift).toBe(0)
  placed.forEach((one, at) => placed.slice(at + 1).forEach((other) => {
    expect(Math.hypot(one.x - other.x, one.y + one.lift - other.y - other.lift)).toBeGreaterThanOrEqual(84)
  }))
  placed.forEach(({ y, lift }) => {
    expect(y + lift).toBeGreaterThanOrEqual(42)
    expect(y + lift).toBeLessThanOrEqual(598)
  })
})

test('where there is no room it stands on the course', () => {
  const many = apart(Array.from({ length: 20 }, () => ({ x: 500, y: 320 })), 42)
  expect(many.at(-1)?.lift).toBe(0)
})
