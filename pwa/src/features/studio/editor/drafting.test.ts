import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../api/client'
import { AGAIN, Drafting, type Kept, type Ports, REST } from './drafting'
import { type Thing, put } from './places'
import type { Opened, Saved } from './shapes'

/** A server with one draft, and a device that keeps what waits. */
class World implements Ports {
  document: Thing = { title: { nb: 'Fall' }, cards: [{ id: 'c1', prompt: { nb: 'Ett' } }] }
  revision = 1
  offline = false
  kept_: Kept | undefined
  saves = 0
  refuses: ApiError | null = null

  private reached(): void {
    if (this.offline) throw new ApiError('network', 'unreachable')
  }

  async load(): Promise<Opened> {
    this.reached()
    return { document: this.document, revision: this.revision, checks: [], changed_at: '2026-11-24T13:32:00Z' } as unknown as Opened
  }

  async save(document: Thing, revision: number): Promise<Saved> {
    this.reached()
    if (this.refuses) throw this.refuses
    if (revision !== this.revision) {
      const draft = { document: this.document, revision: this.revision, changed_by: 'Ingrid' }
      throw new ApiError('problem', 'changed_elsewhere', 412, {}, null, [], { draft })
    }
    this.document = document
    this.revision += 1
    this.saves += 1
    return { revision: this.revision, checks: [], changed_at: '2026-11-24T13:33:00Z' }
  }

  /** Somebody else saves. */
  other(place: string[] | (string | number)[], value: string): void {
    this.document = put(this.document, place, value)
    this.revision += 1
  }

  kept = async () => this.kept_
  keep = async (kept: Kept) => void (this.kept_ = kept)
  forget = async () => void (this.kept_ = undefined)
  now = () => Date.now()
}

let world: World
let drafting: Drafting
const PROMPT = ['cards', 0, 'prompt', 'nb']
const type = (text: string) => drafting.change(put(drafting.document.value as Thing, PROMPT, text), 'prompt')

beforeEach(async () => {
  vi.useFakeTimers()
  world = new World()
  drafting = new Drafting(world)
  await drafting.open()
})
afterEach(() => vi.useRealTimers())

describe('somebody else at the same draft', () => {
  it('is followed where nothing waits here', async () => {
    world.other(['title', 'nb'], 'Fall på badet')
    await drafting.follow()
    expect(drafting.document.value).toEqual(world.document)
    expect(drafting.isSaved).toBe(true)
    await vi.advanceTimersByTimeAsync(REST)
    expect(world.saves).toBe(0)
  })

  it('never takes the place of what is being written', async () => {
    world.other(['title', 'nb'], 'Fall på badet')
    type('Mitt')
    await drafting.follow()
    expect(drafting.document.value).toMatchObject({ title: { nb: 'Fall' }, cards: [{ prompt: { nb: 'Mitt' } }] })
    await vi.advanceTimersByTimeAsync(REST)
    expect(world.document).toMatchObject({ title: { nb: 'Fall på badet' }, cards: [{ prompt: { nb: 'Mitt' } }] })
  })

  it('loses nothing when a step of one’s own is taken back', async () => {
    type('Mitt')
    await vi.advanceTimersByTimeAsync(REST)
    world.other(['title', 'nb'], 'Fall på badet')
    await drafting.follow()
    drafting.undo()
    await vi.advanceTimersByTimeAsync(REST)
    expect(world.document).toEqual({ title: { nb: 'Fall på badet' }, cards: [{ id: 'c1', prompt: { nb: 'Ett' } }] })
    drafting.redo()
    await vi.advanceTimersByTimeAsync(REST)
    expect(world.document).toMatchObject({ title: { nb: 'Fall på badet' }, cards: [{ prompt: { nb: 'Mitt' } }] })
  })
})

describe('saving', () => {
  it('comes soon after the last change, once', async () => {
    type('E')
    await vi.advanceTimersByTimeAsync(REST - 1)
    type('En')
    expect(drafting.saving.value).toEqual({ kind: 'unsaved' })
    expect(world.kept_?.document).toEqual(drafting.document.value)
    await vi.advanceTimersByTimeAsync(REST)
    expect(world.saves).toBe(1)
    expect(world.document).toEqual(drafting.document.value)
    expect(drafting.saving.value).toEqual({ kind: 'saved', at: '2026-11-24T13:33:00Z' })
    expect(world.kept_).toBeUndefined()
  })

  it('goes on by itself when the network is back', async () => {
    world.offline = true
    type('Uten nett')
    await vi.advanceTimersByTimeAsync(REST)
    expect(drafting.saving.value).toEqual({ kind: 'offline' })
    type('Uten nett ennå')
    expect(drafting.saving.value).toEqual({ kind: 'offline' })
    world.offline = false
    await vi.advanceTimersByTimeAsync(AGAIN)
    expect(world.document).toEqual(drafting.document.value)
    expect(drafting.saving.value.kind).toBe('saved')
  })

  it('says when the server will not have it, and keeps it', async () => {
    world.refuses = new ApiError('problem', 'too_large', 413)
    type('Langt')
    await vi.advanceTimersByTimeAsync(REST)
    expect(drafting.saving.value).toEqual({ kind: 'refused', code: 'too_large' })
    expect(world.kept_?.document).toEqual(drafting.document.value)
  })

  it('takes up at the next visit what was left here', async () => {
    world.offline = true
    type('Kveld')
    drafting.close()
    await vi.advanceTimersByTimeAsync(0)
    world.offline = false
    world.other(['title', 'nb'], 'Fall på badet')
    const again = new Drafting(world)
    await again.open()
    expect(world.document).toEqual({ title: { nb: 'Fall på badet' }, cards: [{ id: 'c1', prompt: { nb: 'Kveld' } }] })
    expect(again.saving.value.kind).toBe('saved')
    expect(world.kept_).toBeUndefined()
  })

  it('opens without a network what was left here, and nothing else', async () => {
    world.offline = true
    type('Kveld')
    const again = () => new Drafting(world)
    const other = again()
    await other.open()
    expect(other.document.value).toEqual(drafting.document.value)
    expect(other.saving.value).toEqual({ kind: 'offline' })
    await world.forget()
    await expect(again().open()).rejects.toThrow('unreachable')
  })
})

describe('two editors', () => {
  it('have both their work when it is in different fields', async () => {
    world.other(['title', 'nb'], 'Fall på badet')
    type('Min')
    await vi.advanceTimersByTimeAsync(REST)
    expect(world.document).toEqual({ title: { nb: 'Fall på badet' }, cards: [{ id: 'c1', prompt: { nb: 'Min' } }] })
    expect(drafting.document.value).toEqual(world.document)
    expect(drafting.clashes.value).toEqual([])
  })

  it.each([['mine', 'Min'], ['theirs', 'Deres']] as const)('choose where both wrote: %s', async (choice, stands) => {
    world.other(PROMPT, 'Deres')
    type('Min')
    await vi.advanceTimersByTimeAsync(REST)
    expect(drafting.saving.value).toEqual({ kind: 'clashing' })
    expect(world.document).toMatchObject({ cards: [{ prompt: { nb: 'Deres' } }] })
    await vi.advanceTimersByTimeAsync(10 * AGAIN)
    expect(world.document).toMatchObject({ cards: [{ prompt: { nb: 'Deres' } }] })
    drafting.settle(drafting.clashes.value[0]!, choice)
    await vi.advanceTimersByTimeAsync(REST)
    expect(world.document).toMatchObject({ cards: [{ prompt: { nb: stands } }] })
    expect(drafting.saving.value.kind).toBe('saved')
  })

  it('can still be undone to what one wrote', async () => {
    world.other(PROMPT, 'Deres')
    type('Min')
    await vi.advanceTimersByTimeAsync(REST)
    drafting.settle(drafting.clashes.value[0]!, 'theirs')
    drafting.undo()
    expect(drafting.document.value).toMatchObject({ cards: [{ prompt: { nb: 'Min' } }] })
  })
})

it('saves what is undone too', async () => {
  type('Feil')
  await vi.advanceTimersByTimeAsync(REST)
  drafting.undo()
  await vi.advanceTimersByTimeAsync(REST)
  expect(world.document).toMatchObject({ cards: [{ prompt: { nb: 'Ett' } }] })
})
