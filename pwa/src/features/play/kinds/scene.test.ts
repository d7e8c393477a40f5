import { describe, expect, it } from 'vitest'
import type { Region } from '../../../rules/cards'
import { regionAt } from './scene'

const region = (id: string, x: number, y: number, w: number, h: number): Region => ({ id, text: id, x, y, w, h })
const room = region('room', 0, 0, 0.5, 1)
const bed = region('bed', 0.1, 0.5, 0.2, 0.2)
const door = region('door', 0.8, 0, 0.2, 0.4)
const all = [room, bed, door]
const picture = { width: 400, height: 200 }

describe('the region that is meant', () => {
  it.each([
    ['inside', { x: 0.9, y: 0.2 }, 'door'],
    ['on an edge', { x: 0.8, y: 0.4 }, 'door'],
    ['in the smaller of two', { x: 0.2, y: 0.6 }, 'bed'],
    ['in the larger beside the smaller', { x: 0.4, y: 0.9 }, 'room'],
    ['close to one', { x: 0.75, y: 0.2 }, 'door'],
    ['close to its corner', { x: 0.77, y: 0.45 }, 'door'],
    ['between two, nearer to the left', { x: 0.53, y: 0.2 }, 'room'],
    ['beside all', { x: 0.65, y: 0.8 }, null],
    ['far below', { x: 0.9, y: 0.99 }, null],
  ])('%s', (_, at, id) => expect(regionAt(all, at, picture)?.id ?? null).toBe(id))

  it('is measured in pixels: what is close on a phone is far on a large screen', () => {
    expect(regionAt([door], { x: 0.75, y: 0.2 }, picture)).toBe(door)
    expect(regionAt([door], { x: 0.75, y: 0.2 }, { width: 1000, height: 500 })).toBe(null)
  })
  it('is none where there are none', () => expect(regionAt([], { x: 0.5, y: 0.5 }, picture)).toBe(null))
})
